import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import {
  type CustomerActor,
  eventStream,
  findingSchema,
  freeRoute,
  route,
  type ShopFront,
  type ShopFronts,
  textSchema,
} from '../../kernel/http/index.ts'
import { taskByNumber } from '../../kernel/tasks/index.ts'
import { type Catalog, pointedTo } from '../catalog/index.ts'
import type { Registries } from '../domains/index.ts'
import { balanceOf, entriesOf, ledgerAccounts } from '../money/index.ts'
import { takenSlots, takeTurns } from '../promotions/index.ts'
import { circumstancesOf, templateFindings, templateOf } from '../registrants/index.ts'
import { type AvailabilityAsker, checkNames, type PremiumOffer, premiumNotSold } from '../search/index.ts'
import type { NamesToQualify, VerificationProvider } from '../verification/index.ts'
import { applyPayment } from './commands/apply-payment.ts'
import { type BegunPayment, beginPayment, beginTopUp } from './commands/begin-payment.ts'
import { cancelOrder } from './commands/close-order.ts'
import { payByBalance } from './commands/pay-by-balance.ts'
import { mustBeSold, placeOrder } from './commands/place-order.ts'
import { EmailNotVerified, OrderNotFound, PromotionRefused, TemplateNeeded, TermsNotAccepted } from './errors.ts'
import type { VerifyPolicy } from './holder-findings.ts'
import { noteNotice, unsignedNotices } from './notices.ts'
import { type ToldLine, withOpenOrders } from './open-orders.ts'
import { orderAnswer } from './order-answer.ts'
import type { OrderChanges } from './order-changes.ts'
import type { PaymentChannel } from './ports.ts'
import { presentOrder } from './presenter.ts'
import { firstOrderSlot, premiumLinePrice } from './price-line.ts'
import { findOrder, isFirstOrder, listOrders, methodsOf } from './queries.ts'
import { lostMeanwhile, type QuotedLine, quote, totalOf } from './quote.ts'
import { withRegistered } from './registered-already.ts'
import { renewalRoutes } from './renewals/routes.ts'
import { withCheckedPerson, withLabelAdvice, withQualification } from './reviewed-first.ts'
import { type ChannelMethod, channelMethods } from './states.ts'
import { tellPlaced } from './tell-order.ts'

export interface OrdersRoutesDeps {
  readonly catalog: Catalog
  readonly asker: AvailabilityAsker
  readonly channel: PaymentChannel
  readonly changes: OrderChanges
  readonly origin: string
  readonly payWithinMinutes: number
  readonly registryLimitMs: number
  /** 中国站、国际站: the rules of who may hold what differ (S1-12…S1-25). */
  readonly fronts: ShopFronts
  /** Whether a suffix that wants its holder verified first gets that (`verification.before`). */
  readonly verifyBefore: VerifyPolicy
  /** Awaited at the points of `paymentPoints`. */
  readonly onPoint?: (point: string) => void | Promise<void>
  readonly registries: Registries
  /** Who reviews labels for registries that want its codes. */
  readonly provider: VerificationProvider | undefined
  /** Names whose holder has to prove a right to them. */
  readonly names: NamesToQualify
}

const number = z.strictObject({ number: z.string().regex(/^\d{8,24}$/) })
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
      premium: z.boolean(),
      state: z.enum(['ok', 'invalid']),
      findings: z.array(findingSchema).readonly(),
      /** Number of the account's own order that has the name and waits for payment. */
      openOrder: z.string().optional(),
    }),
  ),
  totalFen: fen,
  findings: z.array(findingSchema),
  missing: z.array(textSchema),
})
const newOrder = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(300),
        years: z.int().min(1).max(10),
        /** A 姓名.网址 name: only for the person whose name and ID number have passed the check. */
        personal: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(500),
  holderType: z.enum(['person', 'organisation']),
  templateId: z.uuid().optional(),
  termsAccepted: z.boolean(),
  promoCode: z.string().max(60).optional(),
  expectedTotalFen: fen.optional(),
  dryRun: z.boolean().optional(),
})
const payment = z.object({
  order: orderAnswer.optional(),
  redirect: z.string().optional(),
  qr: z.string().optional(),
  outTradeNo: z.string().optional(),
})

