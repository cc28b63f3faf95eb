import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { decodeCursor, encodeCursor, freeRoute, route } from '../../../kernel/http/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { checkOrder } from '../check-order.ts'
import { draftBody } from '../draft/draft-schemas.ts'
import { FilingNotFound } from '../errors.ts'
import type { FactsDeps } from '../facts/filing-facts.ts'
import { type LookUpDeps, lookUp } from '../look-up.ts'
import { lockOrder } from '../orders.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'
import { mostLost } from '../photo/check-row.ts'
import { decidePhoto } from '../photo/photo-commands.ts'
import { listedOrder } from '../queries.ts'
import { byNumber, findings, listed, paper, state } from '../schemas.ts'
import { claimOrder } from './claim-order.ts'
import { claimToPass } from './claim-to-pass.ts'
import { claimOf, claimWords } from './claim-words.ts'
import { decideOrder } from './decide-order.ts'
import { allowView, openView } from './paper-views.ts'
import { recordCall } from './record-call.ts'
import { isClaimedByOther } from './review-duties.ts'
import { sendHeld } from './send-held.ts'

const reviewers = { tag: 'filing', who: 'operator', role: 'reviewer', perMinute: 240 } as const

const decisionBody = z.discriminatedUnion('pass', [
  z.strictObject({ pass: z.literal(true) }),
  z.strictObject({
    pass: z.literal(false),
    reasons: z.array(z.string().regex(/^[\w.-]{1,60}$/)).max(20),
    remark: z.string().trim().max(500).optional(),
  }),
])

