import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import { type Trx, together } from '../../kernel/database/index.ts'
import { mayBeNegative } from './accounts.ts'
import { BalanceTooLow } from './errors.ts'

export interface Posting {
  /** Makes the posting happen once: a second one with the same key changes nothing. */
  readonly key: string
  readonly kind: string
  /** What it is about, e.g. an order's number. */
  readonly subject: string
  /** Integer fen, plus and minus; they sum to zero. */
  readonly lines: readonly { readonly account: string; readonly fen: number }[]
}

/**
 * Appends one posting to the ledger. Returns false when it was there already.
 * @throws BalanceTooLow when a customer's account would go below zero; nothing of the posting stays, and the transaction may go on
 */
export async function post(trx: Trx, posting: Posting, clock: Clock): Promise<boolean> {
  const lines = posting.lines.filter(({ fen }) => fen !== 0)
  for (const { fen } of lines)
    if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a whole number of fen')
  if (lines.reduce((sum, { fen }) => sum + fen, 0) !== 0) throw new RangeError('a posting sums to zero')
  const { key, kind, subject } = posting
  const outcome = await write(trx, {
    key,
    kind,
    subject,
    at: clock.now(),
    accounts: lines.map(({ account }) => account),
    amounts: lines.map(({ fen }) => fen),
    covered: lines.map(({ account }) => !mayBeNegative(account)),
  })
  if (outcome === 'too-low') throw BalanceTooLow()
  return outcome === 'posted'
}

interface PostingRow extends Pick<Posting, 'key' | 'kind' | 'subject'> {
  readonly at: Date
  readonly accounts: readonly string[]
  readonly amounts: readonly number[]
  readonly covered: readonly boolean[]
}

const write = together(async (trx, rows: readonly PostingRow[]) => {
  const { rows: posted } = await sql<{ outcome: 'posted' | 'known' | 'too-low' }>`
    select ledger_post(p.key, p.kind, p.subject, p.at, p.accounts, p.amounts, p.covered) as outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (
      key text, kind text, subject text, at timestamptz, accounts text[], amounts bigint[], covered boolean[])`.execute(
    trx,
  )
  return posted.map(({ outcome }) => outcome)
})
