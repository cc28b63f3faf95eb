import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { RegistryAnswer } from '../../domains/index.ts'
import { ledgerAccounts, post } from '../../money/index.ts'

interface PaidLine {
  readonly number: string
  readonly line: string
  readonly account: string
  readonly subtotalFen: number
}

/** The line succeeded: its money becomes revenue. */
export async function captureLine(
  trx: Trx,
  { input, expiresAt, answer }: { input: PaidLine; expiresAt: Date; answer: RegistryAnswer },
  clock: Clock,
): Promise<void> {
  const { code, message, clTRID, svTRID } = answer
  const captured = post(
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
    clock,
  )
  const ended = trx
    .updateTable('order_line')
    .set({
      state: 'succeeded',
      expires_at: expiresAt,
      registry_answer: JSON.stringify({ code, message, clTRID, svTRID }),
    })
    .where('id', '=', input.line)
    .execute()
  await Promise.all([captured, ended])
}
