import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, freeRoute, type ShopFronts, type WithTrx } from '../../../kernel/http/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { codeProblem } from '../../promotions/index.ts'
import { beginRenewal, beginRenewals, quoteRenewalOrder } from '../commands/begin-renewal.ts'
import { choiceBody, offersAnswer, presentOffers } from '../offer-answers.ts'
import { codeOfPerson } from '../offers-of.ts'
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
      discountFen: fen,
      subtotalFen: fen,
      state: z.enum(['ok', 'invalid']),
      findings: z.array(findingSchema).readonly(),
      expiresOn: z.iso.date().nullable(),
      newExpiry: z.iso.date().nullable(),
    }),
  ),
  totalFen: fen,
  ...offersAnswer,
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
      body: z.strictObject({ years, expectedExpiry: z.iso.date(), ...choiceBody }),
      keyed: true,
      answers: { 201: orderAnswer },
    },
    async ({ actor, params, body, request, once }, withTrx) => {
      const { account } = actor
      codeOfPerson(body, actor)
      const front = fronts.of(request.host).kind
      const renewal = { account, ascii: typedAscii(params.name), ...body, front, payWithinMinutes }
      await codeIsGood({ account, lines: [renewal], ...body }, withTrx, catalog)
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
        ...choiceBody,
        expectedTotalFen: fen.optional(),
      }),
      answers: { 201: z.union([orderAnswer, dryAnswer]) },
    },
    async ({ actor, body, request, reply, once }, withTrx) => {
      const { account } = actor
      codeOfPerson(body, actor)
      const choice = { promoCode: body.promoCode, declined: body.declined }
      const lines = body.lines.map(({ name, ...rest }) => ({ ascii: typedAscii(name), ...rest }))
      if (body.dryRun) {
        const quoted = await withTrx((context) =>
          quoteRenewalOrder({ account, lines, ...choice }, { ...context, catalog }),
        )
        reply.code(200)
        return {
          lines: quoted.lines.map(presentQuoted),
          totalFen: totalOf(quoted.lines),
          ...presentOffers(quoted.offers, quoted.fitting, choice.declined ?? []),
        }
      }
      const { expectedTotalFen } = body
      const front = fronts.of(request.host).kind
      const renewals = { account, lines, ...choice, expectedTotalFen, front, payWithinMinutes }
      await codeIsGood(renewals, withTrx, catalog)
      const number = await once(async (context) => (await beginRenewals(renewals, { ...context, catalog })).number)
      return presentOrder(await findOrder(app.services.db, { account, number }))
    },
  )
}

/** Looked at by itself first: what a refused order undoes would undo the count of wrong codes as well. */
async function codeIsGood(
  wanted: Parameters<typeof quoteRenewalOrder>[0],
  withTrx: WithTrx,
  catalog: Catalog,
): Promise<void> {
  if (!wanted.promoCode) return
  const { offers } = await withTrx((context) => quoteRenewalOrder(wanted, { ...context, catalog }))
  if (offers.trouble) throw codeProblem(offers.trouble)
}

function presentQuoted(quoted: QuotedRenewal) {
  const { name, ascii, suffix, years, price, state, findings, expiresOn, newExpiry } = quoted
  return {
    name,
    ascii,
    suffix,
    years,
    unitText: price?.unitText ?? '',
    discountFen: price?.discountFen ?? 0,
    subtotalFen: price?.subtotalFen ?? 0,
    state,
    findings,
    expiresOn,
    newExpiry,
  }
}