type NewOrder = z.output<typeof newOrder>

/** Where a process could die with a notification of the channel in hand: before its commit, and before its answer. */
const noticeWithin = 'PAYMENT_NOTICE:applied:within'
const noticeAfter = 'PAYMENT_NOTICE:applied:after'
export const paymentPoints = [noticeWithin, noticeAfter]

/** Orders, payment and balance (S0-09…S0-30, S1-84…S1-89, S1-99…S1-105). */
export function ordersRoutes(deps: OrdersRoutesDeps) {
  return (app: FastifyInstance): void => {
    orderRoutes(app, deps)
    renewalRoutes(app, deps)
    paymentRoutes(app, deps)
    watchRoutes(app, deps)
  }
}

const tag = 'orders'
const page = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

function orderRoutes(app: FastifyInstance, deps: OrdersRoutesDeps): void {
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'orders',
      summary: 'Confirm an order; with dryRun only its price and what stands against it',
      tag,
      who: 'buyer',
      perMinute: 120,
      body: newOrder,
      bodyBytes: 256 * 1024,
      keyed: true,
      answers: { 201: z.union([orderAnswer, dryAnswer]) },
    },
    async ({ body, actor, request, reply, once }, withTrx) => {
      const found = (number: string) => findOrder(app.services.db, { account: actor.account, number })
      // What is ordered already would no longer be free.
      const earlier = body.dryRun ? undefined : await once.earlier<string>()
      if (earlier) return presentOrder(await found(earlier.of))
      const front = deps.fronts.of(request.host)
      const quoted = await withTrx(async (context) => quoteFor(body, actor, front, deps, context))
      const answers = await availabilityOf(quoted.lines, deps)
      const today = app.services.clock.today()
      const lines = asAnswered(await withLabelAdvice(quoted.lines, deps, quoted), answers, today)
      if (body.dryRun) {
        reply.code(200)
        const told = await withTrx((context) => withOpenOrders(lines, actor.account, context))
        return { lines: told.map(presentQuoted), totalFen: totalOf(lines), findings: [], missing: quoted.missing }
      }
      if (!body.termsAccepted) throw TermsNotAccepted()
      if (!body.templateId) throw TemplateNeeded()
      if (quoted.templateFindings.length > 0) throw EmailNotVerified({ findings: quoted.templateFindings })
      if (quoted.wrongCode) throw PromotionRefused()
      // Prices are looked at once more below; what the provider said of a label is said only here.
      mustBeSold(lines)
      const number = await once(async (context) => {
        const placed = await placeOrder(
          {
            account: actor.account,
            kind: 'register',
            lines: asAnswered(
              await stillDiscounted(lines, quoted.lines, (again) => quoteFor(body, actor, front, deps, again), context),
              answers,
              today,
            ),
            holderType: body.holderType,
            template: body.templateId ?? null,
            promoCode: body.promoCode ?? null,
            front: front.kind,
            expectedTotalFen: body.expectedTotalFen,
            payWithinMinutes: deps.payWithinMinutes,
          },
          context,
        )
        await tellPlaced(
          { number: placed.number, account: actor.account, kind: 'register', template: body.templateId ?? null },
          quoted.lines,
          context,
        )
        return placed.number
      })
      return presentOrder(await found(number))
    },
  )
  route(
    app,
    {
      method: 'GET',
      url: 'orders',
      summary: 'Orders, the latest first, one page at a time',
      tag,
      who: 'customer',
      perMinute: 120,
      query: page,
      answers: { 200: z.object({ orders: z.array(orderAnswer), next: z.string().nullable() }) },
    },
    async ({ actor, query }, { trx }) => {
      const { orders, next } = await listOrders(trx, { account: actor.account, ...query })
      return { orders: orders.map(presentOrder), next }
    },
  )
  route(
    app,
    {
      method: 'POST',
      url: 'orders/:number/cancel',
      summary: 'Give an unpaid order up',
      tag,
      who: 'customer',
      perMinute: 60,
      params: number,
      answers: { 200: orderAnswer },
    },
    async ({ actor, params }, context) => {
      await cancelOrder({ account: actor.account, number: params.number }, context)
      return presentOrder(await findOrder(context.trx, { account: actor.account, number: params.number }))
    },
  )
}

