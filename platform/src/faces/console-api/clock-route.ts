import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../kernel/audit/index.ts'
import type { FollowedClock } from '../../kernel/clock/index.ts'
import { freeRoute } from '../../kernel/http/index.ts'

const mostDays = 400

/** Turns the clock of the world forward: registered only where the configuration names a source that can be turned. */
export function clockRoute({ clock }: { clock: FollowedClock }) {
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'POST',
        url: 'clock',
        summary: 'Turn the clock of everybody forward',
        tag: 'clock',
        who: 'operator',
        role: 'admin',
        perMinute: 30,
        body: z.strictObject({
          advanceMs: z
            .int()
            .min(1)
            .max(mostDays * 86_400_000),
        }),
        answers: { 200: z.object({ now: z.string(), today: z.string() }) },
      },
      async ({ body: { advanceMs } }, withTrx) => {
        await withTrx((context) => record({ action: 'clock.turn', subject: 'clock', detail: { advanceMs } }, context))
        await clock.advance(advanceMs)
        return { now: clock.now().toISOString(), today: clock.today() }
      },
    )
  }
}
