import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addDays } from '../../../kernel/clock/index.ts'
import { route } from '../../../kernel/http/index.ts'
import { reviewerRoles } from '../reviewer-axes.ts'
import { figuresOf } from './reviewer-figures.ts'

const figures = z.object({
  /** As the watermark of the photographs names the reviewer. */
  reviewer: z.string(),
  you: z.boolean(),
  passed: z.int(),
  /** Passed as the first of two. */
  passedFirst: z.int(),
  refused: z.int(),
  /** From the submission until this reviewer decided; half of the decisions took no longer. */
  medianMinutes: z.int(),
  longestMinutes: z.int(),
  /** From the first paper that this reviewer opened until the decision; null where none was opened. */
  medianLookSeconds: z.int().nullable(),
})

/** What each reviewer has decided, and how long customers waited for it. */
export function figureRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      tag: 'verification',
      who: 'operator',
      role: reviewerRoles,
      perMinute: 60,
      method: 'GET',
      url: 'operator/reviews/figures',
      summary: 'Decisions of each reviewer between two days in China, both counted; without days the last thirty',
      query: z.strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
      answers: { 200: z.object({ from: z.string(), until: z.string(), reviewers: z.array(figures) }) },
    },
    async ({ query, actor }, { trx, clock }) => {
      const until = query.until ?? clock.today()
      const from = query.from ?? addDays(until, -29)
      const rows = await figuresOf(trx, { from, until })
      return {
        from,
        until,
        reviewers: rows.map(({ by, ...counted }) => ({
          reviewer: by.slice(0, 8),
          you: by === actor.user,
          ...counted,
        })),
      }
    },
  )
}