function paymentRoutes(app: FastifyInstance, deps: OrdersRoutesDeps): void {
  const { channel, origin, onPoint } = deps
  const unsigned = unsignedNotices(app.services)
  // Online banking is chosen at the channel's own cashier, which has no QR code for it (S0-27).
  const pay = async (begun: BegunPayment, method: ChannelMethod, subject: string, returnUrl: string) => ({
    redirect: channel.payPage({ ...tradeOf(begun), subject, returnUrl, banksOnly: method === 'online-banking' }),
    ...(method === 'alipay' ? { qr: await channel.precreate({ ...tradeOf(begun), subject }) } : {}),
    outTradeNo: begun.outTradeNo,
  })

  freeRoute(
    app,
    {
      method: 'POST',
      url: 'orders/:number/pay',
      summary: 'Pay from the balance, or begin a payment at the channel',
      tag,
      who: 'buyer',
      perMinute: 120,
      params: number,
      body: z.strictObject({ method: z.enum(['balance', ...channelMethods]) }),
      keyed: true,
      answers: { 200: payment },
    },
    async ({ actor, params, body, once }) => {
      const key = { account: actor.account, number: params.number }
      const { method } = body
      if (method === 'balance') {
        await once(async (context) => {
          await payByBalance(key, context)
          return null
        })
        return { order: presentOrder(await findOrder(app.services.db, key)) }
      }
      const begun = await once((context) => beginPayment({ ...key, method }, context))
      const offered = await pay(begun, method, `域名订单 ${params.number}`, `${origin}/orders/${params.number}`)
      return { order: presentOrder(await findOrder(app.services.db, key)), ...offered }
    },
  )
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'balance/top-ups',
      summary: 'Put money on the balance',
      tag: 'balance',
      who: 'owner',
      perMinute: 30,
      body: z.strictObject({ amountFen: z.int().min(1).max(1_000_000_00), method: z.enum(channelMethods) }),
      keyed: true,
      answers: { 201: payment },
    },
    async ({ actor, body, once }) =>
      pay(
        await once((context) =>
          beginTopUp({ account: actor.account, fen: body.amountFen, method: body.method }, context),
        ),
        body.method,
        '账户充值',
        `${origin}/account`,
      ),
  )
  route(
    app,
    {
      method: 'GET',
      url: 'balance',
      summary: 'The balance and its movements, the latest first, one page at a time',
      tag: 'balance',
      who: 'owner',
      perMinute: 240,
      query: page,
      answers: {
        200: z.object({
          balanceFen: fen,
          entries: z.array(
            z.object({
              at: z.string(),
              kind: z.string(),
              /** How money that came through the channel was paid. */
              method: z.enum(channelMethods).optional(),
              fen: z.int(),
              balanceFen: z.int(),
              subject: z.string(),
            }),
          ),
          next: z.string().nullable(),
        }),
      },
    },
    async ({ actor, query }, { trx }) => {
      const ledgerAccount = ledgerAccounts.balance(actor.account)
      const { entries, next } = await entriesOf(trx, { ledgerAccount, ...query })
      const methods = await methodsOf(
        trx,
        entries.map(({ key }) => key),
      )
      return {
        balanceFen: await balanceOf(trx, ledgerAccount),
        entries: entries.map((entry) => {
          const method = methods.get(entry.key)
          return {
            at: entry.at.toISOString(),
            kind: entry.kind,
            ...(method && { method }),
            fen: entry.fen,
            balanceFen: entry.balance_after_fen ?? 0,
            subject: entry.subject,
          }
        }),
        next,
      }
    },
  )
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'payments/alipay/notify',
      summary: 'Notifications of the payment channel',
      tag: 'balance',
      who: 'anyone',
      perMinute: 6_000,
      outside: true,
      body: z.record(z.string().max(64), z.string().max(4_000)),
      answers: { 200: z.string() },
    },
    async ({ body }, withTrx) => {
      const notice = channel.readNotice(body)
      if (!notice) {
        await unsigned(body, withTrx)
        return 'fail'
      }
      const outcome = await withTrx(async (context) => {
        const result = notice.status === 'paid' ? await applyPayment(notice, context) : `status-${notice.status}`
        await noteNotice(context, { outTradeNo: notice.outTradeNo, form: body, outcome: result })
        if (result === 'applied') await onPoint?.(noticeWithin)
        return result
      })
      if (outcome === 'applied') await onPoint?.(noticeAfter)
      // Only a plain "success" ends the channel's repetitions; what could not be used is looked into by people.
      return outcome === 'wrong-amount' || outcome === 'unknown-trade' ? 'fail' : 'success'
    },
  )
}

