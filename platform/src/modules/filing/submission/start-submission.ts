import type { Context } from '../../../kernel/context.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import type { OrderRow } from '../orders.ts'

export interface Submission {
  readonly order: string
  readonly number: string
  readonly attempt: number
}

export const submissionKind = 'FILING_SUBMIT'

/** Sets the order on its way to the bureau; the caller has moved it to `ready`. */
export async function startSubmission(
  { id, number, account, attempt }: Pick<OrderRow, 'id' | 'number' | 'account' | 'attempt'>,
  { trx, clock, random, actor }: Pick<Context, 'trx' | 'clock' | 'random' | 'actor'>,
): Promise<void> {
  const input: Submission = { order: id, number, attempt }
  await startTask(trx, { kind: submissionKind, subject: number, account, actor, input }, { clock, random })
}
