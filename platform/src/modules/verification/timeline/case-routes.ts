import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../../kernel/audit/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { route, textSchema } from '../../../kernel/http/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { deliverySchema, toldAbout } from '../../notices/index.ts'
import { caseAxis, caseState } from '../desk/case-schemas.ts'
import { ReviewNotFound } from '../errors.ts'
import { casesOf, presentCase } from '../queries.ts'
import { ownExplained } from '../reasons/own-reasons.ts'
import { axesOf, mustReview, reviewerRoles } from '../reviewer-axes.ts'
import { momentsOf } from './case-timeline.ts'
import { findCases, mostFound } from './find-cases.ts'

/** Under which messages are kept that are about a case: its number, its holder's template, and the names. */
async function subjectsOf(
  trx: Trx,
  row: { number: string; template: string; account: string; for_name: string | null },
) {
  if (row.for_name !== null) return [row.number, row.for_name]
  const names = await trx
    .selectFrom('domain')
    .select(['name', 'ascii'])
    .where('template', '=', row.template)
    .where('account', '=', row.account)
    .orderBy('registered_at', 'desc')
    .limit(50)
    .execute()
  return [row.number, row.template, ...new Set(names.flatMap(({ name, ascii }) => [name, ascii]))]
}

/** One case by its number, without what is personal: for questions about its course. */
export function caseRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      tag: 'verification',
      who: 'operator',
      role: reviewerRoles,
      perMinute: 60,
      method: 'GET',
      url: 'operator/cases',
      summary: 'Cases by number, name, holder or the account’s address, of your own queues; the search is on record',
      query: z.strictObject({ q: z.string().trim().min(2).max(260) }),
      answers: {
        200: z.object({
          cases: z.array(
            z.object({
              number: z.string(),
              axis: caseAxis,
              attempt: z.int(),
              state: caseState,
              holder: z.string(),
              names: z.array(z.string()).readonly(),
              forName: z.string().nullable(),
              submittedAt: z.string(),
            }),
          ),
          more: z.boolean(),
        }),
      },
    },
    async ({ query: { q }, actor }, { trx, clock }) => {
      const found = await findCases(trx, { q, ascii: asciiOf(q), axes: axesOf(actor) })
      // Whose data was looked for is nobody's to read later; that somebody looked is.
      await record(
        { action: 'cases.searched', subject: actor.user, detail: { found: found.length } },
        { trx, clock, actor },
      )
      return {
        cases: found.slice(0, mostFound).map(({ submittedAt, ...one }) => ({
          ...one,
          submittedAt: submittedAt.toISOString(),
        })),
        more: found.length > mostFound,
      }
    },
  )
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
              by: z.enum(['customer', 'reviewer', 'provider', 'registry', 'platform']),
              reviewer: z.string().nullable(),
              paper: z.string().nullable(),
              reasons: z.array(z.string()).readonly(),
              detail: textSchema.nullable(),
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
      const cases = await casesOf(trx, row.template, row.for_name, row.axis)
      return {
        ...presentCase(row, await ownExplained(trx, row.reasons)),
        timeline: await momentsOf(trx, row),
        told: (await toldAbout(trx, await subjectsOf(trx, row))).map(({ at, subject, sent }) => ({
          at,
          subject,
          sent,
        })),
        others: cases
          .filter(({ id }) => id !== row.id)
          .map(({ number, attempt, state: became }) => ({ number, attempt, state: became })),
      }
    },
  )
}

/** What was typed as a name, where it is one. */
function asciiOf(q: string): string | undefined {
  if (!q.includes('.') || q.includes('@') || /\s/.test(q)) return undefined
  return typedAscii(q)
}
