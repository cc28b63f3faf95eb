import { record } from '../../../kernel/audit/index.ts'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import { releasePromotions } from '../../promotions/index.ts'
import type { RefundTo } from '../states.ts'
import type { Refund, RefundRequest } from './refund-step.ts'

/** A line that came to nothing, and where its money waits in the ledger. */
export interface LostLine {
  readonly line: string
  readonly order: string
  readonly number: string
  readonly account: string
  readonly fen: number
  readonly source: 'frozen' | 'revenue'
}

const actor = { kind: 'system', name: 'refund' } as const

/**
 * After the channel was asked: its money has gone back there; or the channel surely never takes it, and the customer's balance
 * has it; or nobody knows what the channel did, and an operator sees to it. Without a refund the money came from the balance.
 */
export async function settleRefund(
  lost: LostLine,
  { refund, request, channel }: { refund: Refund | null | undefined; request: unknown; channel: string },
  { trx, clock }: { trx: Trx; clock: Clock },
): Promise<RefundTo> {
  await releasePromotions(trx, [lost.line], clock)
  const to = placeOf(refund)
  if (refund && 'made' in refund)
    await record(
      { action: 'refund.refused', subject: lost.number, detail: { line: lost.line, code: refund.code, to } },
      { trx, clock, actor },
    )
  if (to !== 'operator') {
    await giveBack({ ...lost, to, channel }, { trx, clock })
    return to
  }
  await trx.updateTable('order_line').set({ refund_to: to }).where('id', '=', lost.line).execute()
  await trx
    .insertInto('refund_matter')
    .values({
      line: lost.line,
      code: refund && 'made' in refund ? refund.code : '',
      out_trade_no: (request as RefundRequest).outTradeNo,
      source: lost.source,
      opened_at: clock.now(),
    })
    .execute()
  return to
}

/** Moves the money of a lost line, once, and says on the line where it went. */
export async function giveBack(
  { line, order, number, account, fen, source, to, channel }: LostLine & { to: 'balance' | 'channel'; channel: string },
  { trx, clock }: { trx: Trx; clock: Clock },
): Promise<void> {
  const frozen = source === 'frozen'
  await post(
    trx,
    {
      key: `line/${line}/${frozen ? 'refund' : 'deleted'}`,
      kind: 'line.refunded',
      subject: number,
      lines: [
        { account: frozen ? ledgerAccounts.frozen(account, line) : ledgerAccounts.revenue, fen: -fen },
        { account: to === 'channel' ? ledgerAccounts.channel(channel) : ledgerAccounts.balance(account), fen },
      ],
    },
    clock,
  )
  await trx.updateTable('order_line').set({ state: 'refunded', refund_to: to }).where('id', '=', line).execute()
  // An order that is still at work sums up its lines when it ends.
  await trx
    .updateTable('orders')
    .set((eb) => ({ refunded_fen: eb('refunded_fen', '+', fen) }))
    .where('id', '=', order)
    .where('state', '<>', 'processing')
    .execute()
}

function placeOf(refund: Refund | null | undefined): RefundTo {
  if (!refund) return 'balance'
  if (!('made' in refund)) return 'channel'
  return refund.sure ? 'balance' : 'operator'
}
