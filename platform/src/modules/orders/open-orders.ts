import type { Finding } from '@yuming/rules'
import type { Context } from '../../kernel/context.ts'
import type { QuotedLine } from './quote.ts'

/** A quoted line, with the number of the account's open order that has the name already. */
export type ToldLine = QuotedLine & { readonly openOrder?: string }

/** Tells which of the names wait for payment in another order of the account: paying both would pay twice for one name. */
export async function withOpenOrders(
  lines: readonly QuotedLine[],
  account: string,
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<readonly ToldLine[]> {
  const open = await trx
    .selectFrom('orders')
    .innerJoin('order_line', 'order_line.order_id', 'orders.id')
    .select(['order_line.ascii', 'orders.number'])
    .where('orders.account', '=', account)
    .where('orders.state', '=', 'awaiting-payment')
    .where('orders.pay_by', '>', clock.now())
    .where('order_line.ascii', 'in', [...new Set(lines.map(({ ascii }) => ascii))])
    .orderBy('orders.created_at')
    .execute()
  const numbers = new Map(open.map(({ ascii, number }) => [ascii, number]))
  return lines.map((line) => {
    const openOrder = numbers.get(line.ascii)
    return openOrder ? { ...line, openOrder, findings: [...line.findings, openFinding(openOrder)] } : line
  })
}

function openFinding(number: string): Finding {
  return {
    rule: 'ORDER-OPEN-01',
    severity: 'advise',
    field: 'name',
    message: {
      zh: `这个名字已在订单 ${number} 里，等你付款`,
      en: `Order ${number} has this name already and waits for your payment`,
    },
    remedy: { zh: '去付那一单，或先取消它', en: 'Pay that order, or give it up first' },
    source: { document: '本平台的下单规则', section: '确认订单' },
    from: '2026-11-29',
  }
}
