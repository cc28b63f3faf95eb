import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../kernel/audit/index.ts'
import { findingSchema, freeRoute, route, textSchema } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { idParams } from '../accounts/index.ts'
import { registrantOf } from '../registrants/index.ts'
import { decideReview, type ReviewPolicy } from './commands/decide-review.ts'
import { ReviewNotFound } from './errors.ts'
import { figureRoutes } from './figures/figure-routes.ts'
import { allowView, openView } from './paper-views.ts'
import { casesOf, eventsOf, presentCase, queueOf } from './queries.ts'
import { reasonRoutes } from './reasons/reason-routes.ts'
import { mustReview, reviewerRoles } from './reviewer-axes.ts'
import { caseRoutes } from './timeline/case-routes.ts'

const axis = z.enum(['identity', 'naming', 'qualification'])
const state = z.enum(['waiting', 'second', 'provider', 'passed', 'failed', 'withdrawn'])
const caseFields = {
  id: z.string(),
  number: z.string(),
  axis,
  attempt: z.int(),
  state,
  submittedAt: z.string(),
  dueAt: z.string(),
}
const holderType = z.enum(['person', 'organisation'])
const tag = 'verification'
const reviewers = { tag, who: 'operator', role: reviewerRoles, perMinute: 240 } as const
const place = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/)
  .optional()

/** How reviewers see the queue, one case with its papers, and decide. */
export function reviewRoutes({ vault, policy }: { vault: Vault; policy: ReviewPolicy }) {
  return (app: FastifyInstance): void => {
    reasonRoutes(app)
    figureRoutes(app)
    caseRoutes(app)
    route(
      app,
      {
        ...reviewers,
        method: 'GET',
        url: 'operator/reviews',
        summary: 'Cases that wait for a reviewer, the most urgent first; `after` goes on behind the place of a case',
        query: z.strictObject({ axis: axis.default('identity'), after: place }),
        answers: {
          200: z.object({
            cases: z.array(
              z.object({
                ...caseFields,
                holderType,
                certificateKind: z.string(),
                city: textSchema,
                firstByYou: z.boolean(),
              }),
            ),
            next: z.string().nullable(),
          }),
        },
      },
      async ({ query, actor }, { trx }) => {
        mustReview(actor, query.axis)
        const limit = 50
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
          })),
          next: last && rows.length === limit ? `${last.due_at.toISOString()}_${last.id}` : null,
        }
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'GET',
        url: 'operator/reviews/:id',
        summary: 'One case: what the holder declared, the papers, and its course; the look is on record',
        params: idParams,
        answers: {
          200: z.object({
            ...caseFields,
            /** Two reviewers have to agree before it passes. */
            fourEyes: z.boolean(),
            /** You were the first of them; somebody else has to be the second. */
            firstByYou: z.boolean(),
            reasons: z.array(z.string()).readonly(),
            remark: z.string().nullable(),
            holder: z.object({
              holderType,
              name: textSchema,
              region: z.string(),
              address: textSchema,
              phone: z.string(),
              email: z.string(),
              certificate: z.object({ kind: z.string(), number: z.string() }),
            }),
            papers: z.array(z.object({ id: z.string(), kind: z.string(), findings: z.array(findingSchema) })),
            timeline: z.array(z.object({ at: z.string(), kind: z.string() })),
            earlier: z.array(z.object({ number: z.string(), state, reasons: z.array(z.string()).readonly() })),
          }),
        },
      },
      async ({ params, actor }, { trx, clock }) => {
        const row = await trx.selectFrom('review_case').selectAll().where('id', '=', params.id).executeTakeFirst()
        if (!row) throw ReviewNotFound()
        mustReview(actor, row.axis)
        const holder = await registrantOf(trx, vault, { account: row.account, template: row.template })
        const papers = await trx
          .selectFrom('identity_paper')
          .select(['id', 'kind', 'findings'])
          .where('id', 'in', row.papers)
          .orderBy('kind')
          .execute()
        const cases = await casesOf(trx, row.template)
        await record({ action: 'review.opened', subject: row.number, detail: {} }, { trx, clock, actor })
        const { name, region, province, city, street, phone, email, certificate } = holder
        return {
          ...presentCase(row),
          fourEyes: policy.fourEyes,
          firstByYou: row.first_reviewer === actor.user,
          holder: {
            holderType: holder.holderType,
            name,
            region,
            address: {
              zh: `${province.zh}${city.zh}${street.zh}`,
              en: [street.en, city.en, province.en].join(', '),
            },
            phone,
            email,
            certificate,
          },
          papers,
          timeline: await eventsOf(trx, row.id),
          earlier: cases
            .filter(({ id }) => id !== row.id)
            .map(({ number, state, reasons }) => ({ number, state, reasons })),
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
          z.strictObject({ pass: z.literal(true) }),
          z.strictObject({
            pass: z.literal(false),
            reasons: z.array(z.string().regex(/^[\w.-]{1,60}$/)).max(8),
            remark: z.string().trim().max(500).optional(),
          }),
        ]),
        answers: { 200: z.object({ number: z.string(), state }) },
      },
      async ({ params, body, actor }, context) => {
        const decision = body.pass
          ? body
          : { pass: false as const, reasons: body.reasons, ...(body.remark ? { remark: body.remark } : {}) }
        const { number, state } = await decideReview({ id: params.id, decision }, policy, { ...context, actor })
        return { number, state }
      },
    )
  }
}
