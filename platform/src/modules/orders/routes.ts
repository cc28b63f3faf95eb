import { createHash } from 'node:crypto'
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
import { templateFindings, templateOf } from '../registrants/index.ts'
import { type AvailabilityAsker, checkNames, type PremiumOffer, premiumNotSold } from '../search/index.ts'
import type { NamesToQualify, VerificationProvider } from '../verification/index.ts'
import { applyPayment } from './commands/apply-payment.ts'
import { type BegunPayment, beginPayment, beginTopUp } from './commands/begin-payment.ts'
import { cancelOrder } from './commands/close-order.ts'
import { payByBalance } from './commands/pay-by-balance.ts'
import { placeOrder } from './commands/place-order.ts'
import { EmailNotVerified, OrderNotFound, PromotionRefused, TemplateNeeded, TermsNotAccepted } from './errors.ts'
import type { VerifyPolicy } from './holder-findings.ts'
import { orderAnswer } from './order-answer.ts'
import type { OrderChanges } from './order-changes.ts'
import type { PaymentChannel } from './ports.ts'
import { presentOrder } from './presenter.ts'
import { premiumLinePrice } from './price-line.ts'
import { findOrder, isFirstOrder, listOrders } from './queries.ts'
import { lostMeanwhile, type QuotedLine, quote, totalOf } from './quote.ts'
import { renewalRoutes } from './renewals/routes.ts'
import { withLabelAdvice, withQualification } from './reviewed-first.ts'
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
    }),
  ),
  totalFen: fen,
  findings: z.array(findingSchema),
  missing: z.array(textSchema),
})
const newOrder = z.strictObject({
  lines: z
    .array(z.strictObject({ name: z.string().min(1).max(300), years: z.int().min(1).max(10) }))
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

/** Both are paid at the same channel, and refunds go back there. */
/** Where a process could die with a notification of the channel in hand: before its commit, and before its answer. */
const noticeWithin = 'PAYMENT_NOTICE:applied:within'
const noticeAfter = 'PAYMENT_NOTICE:applied:after'
export const paymentPoints = [noticeWithin, noticeAfter]

const channelMethods = ['alipay', 'online-banking'] as const
type ChannelMethod = (typeof channelMethods)[number]

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
      answers: { 201: z.union([orderAnswer, dryAnswer]) },
    },
    async ({ body, actor, request, reply }, withTrx) => {
      const front = deps.fronts.of(request.host)
      const quoted = await withTrx(async (context) => quoteFor(body, actor, front, deps, context))
      const day = app.services.clock.today()
      const lines = await withAvailability(await withLabelAdvice(quoted.lines, deps, quoted), deps, day)
      if (body.dryRun) {
        reply.code(200)
        return { lines: lines.map(presentQuoted), totalFen: totalOf(lines), findings: [], missing: quoted.missing }
      }
      if (!body.termsAccepted) throw TermsNotAccepted()
      if (!body.templateId) throw TemplateNeeded()
      if (quoted.templateFindings.length > 0) throw EmailNotVerified({ findings: quoted.templateFindings })
      if (quoted.wrongCode) throw PromotionRefused()
      return withTrx(async (context) => {
        const placed = await placeOrder(
          {
            account: actor.account,
            kind: 'register',
            lines,
            holderType: body.holderType,
            template: body.templateId ?? null,
            promoCode: body.promoCode ?? null,
            expectedTotalFen: body.expectedTotalFen,
            payWithinMinutes: deps.payWithinMinutes,
          },
          context,
        )
        const { number } = placed
        await tellPlaced(
          { number, account: actor.account, kind: 'register', template: body.templateId ?? null },
          lines,
          context,
        )
        return presentOrder(await findOrder(context.trx, { account: actor.account, number }))
      })
    },
  )
  route(
    app,
    {
      method: 'GET',
      url: 'orders',
      summary: 'The latest orders',
      tag,
      who: 'customer',
      perMinute: 120,
      answers: { 200: z.object({ orders: z.array(orderAnswer) }) },
    },
    async ({ actor }, { trx }) => ({
      orders: (await listOrders(trx, actor.account, 100)).map(presentOrder),
    }),
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
  // Online banking is chosen at the channel's own cashier, which has no QR code for it (S0-27).
  const pay = async (begun: BegunPayment, method: ChannelMethod, subject: string, returnUrl: string) => ({
    redirect: channel.payPage({ ...begun, subject, returnUrl, banksOnly: method === 'online-banking' }),
    ...(method === 'alipay' ? { qr: await channel.precreate({ ...begun, subject }) } : {}),
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
      answers: { 200: payment },
    },
    async ({ actor, params, body }, withTrx) => {
      const key = { account: actor.account, number: params.number }
      const { method } = body
      if (method === 'balance') {
        await withTrx((context) => payByBalance(key, context))
        return { order: presentOrder(await findOrder(app.services.db, key)) }
      }
      const begun = await withTrx((context) => beginPayment(key, context))
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
      answers: { 201: payment },
    },
    async ({ actor, body }, withTrx) =>
      pay(
        await withTrx((context) => beginTopUp({ account: actor.account, fen: body.amountFen }, context)),
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
      summary: 'The balance and its latest movements',
      tag: 'balance',
      who: 'owner',
      perMinute: 240,
      answers: {
        200: z.object({
          balanceFen: fen,
          entries: z.array(
            z.object({ at: z.string(), kind: z.string(), fen: z.int(), balanceFen: z.int(), subject: z.string() }),
          ),
        }),
      },
    },
    async ({ actor }, { trx }) => ({
      balanceFen: await balanceOf(trx, ledgerAccounts.balance(actor.account)),
      entries: (await entriesOf(trx, ledgerAccounts.balance(actor.account), 100)).map((entry) => ({
        at: entry.at.toISOString(),
        kind: entry.kind,
        fen: entry.fen,
        balanceFen: entry.balance_after_fen ?? 0,
        subject: entry.subject,
      })),
    }),
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
      const outcome = await withTrx(async (context) => {
        const result = !notice
          ? 'bad-signature'
          : notice.status !== 'paid'
            ? `status-${notice.status}`
            : await applyPayment(notice, context)
        await noteNotice(context, notice?.outTradeNo ?? null, body, result)
        if (result === 'applied') await onPoint?.(noticeWithin)
        return result
      })
      if (outcome === 'applied') await onPoint?.(noticeAfter)
      // Only a plain "success" ends the channel's repetitions; what could not be used is looked into by people.
      return outcome === 'bad-signature' || outcome === 'wrong-amount' || outcome === 'unknown-trade'
        ? 'fail'
        : 'success'
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
        holderType: body.holderType,
        ...(template && { region: template.region, holderName: template.name }),
      },
      holderState: template,
      verifyBefore,
      promoCode: body.promoCode,
      firstOrder: await isFirstOrder(trx, actor.account),
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
  const qualified = await withQualification(lines, names, { trx, account: actor.account, template: template?.id })
  const other = fronts.other(front)
  return {
    lines: qualified.map((line) => ({ ...line, findings: pointedTo(line.findings, other) })),
    identity: template?.identity,
    missing,
    wrongCode,
    templateFindings: template ? templateFindings(template) : [],
  }
}

/** A name that was taken since it went on the list is told before anybody pays for it. */
async function withAvailability(
  lines: readonly QuotedLine[],
  { asker, registryLimitMs }: OrdersRoutesDeps,
  day: string,
): Promise<QuotedLine[]> {
  const askable = lines.flatMap(({ state, registry, ascii, years }) =>
    state === 'ok' && registry !== null ? [{ registry, ascii, years }] : [],
  )
  const answers = await checkNames(asker, askable, registryLimitMs)
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

function presentQuoted({ name, ascii, suffix, years, price, state, findings }: QuotedLine) {
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
  }
}

async function noteNotice(
  { trx, clock }: Context,
  outTradeNo: string | null,
  form: Readonly<Record<string, string>>,
  outcome: string,
): Promise<void> {
  const digest = createHash('sha256').update(JSON.stringify(form)).digest('hex')
  await trx
    .insertInto('payment_notice')
    .values({ out_trade_no: outTradeNo?.slice(0, 64) ?? null, digest, outcome, at: clock.now() })
    .execute()
}
