import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../../kernel/http/index.ts'
import { deliverySchema, toldAbout } from '../../notices/index.ts'
import { caseAxis, caseState } from '../desk/case-schemas.ts'
import { ReviewNotFound } from '../errors.ts'
import { casesOf, presentCase } from '../queries.ts'
import { ownExplained } from '../reasons/own-reasons.ts'
import { mustReview, reviewerRoles } from '../reviewer-axes.ts'
import { momentsOf } from './case-timeline.ts'

/** One case by its number, without what is personal: for questions about its course. */
export function caseRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      tag: 'verification',
      who: 'operator',
      role: reviewerRoles,
      perMinute: 120,
      method: 'GET',
      url: 'operator/cases/:number',
      summary: 'The course of one case, whatever became of it: papers, looks, decisions, the provider',
      params: z.strictObject({ number: z.string().regex(/^[A-Z]{2}-\d{5,12}$/) }),
      answers: {
        200: z.object({
          number: z.string(),
          axis: caseAxis,
          attempt: z.int(),
          state: caseState,
          submittedAt: z.string(),
          dueAt: z.string(),
          decidedAt: z.string().nullable(),
          why: z.array(z.object({ id: z.string(), cause: textSchema, remedy: textSchema })).readonly(),
          remark: z.string().nullable(),
          /** What the provider said when it refused. */
          heard: z.string().nullable(),
          timeline: z.array(
            z.object({
              at: z.string(),
              kind: z.string(),
              by: z.enum(['customer', 'reviewer', 'provider']),
              reviewer: z.string().nullable(),
              paper: z.string().nullable(),
              reasons: z.array(z.string()).readonly(),
            }),
          ),
          /** What was told of the case, by which ways, with proof that it left. */
          told: z
            .array(z.object({ at: z.string(), subject: textSchema, sent: z.array(deliverySchema).readonly() }))
            .readonly(),
          others: z.array(z.object({ number: z.string(), attempt: z.int(), state: caseState })),
        }),
      },
    },
    async ({ params, actor }, { trx }) => {
      const row = await trx.selectFrom('review_case').selectAll().where('number', '=', params.number).executeTakeFirst()
      if (!row) throw ReviewNotFound()
      mustReview(actor, row.axis)
      const cases = await casesOf(trx, row.template, row.for_name)
      return {
        ...presentCase(row, await ownExplained(trx, row.reasons)),
        timeline: await momentsOf(trx, row),
        told: (await toldAbout(trx, [row.number])).map(({ at, subject, sent }) => ({ at, subject, sent })),
        others: cases
          .filter(({ id }) => id !== row.id)
          .map(({ number, attempt, state: became }) => ({ number, attempt, state: became })),
      }
    },
  )
}
