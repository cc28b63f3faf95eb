import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, freeRoute, type ShopFronts } from '../../../kernel/http/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { beginRenewal, beginRenewals, quoteRenewalOrder } from '../commands/begin-renewal.ts'
import { orderAnswer } from '../order-answer.ts'
import { presentOrder } from '../presenter.ts'
import { findOrder } from '../queries.ts'
import { totalOf } from '../quote.ts'
import type { QuotedRenewal } from './quote-renewals.ts'

export interface RenewalRoutesDeps {
  readonly catalog: Catalog
  readonly payWithinMinutes: number
  readonly fronts: ShopFronts
}

/** Names of one order: more take another order. */
const mostLines = 2_000

const years = z.int().min(1).max(10)
const line = z.strictObject({ name: z.string().min(3).max(260), years, expectedExpiry: z.iso.date() })
const fen = z.int().nonnegative()
const dryAnswer = z.object({
  lines: z.array(
    z.object({
      name: z.string(),
      ascii: z.string(),
      suffix: z.string(),
      years: z.int(),
      unitText: z.string(),
      subtotalFen: fen,
      state: z.enum(['ok', 'invalid']),
      findings: z.array(findingSchema).readonly(),
      expiresOn: z.iso.date().nullable(),
      newExpiry: z.iso.date().nullable(),
    }),
  ),
  totalFen: fen,
})

/** Renewals: of one name from its page, or of many in one order. */
export function renewalRoutes(app: FastifyInstance, { catalog, payWithinMinutes, fronts }: RenewalRoutesDeps): void {
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'domains/:name/renew',
      summary: 'An order that renews a name',
      tag: 'orders',
      who: 'buyer',
      perMinute: 60,
      params: z.strictObject({ name: z.string().max(260) }),
      body: z.strictObject({ years, expectedExpiry: z.iso.date() }),
      keyed: true,
      answers: { 201: orderAnswer },
    },
    async ({ actor, params, body, request, once }) => {
      const { account } = actor
      const front = fronts.of(request.host).kind
      const renewal = { account, ascii: typedAscii(params.name), ...body, front, payWithinMinutes }
      const number = await once(async (context) => (await beginRenewal(renewal, { ...context, catalog })).number)
      return presentOrder(await findOrder(app.services.db, { account, number }))
    },
  )
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'renewals',
      summary: 'One order that renews many names; with dryRun only its price and what stands against each',
      tag: 'orders',
      who: 'buyer',
      perMinute: 30,
      bodyBytes: 512 * 1024,
      keyed: true,
      body: z.strictObject({
        lines: z.array(line).min(1).max(mostLines),
        dryRun: z.boolean().optional(),
        expectedTotalFen: fen.optional(),
      }),
      answers: { 201: z.union([orderAnswer, dryAnswer]) },
    },
    async ({ actor, body, request, reply, once }, withTrx) => {
      const { account } = actor
      const lines = body.lines.map(({ name, ...rest }) => ({ ascii: typedAscii(name), ...rest }))
      if (body.dryRun) {
        const quoted = await withTrx((context) => quoteRenewalOrder({ account, lines }, { ...context, catalog }))
        reply.code(200)
        return { lines: quoted.map(presentQuoted), totalFen: totalOf(quoted) }
      }
      const { expectedTotalFen } = body
      const front = fronts.of(request.host).kind
      const renewals = { account, lines, expectedTotalFen, front, payWithinMinutes }
      const number = await once(async (context) => (await beginRenewals(renewals, { ...context, catalog })).number)
      return presentOrder(await findOrder(app.services.db, { account, number }))
    },
  )
}

function presentQuoted(quoted: QuotedRenewal) {
  const { name, ascii, suffix, years, price, state, findings, expiresOn, newExpiry } = quoted
  return {
    name,
    ascii,
    suffix,
    years,
    unitText: price?.unitText ?? '',
    subtotalFen: price?.subtotalFen ?? 0,
    state,
    findings,
    expiresOn,
    newExpiry,
  }
}