/** The provider's first review (初审): the queue, one order with its papers, the call, and the decision (S2-27, S3-56). */
export function filingReviewRoutes(deps: FactsDeps & LookUpDeps) {
  const { vault } = deps
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...reviewers,
        method: 'GET',
        url: 'filing-reviews',
        summary: 'Orders that wait for a reviewer, the most urgent first',
        query: z.strictObject({ cursor: z.string().max(300).optional() }),
        answers: {
          200: z.object({
            reviews: z.array(
              listed.extend({
                submittedAt: z.string().nullable(),
                claimedBy: z.string().nullable(),
                late: z.boolean(),
              }),
            ),
            next: z.string().nullable(),
          }),
        },
      },
      async ({ query, actor }, { trx, clock }) => {
        const limit = 50
        const now = clock.now()
        let rows = trx
          .selectFrom('filing_order')
          .selectAll()
          .where('state', 'in', ['first-review', 'photo'])
          .where('due_at', 'is not', null)
          // A curtain that waits to be sent, or did not come, is nobody's to review.
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('filing_check')
                  .select('id')
                  .whereRef('filing_check.filing_order', '=', 'filing_order.id')
                  .where((eb) =>
                    eb.or([
                      eb('ordered_at', 'is not', null).and('dispatched_at', 'is', null),
                      eb('way', '=', 'curtain').and('ordered_at', 'is', null).and('lost_count', '>=', mostLost),
                    ]),
                  ),
              ),
            ),
          )
        const after = decodeCursor(query.cursor, ['instant', 'uuid'])
        if (after) {
          const [at, id] = after
          rows = rows.where((eb) =>
            eb.or([eb('due_at', '>', new Date(at)), eb.and([eb('due_at', '=', new Date(at)), eb('id', '>', id)])]),
          )
        }
        const found = await rows.orderBy('due_at').orderBy('id').limit(limit).execute()
        const last = found.at(-1)
        return {
          reviews: found.map((row) => ({
            ...listedOrder(row),
            submittedAt: row.submitted_at?.toISOString() ?? null,
            claimedBy: isClaimedByOther(actor.user, row, now) ? (row.claimed_by?.slice(0, 8) ?? null) : null,
            late: row.due_at !== null && row.due_at < now,
          })),
          next: last?.due_at && found.length === limit ? encodeCursor([last.due_at.toISOString(), last.id]) : null,
        }
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'GET',
        url: 'filing-reviews/:number',
        summary: 'One order as the reviewer compares it with its papers',
        params: byNumber,
        answers: {
          200: listed.extend({
            draft: draftBody,
            papers: z.array(paper),
            findings,
            events: z.array(
              z.object({ at: z.string(), kind: z.string(), by: z.string(), words: z.string().nullable() }),
            ),
            own: z.boolean(),
            claim: claimWords.nullable(),
          }),
        },
      },
      async ({ params, actor }, context) => {
        const { trx } = context
        const order = await lockOrder(trx, params)
        if (order.state === 'draft') throw FilingNotFound()
        const { draft, verdict } = await checkOrder(order, { complete: true }, context, deps)
        const events = await trx
          .selectFrom('filing_event')
          .select(['at', 'kind', 'by', 'detail'])
          .where('filing_order', '=', order.id)
          .orderBy('id')
          .execute()
        const { stated, registered, ...shown } = draft
        return {
          ...listedOrder(order),
          draft: shown,
          papers: (await papersOfOrder(trx, order.id)).map(({ uploaded_at: at, item: _, via: __, ...one }) => ({
            ...one,
            uploadedAt: at.toISOString(),
          })),
          findings: verdict.findings,
          events: events.map(({ at, kind, by, detail }) => ({
            at: at.toISOString(),
            kind,
            by,
            words:
              typeof detail.words === 'string'
                ? detail.words
                : typeof detail.remark === 'string'
                  ? detail.remark
                  : null,
          })),
          own: await isOfAccount(trx, actor, order.account),
          claim: order.type === 'claim' ? claimOf({ stated, registered }) : null,
        }
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'filing-reviews/:number/claim',
        summary: 'Keep an order for oneself for ten minutes',
        params: byNumber,
        answers: { 200: z.object({ until: z.string() }) },
      },
      async ({ params, actor }, context) => {
        const { until } = await claimOrder(params.number, { ...context, actor })
        return { until: until.toISOString() }
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'filing-reviews/:number/call',
        summary: 'Put a call to the applicant on record',
        params: byNumber,
        body: z.strictObject({ reached: z.boolean(), words: z.string().trim().max(2_000) }),
        answers: { 204: z.null() },
      },
      async ({ params, body, actor }, context) => {
        await recordCall(params.number, body, { ...context, actor })
        return undefined
      },
    )
    freeRoute(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'filing-reviews/:number/decision',
        summary: 'Pass an order on to the bureau, or give it back with reasons and a word for the applicant',
        params: byNumber,
        body: decisionBody,
        answers: { 200: z.object({ number: z.string(), state }) },
      },
      async ({ params: { number }, body, actor }, withTrx) => {
        // Of a claim the bureau's register is asked first: it is what makes it true.
        const claim = await withTrx(({ trx }) => claimToPass(number, body, { trx, vault }))
        const looked = claim && (await lookUp(claim, deps))
        return withTrx(async (context) => ({
          number,
          state: await decideOrder(number, body, { ...context, actor }, { vault, ...(looked && { looked }) }),
        }))
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'filing-reviews/:number/photo-decision',
        summary: 'Pass the photograph of the principal, or ask for another one',
        params: byNumber,
        body: decisionBody,
        answers: { 200: z.object({ number: z.string(), state: z.string() }) },
      },
      async ({ params, body, actor }, context) => ({
        number: params.number,
        state: await decidePhoto(params.number, body, { ...context, actor }),
      }),
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'filing-reviews/:number/resubmission',
        summary: 'Send an order once more that its bureau sent back for a reason of ours',
        params: byNumber,
        answers: { 204: z.null() },
      },
      async ({ params, actor }, context) => {
        await sendHeld(params.number, { ...context, actor })
        return undefined
      },
    )
    viewRoutes(app, vault)
  }
}

function viewRoutes(app: FastifyInstance, vault: FactsDeps['vault']): void {
  route(
    app,
    {
      ...reviewers,
      method: 'POST',
      url: 'filing-reviews/:number/papers/:paper/views',
      summary: 'An address at which this reviewer can look at a paper for two minutes; on record',
      params: byNumber.extend({ paper: z.uuid() }),
      answers: { 201: z.object({ url: z.string(), expiresAt: z.string() }) },
    },
    async ({ params, actor }, context) => {
      const { token, expiresAt } = await allowView(params, { ...context, actor })
      return { url: `/v1/filing-paper-views/${token}`, expiresAt: expiresAt.toISOString() }
    },
  )
  freeRoute(
    app,
    {
      ...reviewers,
      method: 'GET',
      url: 'filing-paper-views/:token',
      summary: 'The picture, with a watermark of who looks at it and when',
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
}
