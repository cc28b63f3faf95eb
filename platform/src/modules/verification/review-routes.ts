import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, route, textSchema } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { idParams } from '../accounts/index.ts'
import { decideReview, type ReviewPolicy } from './commands/decide-review.ts'
import { isClaimedByOther } from './commands/reviewer-duties.ts'
import { caseAxis, caseFields, caseState, holderType } from './desk/case-schemas.ts'
import { holderRows } from './desk/machine-checks.ts'
import { openCaseRoutes } from './desk/open-case-routes.ts'
import { figureRoutes } from './figures/figure-routes.ts'
import { heardRoutes } from './heard/heard-routes.ts'
import { allowView, openView } from './paper-views.ts'
import type { NamesToQualify } from './qualification/names-to-qualify.ts'
import { presentCase, queueOf } from './queries.ts'
import { reasonRoutes } from './reasons/reason-routes.ts'
import { mustReview, reviewerRoles } from './reviewer-axes.ts'
import { caseRoutes } from './timeline/case-routes.ts'

const tag = 'verification'
const reviewers = { tag, who: 'operator', role: reviewerRoles, perMinute: 240 } as const
/** What the reviewer found of each row, beside the paper: kept with the decision. */
const rows = z
  .array(z.strictObject({ row: z.enum(holderRows), same: z.boolean() }))
  .max(holderRows.length)
  .optional()
const place = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/)
  .optional()

/** How reviewers see the queue, one case with its papers, and decide. */
export function reviewRoutes({ vault, policy, names }: { vault: Vault; policy: ReviewPolicy; names: NamesToQualify }) {
  return (app: FastifyInstance): void => {
    reasonRoutes(app)
    figureRoutes(app)
    caseRoutes(app)
    heardRoutes(app)
    openCaseRoutes({ vault, policy, names })(app)
    route(
      app,
      {
        ...reviewers,
        method: 'GET',
        url: 'operator/reviews',
        summary: 'Cases that wait for a reviewer, the most urgent first; `after` goes on behind the place of a case',
        query: z.strictObject({ axis: caseAxis.default('identity'), after: place }),
        answers: {
          200: z.object({
            cases: z.array(
              z.object({
                ...caseFields,
                holderType,
                certificateKind: z.string(),
                city: textSchema,
                firstByYou: z.boolean(),
                /** The name that it is about, of a qualification. */
                name: z.string().nullable(),
                /** Another reviewer who works on it now. */
                claimedBy: z.string().nullable(),
                escalated: z.boolean(),
              }),
            ),
            next: z.string().nullable(),
          }),
        },
      },
      async ({ query, actor }, { trx, clock }) => {
        mustReview(actor, query.axis)
        const limit = 50
        const now = clock.now()
        const [dueAt = '', id = ''] = query.after?.split('_') ?? []
        const rows = await queueOf(trx, { axis: query.axis, after: query.after ? { dueAt, id } : undefined, limit })
        const last = rows.at(-1)
        return {
          cases: rows.map((row) => ({
            ...presentCase(row),
            holderType: row.holder_type,
            certificateKind: row.certificate_kind,
            city: { zh: row.city_zh, en: row.city_en },
            firstByYou: row.first_reviewer === actor.user,
            name: row.for_name && (names.find(row.for_name)?.name ?? row.for_name),
            claimedBy: isClaimedByOther(actor.user, row, now) ? (row.claimed_by?.slice(0, 8) ?? null) : null,
            escalated: row.escalated_by !== null,
          })),
          next: last && rows.length === limit ? `${last.due_at.toISOString()}_${last.id}` : null,
        }
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'operator/reviews/:id/papers/:paper/views',
        summary: 'An address at which this reviewer can look at a paper for two minutes; on record',
        params: idParams.extend({ paper: z.uuid() }),
        answers: { 201: z.object({ url: z.string(), expiresAt: z.string() }) },
      },
      async ({ params, actor }, context) => {
        const { token, expiresAt } = await allowView(
          { reviewCase: params.id, paper: params.paper },
          { ...context, actor },
        )
        return { url: `/v1/operator/paper-views/${token}`, expiresAt: expiresAt.toISOString() }
      },
    )
    freeRoute(
      app,
      {
        ...reviewers,
        method: 'GET',
        url: 'operator/paper-views/:token',
        summary: 'The photograph, with a watermark of who looks at it and when',
        params: z.strictObject({ token: z.string().regex(/^[\w-]{20,64}$/) }),
        answers: { 200: z.unknown() },
      },
      async ({ params, actor, reply }, withTrx) => {
        const picture = await withTrx((context) => openView(params.token, { ...context, actor, vault }))
        await reply
          .header('cache-control', 'no-store')
          .header('content-disposition', 'inline')
          .type('image/jpeg')
          .send(picture)
        return undefined
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'operator/reviews/:id/decision',
        summary: 'Pass a case, or refuse it with reasons of the dictionary and a word for the customer',
        params: idParams,
        body: z.discriminatedUnion('pass', [
          z.strictObject({ pass: z.literal(true), rows }),
          z.strictObject({
            pass: z.literal(false),
            rows,
            reasons: z.array(z.string().regex(/^[\w.-]{1,60}$/)).max(8),
            remark: z.string().trim().max(500).optional(),
          }),
        ]),
        answers: { 200: z.object({ number: z.string(), state: caseState }) },
      },
      async ({ params, body, actor }, context) => {
        const { rows: compared = [] } = body
        const decision = body.pass
          ? { pass: true as const, compared }
          : { pass: false as const, compared, reasons: body.reasons, ...(body.remark ? { remark: body.remark } : {}) }
        const { number, state } = await decideReview({ id: params.id, decision }, policy, { ...context, actor })
        return { number, state }
      },
    )
  }
}
