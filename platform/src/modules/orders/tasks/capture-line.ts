import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import type { RegistryAnswer } from '../../domains/index.ts'
import { ledgerAccounts, post } from '../../money/index.ts'
import { settleOrder } from './settle-order.ts'

interface PaidLine {
  readonly order: string
  readonly number: string
  readonly line: string
  readonly account: string
  readonly subtotalFen: number
}

/** The line succeeded: its money becomes revenue, and the order ends when it was the last. */
export async function captureLine(
  trx: Trx,
  { input, expiresAt, answer, origin }: { input: PaidLine; expiresAt: Date; answer: RegistryAnswer; origin: string },
  deps: { clock: Clock; random: Random },
): Promise<void> {
  await post(
    trx,
    {
      key: `line/${input.line}/capture`,
      kind: 'line.registered',
      subject: input.number,
      lines: [
        { account: ledgerAccounts.frozen(input.account, input.line), fen: -input.subtotalFen },
        { account: ledgerAccounts.revenue, fen: input.subtotalFen },
      ],
    },
    deps.clock,
  )
  const { code, message, clTRID, svTRID } = answer
  await trx
    .updateTable('order_line')
    .set({
      state: 'succeeded',
      expires_at: expiresAt,
      registry_answer: JSON.stringify({ code, message, clTRID, svTRID }),
    })
    .where('id', '=', input.line)
    .execute()
  await settleOrder(trx, { order: input.order, refundedFen: 0, origin }, deps)
}
