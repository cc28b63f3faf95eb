import type { Context } from '../../../kernel/context.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import type { OrderRow } from '../orders.ts'

export interface Submission {
  readonly order: string
  readonly number: string
  readonly attempt: number
}

export const submissionKind = 'FILING_SUBMIT'
/** Of an order that the bureau's interface cannot carry. */
export const handEntryKind = 'FILING_ENTER_BY_HAND'

/** Sets the order on its way to the bureau, by the line or by hand; the caller has moved it to `ready`. */
export async function startSubmission(
  { id, number, account, attempt, by_hand }: Pick<OrderRow, 'id' | 'number' | 'account' | 'attempt' | 'by_hand'>,
  { trx, clock, random, actor }: Pick<Context, 'trx' | 'clock' | 'random' | 'actor'>,
): Promise<void> {
  const input: Submission = { order: id, number, attempt }
  const kind = by_hand ? handEntryKind : submissionKind
  await startTask(trx, { kind, subject: number, account, actor, input }, { clock, random })
}
