import { sql } from 'kysely'
import type { Clock } from '../../../kernel/clock/index.ts'
import { type Trx, together } from '../../../kernel/database/index.ts'
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
  const ended = endLine(trx, { id: input.line, expiresAt, answer: { code, message, clTRID, svTRID } })
  await Promise.all([captured, ended])
}

interface EndedLine {
  readonly id: string
  readonly expiresAt: Date
  readonly answer: RegistryAnswer
}

const endLine = together(async (trx, lines: readonly EndedLine[]) => {
  await sql`
    update order_line set state = 'succeeded', expires_at = ended."expiresAt", registry_answer = ended.answer
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as ended (id uuid, "expiresAt" timestamptz, answer jsonb)
    where order_line.id = any(${lines.map(({ id }) => id)}::uuid[]) and order_line.id = ended.id`.execute(trx)
  return lines.map(() => undefined)
})
