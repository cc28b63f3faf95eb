import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { freeRoute, route, type ShopFront, textSchema } from '../../../kernel/http/index.ts'
import { agentTemplate, circumstancesOf, hasTemplate, type Template } from '../../registrants/index.ts'
import { placeOrder } from '../commands/place-order.ts'
import { TermsNotAccepted } from '../errors.ts'
import { orderAnswer } from '../order-answer.ts'
import { asAnswered, availabilityOf } from '../placing/quote-order.ts'
import type { PlaceRoutesDeps } from '../placing/routes.ts'
import { dryLine, presentQuoted } from '../placing/schemas.ts'
import { presentOrder } from '../presenter.ts'
import { findOrder } from '../queries.ts'
import { type QuotedLine, quote, totalOf } from '../quote.ts'
import { withRegistered } from '../registered-already.ts'
import { withLabelAdvice, withQualification } from '../reviewed-first.ts'
import { tellPlaced } from '../tell-order.ts'
import { AgentNotAccepted, AgentNotFit, HasTemplate } from './errors.ts'
import { quickLinks } from './quick-links.ts'

export interface QuickOrderDeps extends PlaceRoutesDeps {
  readonly clock: Clock
  /** Template under which the names are registered: the operator's own, verified (`quickOrder.agentTemplate`). */
  readonly template: string
  /** Public origin of the console, for the links. */
  readonly origin: string
  /** Signs them. */
  readonly secret: string
}

type Agent = Template & { readonly account: string }

const tag = 'quick orders'
const name = z.string().min(3).max(100)
const token = z.string().min(20).max(2_000)

/**
 * Quick orders by a scanned code (扫码快速下单, S1-162…S1-167): whoever has no template buys with an agent's. The routes are
 * there only where the operator has switched the campaign on; the normal checkout knows nothing of it.
 */
export function quickOrderRoutes(deps: QuickOrderDeps) {
  const links = quickLinks(deps)
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        method: 'POST',
        url: 'quick-orders/links',
        summary: 'A short-lived signed address that hands some names to a phone',
        tag,
        who: 'anyone',
        perMinute: 30,
        body: z.strictObject({ names: z.array(name).min(1).max(5) }),
        bodyBytes: 4_096,
        answers: { 201: z.object({ url: z.string(), expiresAt: z.string() }) },
      },
      async ({ body }) => {
        const { url, expiresAt } = links.make(body.names)
        return { url, expiresAt: expiresAt.toISOString() }
      },
    )
    freeRoute(
      app,
      {
        method: 'POST',
        url: 'quick-orders/preview',
        summary: 'What a scanned address orders, what it costs, and who would hold it',
        tag,
        who: 'customer',
        perMinute: 60,
        body: z.strictObject({ token }),
        bodyBytes: 4_096,
        answers: {
          200: z.object({
            lines: z.array(dryLine),
            totalFen: z.int().nonnegative(),
            agent: z.object({ name: textSchema, email: z.string(), phone: z.string() }),
            until: z.string(),
          }),
        },
      },
      async ({ body, actor, request }, withTrx) => {
        const { names, expiresAt } = links.read(body.token)
        const front = deps.fronts.of(request.host)
        const { agent, lines } = await withTrx((context) => quoted(names, { account: actor.account, front }, context))
        const answered = await askedAbout(lines, agent)
        return {
          lines: answered.map(presentQuoted),
          totalFen: totalOf(answered),
          agent: { name: agent.name, email: agent.email, phone: agent.phone },
          until: expiresAt.toISOString(),
        }
      },
    )
    freeRoute(
      app,
      {
        method: 'POST',
        url: 'quick-orders',
        summary: 'Order the names of a scanned address with the agent’s template; it is paid as any other order',
        tag,
        who: 'buyer',
        perMinute: 30,
        body: z.strictObject({
          token,
          termsAccepted: z.boolean(),
          /** That an agent holds the names at first, and that they are to be transferred in time. */
          agentAccepted: z.boolean(),
          expectedTotalFen: z.int().nonnegative(),
        }),
        bodyBytes: 4_096,
        keyed: true,
        answers: { 201: orderAnswer },
      },
      async ({ body, actor, request, once }, withTrx) => {
        const found = (number: string) => findOrder(app.services.db, { account: actor.account, number })
        const earlier = await once.earlier<string>()
        if (earlier) return presentOrder(await found(earlier.of))
        const { names } = links.read(body.token)
        if (!body.termsAccepted) throw TermsNotAccepted()
        if (!body.agentAccepted) throw AgentNotAccepted()
        const who = { account: actor.account, front: deps.fronts.of(request.host) }
        const first = await withTrx((context) => quoted(names, who, context))
        const answers = await availabilityOf(first.lines, deps)
        const today = app.services.clock.today()
        const advised = await withLabelAdvice(first.lines, deps, { identity: 'verified' })
        const number = await once(async (context) => {
          const { agent, lines } = await quoted(names, who, context)
          const placed = await placeOrder(
            {
              account: actor.account,
              kind: 'register',
              // Prices are of now; what the provider said of a label is said only once.
              lines: asAnswered(advised.some(({ state }) => state === 'invalid') ? advised : lines, answers, today),
              holderType: agent.holderType,
              template: agent.id,
              holderAccount: agent.account,
              front: who.front.kind,
              expectedTotalFen: body.expectedTotalFen,
              payWithinMinutes: deps.payWithinMinutes,
            },
            context,
          )
          await tellPlaced(
            { number: placed.number, account: actor.account, kind: 'register', template: agent.id },
            lines,
            context,
          )
          return placed.number
        })
        return presentOrder(await found(number))
      },
    )
  }

  /** @throws HasTemplate, AgentNotFit */
  async function quoted(
    names: readonly string[],
    { account, front }: { account: string; front: ShopFront },
    { trx, clock }: Context,
  ): Promise<{ agent: Agent; lines: QuotedLine[] }> {
    if (await hasTemplate(trx, account)) throw HasTemplate()
    const agent = await agentTemplate(trx, deps.template)
    if (!agent) throw AgentNotFit()
    const lines = quote(
      {
        lines: names.map((one) => ({ name: one, years: 1 })),
        holder: { site: front.kind, operation: 'register', ...circumstancesOf(agent) },
        holderState: agent,
        verifyBefore: deps.verifyBefore,
      },
      deps.catalog,
      clock.today(),
    )
    const sold = await withRegistered(lines, { trx, account })
    const holder = { trx, account: agent.account, template: agent.id, today: clock.today() }
    return { agent, lines: await withQualification(sold, deps.names, holder) }
  }

  async function askedAbout(lines: readonly QuotedLine[], { identity }: Agent): Promise<QuotedLine[]> {
    const answers = await availabilityOf(lines, deps)
    return asAnswered(await withLabelAdvice(lines, deps, { identity }), answers, deps.clock.today())
  }
}
