import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { setDeadline } from '../../../kernel/deadlines/index.ts'
import type { ShopFront } from '../../../kernel/http/index.ts'
import { holdPromotions } from '../../promotions/index.ts'
import { holdTemplate } from '../../registrants/index.ts'
import { OrderRefused, PriceChanged } from '../errors.ts'
import { nextOrderNumber } from '../order-number.ts'
import { type QuotedLine, totalOf } from '../quote.ts'

export interface PlaceOrder {
  readonly account: string
  readonly kind: 'register' | 'renew'
  /** A renewal's lines know the expiry that the customer saw. */
  readonly lines: readonly (QuotedLine & { readonly expectedExpiry?: Date })[]
  readonly holderType: 'person' | 'organisation' | null
  readonly template: string | null
  /** Account of the template where it is another's: an agent's (S1-162). */
  readonly holderAccount?: string
  /** Where the customer confirms; undefined where nobody is at a front, as with an automatic renewal. */
  readonly front: ShopFront['kind'] | undefined
  /** What the customer saw when confirming; a different sum stops the order. */
  readonly expectedTotalFen: number | undefined
  readonly payWithinMinutes: number
}

/** Freezes what was confirmed as an order that awaits payment. No registry hears of it. @throws OrderRefused, PriceChanged, templateNotFound */
export async function placeOrder(order: PlaceOrder, context: Context): Promise<{ id: string; number: string }> {
  const { trx, clock, random } = context
  const refused = order.lines.filter(({ state }) => state === 'invalid')
  if (refused.length > 0) throw OrderRefused({ findings: refused.flatMap(({ findings }) => findings) })
  const totalFen = totalOf(order.lines)
  if (order.expectedTotalFen !== undefined && order.expectedTotalFen !== totalFen)
    throw PriceChanged({
      detail: {
        zh: `你看到的是 ¥${yuan(order.expectedTotalFen)}，现在是 ¥${yuan(totalFen)}`,
        en: `You saw ¥${yuan(order.expectedTotalFen)}; it is ¥${yuan(totalFen)} now`,
      },
    })
  if (order.template !== null)
    await holdTemplate(trx, { account: order.holderAccount ?? order.account, id: order.template })
  const id = random.uuid()
  const number = await nextOrderNumber(trx, clock)
  const now = clock.now()
  const payBy = new Date(now.getTime() + order.payWithinMinutes * 60_000)
  await trx
    .insertInto('orders')
    .values({
      id,
      number,
      account: order.account,
      kind: order.kind,
      state: 'awaiting-payment',
      holder_type: order.holderType,
      template: order.template,
      method: null,
      front: order.front ?? null,
      total_fen: totalFen,
      terms_accepted_at: now,
      created_at: now,
      pay_by: payBy,
      paid_at: null,
      ended_at: null,
    })
    .execute()
  const lines = order.lines.map((line) => ({ ...line, id: random.uuid() }))
  await trx
    .insertInto('order_line')
    .values(
      lines.map((line, position) => ({
        id: line.id,
        order_id: id,
        position,
        name: line.name,
        ascii: line.ascii,
        suffix: line.suffix,
        years: line.years,
        unit_text: line.price?.unitText ?? '',
        discount_fen: line.price?.discountFen ?? 0,
        subtotal_fen: line.price?.subtotalFen ?? 0,
        promotion: line.price?.promotion?.id ?? null,
        premium: line.price?.premium ? JSON.stringify(line.price.premium) : null,
        expected_expiry: line.expectedExpiry ?? null,
        state: 'awaiting-payment' as const,
        task: null,
        expires_at: null,
        failure: null,
        registry_answer: null,
      })),
    )
    .execute()
  const held = lines.flatMap(({ id: line, price }) =>
    price?.promotion
      ? [{ line, promotion: price.promotion.id, slot: price.promotion.slot, code: price.promotion.code }]
      : [],
  )
  await holdPromotions(trx, { account: order.account, held }, clock)
  await setDeadline({ kind: 'order.unpaid', subject: number, opensAt: payBy }, context)
  await record({ action: 'order.placed', subject: number, detail: { lines: order.lines.length, totalFen } }, context)
  return { id, number }
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
