import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { advanceClock, type Clock } from '../../kernel/clock/index.ts'
import { freeRoute } from '../../kernel/http/index.ts'

const mostDays = 400

/** Turns the clock forward: registered only where the configuration lets the clock move, as in the sandbox world. */
export function clockRoute({ clock }: { clock: Clock & { refresh(): Promise<void> } }) {
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'POST',
        url: 'clock',
        summary: 'Turn the movable clock forward',
        tag: 'clock',
        who: 'owner',
        perMinute: 30,
        body: z.strictObject({
          advanceMs: z
            .int()
            .min(1)
            .max(mostDays * 86_400_000),
        }),
        answers: { 200: z.object({ now: z.string(), today: z.string() }) },
      },
      async ({ body }, withTrx) => {
        await withTrx(({ trx }) => advanceClock(trx, body.advanceMs))
        await clock.refresh()
        return { now: clock.now().toISOString(), today: clock.today() }
      },
    )
  }
}