function watchRoutes(app: FastifyInstance, { changes }: OrdersRoutesDeps): void {
  freeRoute(
    app,
    {
      method: 'GET',
      url: 'orders/:number',
      summary: 'One order; as text/event-stream it is told at each change',
      tag,
      who: 'customer',
      perMinute: 600,
      params: number,
      answers: { 200: orderAnswer },
    },
    async ({ actor, params, request, reply }) => {
      const { db } = app.services
      const key = { account: actor.account, number: params.number }
      const first = presentOrder(await findOrder(db, key))
      if (!(request.headers.accept ?? '').includes('text/event-stream')) return first
      const ended = (state: string) => !['awaiting-payment', 'processing'].includes(state)
      return eventStream(reply, async ({ send, gone }) => {
        let told = ''
        for (let order = first; !gone.aborted; order = presentOrder(await findOrder(db, key))) {
          const text = JSON.stringify(order)
          if (text !== told) send('order', order)
          told = text
          if (ended(order.state)) break
          await changes.next(2_000, gone)
          // A large order changes hundreds of times a second; four looks a second are as live as eyes are.
          if (!gone.aborted) await delay(250)
        }
      })
    },
  )
  freeRoute(
    app,
    {
      method: 'GET',
      url: 'tasks/:number',
      summary: 'One task with its steps',
      tag,
      who: 'customer',
      perMinute: 240,
      params: number,
      answers: {
        200: z.object({
          number: z.string(),
          kind: z.string(),
          state: z.string(),
          subject: z.string(),
          steps: z.array(z.object({ name: z.string(), phase: z.string(), at: z.string() })),
          waitingFor: z.string().nullable(),
        }),
      },
    },
    async ({ actor, params }) => {
      const found = await taskByNumber(app.services.db, { number: params.number, account: actor.account })
      if (!found) throw OrderNotFound()
      const { task, steps, waitingFor } = found
      return {
        number: task.number,
        kind: task.kind,
        state: task.state,
        subject: task.subject,
        steps: steps.map(({ name, phase, finished_at }) => ({ name, phase, at: finished_at.toISOString() })),
        waitingFor: waitingFor ? `${waitingFor.party}: ${waitingFor.step}` : null,
      }
    },
  )
}

function tradeOf({ expiresAt, ...begun }: BegunPayment) {
  return { ...begun, expiresAt: new Date(expiresAt) }
}

