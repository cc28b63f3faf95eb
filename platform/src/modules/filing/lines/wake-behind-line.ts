import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'
import { wakeTask } from '../../../kernel/tasks/index.ts'
import { answerKind } from '../matters/answer-matter.ts'
import { submissionKind } from '../submission/start-submission.ts'

/** A line goes on: filings and answers that wait for this bureau need not wait for their next look. */
export async function wakeBehindLine(bureau: string, trx: Trx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select task.id from task join filing_order on filing_order.number = task.subject
    where task.kind = ${submissionKind} and task.state = 'waiting' and filing_order.province = ${bureau}
    union all
    select task.id from task join bureau_matter on bureau_matter.id::text = task.subject
    where task.kind = ${answerKind} and task.state = 'waiting' and bureau_matter.bureau = ${bureau}`.execute(trx)
  for (const { id } of rows) await wakeTask(trx, id)
}
