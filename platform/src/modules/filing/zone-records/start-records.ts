import type { Context } from '../../../kernel/context.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import type { OrderRow } from '../orders.ts'

export interface RecordsInput {
  readonly order: string
}

export const recordsKind = 'FILING_RECORDS'

/** The filing has passed: from now on its names may lead to their servers (S3-78). */
export async function startRecords(
  { id, number, account }: Pick<OrderRow, 'id' | 'number' | 'account'>,
  { trx, clock, random, actor }: Pick<Context, 'trx' | 'clock' | 'random' | 'actor'>,
): Promise<void> {
  const input: RecordsInput = { order: id }
  await startTask(trx, { kind: recordsKind, subject: number, account, actor, input }, { clock, random })
}