async function quoteFor(
  body: NewOrder,
  actor: CustomerActor,
  front: ShopFront,
  { catalog, fronts, verifyBefore, names }: OrdersRoutesDeps,
  { trx, clock }: Context,
) {
  const day = clock.today()
  const template = body.templateId ? await templateOf(trx, actor, body.templateId) : undefined
  const wrongCode = body.promoCode !== undefined && body.promoCode !== '' && !catalog.knowsCode(body.promoCode, day)
  const lines = quote(
    {
      lines: body.lines,
      holder: {
        site: front.kind,
        operation: 'register',
        ...(template && circumstancesOf(template)),
        holderType: body.holderType,
      },
      holderState: template,
      verifyBefore,
      promoCode: body.promoCode,
      taken: await slotsOf(trx, actor.account),
    },
    catalog,
    day,
  )
  const missing = [
    ...(template ? [] : [TemplateNeeded().title]),
    ...(template && !template.emailVerified ? [EmailNotVerified().title] : []),
    ...(wrongCode ? [PromotionRefused().title] : []),
    ...(body.termsAccepted ? [] : [TermsNotAccepted().title]),
  ]
  const holder = { trx, account: actor.account, template: template?.id }
  const sold = await withRegistered(lines, { trx, account: actor.account })
  const qualified = await withCheckedPerson(await withQualification(sold, names, holder), {
    ...holder,
    now: clock.now(),
  })
  const other = fronts.other(front)
  return {
    lines: qualified.map((line) => ({ ...line, findings: pointedTo(line.findings, other) })),
    identity: template?.identity,
    missing,
    wrongCode,
    templateFindings: template ? templateFindings(template) : [],
  }
}

/** A discount that another order of the account has taken since is not given twice: the lines have their price without it. */
async function stillDiscounted(
  shown: readonly QuotedLine[],
  lines: readonly QuotedLine[],
  quoteAgain: (context: Context) => Promise<{ readonly lines: readonly QuotedLine[] }>,
  context: Context,
): Promise<readonly QuotedLine[]> {
  const account = context.actor.kind === 'customer' ? context.actor.account : undefined
  if (account === undefined || !shown.some(({ price }) => price?.promotion)) return lines
  await takeTurns(context.trx, account)
  return (await quoteAgain(context)).lines
}

/** What the registries say of the names now: one that was taken since it went on the list is told before anybody pays for it. */
function availabilityOf(
  lines: readonly QuotedLine[],
  { asker, registryLimitMs }: OrdersRoutesDeps,
): ReturnType<typeof checkNames> {
  const askable = lines.flatMap(({ state, registry, ascii, years }) =>
    state === 'ok' && registry !== null ? [{ registry, ascii, years }] : [],
  )
  return checkNames(asker, askable, registryLimitMs)
}

function asAnswered(
  lines: readonly QuotedLine[],
  answers: Awaited<ReturnType<typeof checkNames>>,
  day: string,
): QuotedLine[] {
  return lines.map((line) => {
    const answer = answers.get(line.ascii)
    if (line.state !== 'ok' || !answer) return line
    if (!answer.available) return { ...line, state: 'invalid', findings: [...line.findings, lostMeanwhile(day)] }
    return answer.premium ? atItsOwnPrice(line, answer.premium) : line
  })
}

/** A premium name is never ordered at the price of its suffix. */
function atItsOwnPrice(line: QuotedLine, { retailFen, fee }: PremiumOffer): QuotedLine {
  if (retailFen === null || !fee)
    return { ...line, price: undefined, state: 'invalid', findings: [premiumNotSold, ...line.findings] }
  return { ...line, price: premiumLinePrice(retailFen, fee) }
}

/** The account's slots that are taken; that of the first order also by any order that was paid and kept. */
async function slotsOf(trx: Context['trx'], account: string): Promise<ReadonlySet<string>> {
  const taken = await takenSlots(trx, account)
  return (await isFirstOrder(trx, account)) ? taken : new Set([...taken, firstOrderSlot])
}

function presentQuoted({ name, ascii, suffix, years, price, state, findings, openOrder }: ToldLine) {
  return {
    name,
    ascii,
    suffix,
    years,
    unitText: price?.unitText ?? '',
    discountFen: price?.discountFen ?? 0,
    subtotalFen: price?.subtotalFen ?? 0,
    premium: price?.premium !== undefined,
    state,
    findings,
    ...(openOrder === undefined ? {} : { openOrder }),
  }
}
