import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute } from '../../../kernel/http/index.ts'
import { codeProblem } from '../../promotions/index.ts'
import { placeOrder } from '../commands/place-order.ts'
import { EmailNotVerified, TemplateNeeded, TermsNotAccepted } from '../errors.ts'
import { presentOffers } from '../offer-answers.ts'
import { codeOfPerson, offersOf } from '../offers-of.ts'
import { withOpenOrders } from '../open-orders.ts'
import { orderAnswer } from '../order-answer.ts'
import { presentOrder } from '../presenter.ts'
import { findOrder } from '../queries.ts'
import { totalOf } from '../quote.ts'
import { tellPlaced } from '../tell-order.ts'
import { withPromotions } from '../with-promotions.ts'
import { type OrderQuote, type QuoteDeps, quoteOrder } from './quote-order.ts'
import { dryAnswer, newOrder, presentQuoted } from './schemas.ts'

export interface PlaceRoutesDeps extends QuoteDeps {
  readonly payWithinMinutes: number
}

/** Confirming an order: its preview, and its placing (S0-09…S0-21, S1-84…S1-86, S1-99…S1-105). */
export function placeRoutes(app: FastifyInstance, deps: PlaceRoutesDeps): void {
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'orders',
      summary: 'Confirm an order; with dryRun only its price and what stands against it',
      tag: 'orders',
      who: 'buyer',
      perMinute: 120,
      body: newOrder,
      bodyBytes: 256 * 1024,
      keyed: true,
      answers: { 201: z.union([orderAnswer, dryAnswer]) },
    },
    async ({ body, actor, request, reply, once }, withTrx) => {
      const { account } = actor
      codeOfPerson(body, actor)
      const found = (number: string) => findOrder(app.services.db, { account, number })
      // What is ordered already would no longer be free.
      const earlier = body.dryRun ? undefined : await once.earlier<string>()
      if (earlier) return presentOrder(await found(earlier.of))
      const asked = { actor, front: deps.fronts.of(request.host), withTrx, day: app.services.clock.today() }
      const quoted = await quoteOrder(body, asked, deps)
      const declined = body.declined ?? []
      if (body.dryRun) {
        reply.code(200)
        const { lines, fitting } = withPromotions(quoted.lines, quoted.offers.offers, declined)
        const told = await withTrx((context) => withOpenOrders(lines, account, context))
        return {
          lines: told.map(presentQuoted),
          totalFen: totalOf(lines),
          findings: [],
          missing: missingIn(body, quoted),
          ...presentOffers(quoted.offers, fitting, declined),
        }
      }
      if (!body.termsAccepted) throw TermsNotAccepted()
      if (!body.templateId || !quoted.template) throw TemplateNeeded()
      if (quoted.template.findings.length > 0) throw EmailNotVerified({ findings: quoted.template.findings })
      if (quoted.offers.trouble) throw codeProblem(quoted.offers.trouble)
      const template = body.templateId
      const number = await once(async (context) => {
        // Another order of the account may have taken a discount since it was quoted, or somebody else the last use of a code.
        const now =
          quoted.offers.offers.length === 0
            ? quoted.offers
            : await offersOf(
                { lines: quoted.lines, product: 'register', promoCode: body.promoCode },
                account,
                { lock: true },
                context,
              )
        if (now.trouble) throw codeProblem(now.trouble)
        const placed = await placeOrder(
          {
            account,
            kind: 'register',
            lines: withPromotions(quoted.lines, now.offers, declined).lines,
            holderType: body.holderType,
            template,
            front: asked.front.kind,
            expectedTotalFen: body.expectedTotalFen,
            payWithinMinutes: deps.payWithinMinutes,
          },
          context,
        )
        await tellPlaced({ number: placed.number, account, kind: 'register', template }, quoted.lines, context)
        return placed.number
      })
      return presentOrder(await found(number))
    },
  )
}

/** What is still to be done before the order can be placed. */
function missingIn(body: z.output<typeof newOrder>, { template, offers }: OrderQuote) {
  return [
    ...(template ? [] : [TemplateNeeded().title]),
    ...(template && !template.emailVerified ? [EmailNotVerified().title] : []),
    ...(offers.trouble ? [codeProblem(offers.trouble).title] : []),
    ...(body.termsAccepted ? [] : [TermsNotAccepted().title]),
  ]
}
