import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'
import { wakeTask } from '../../../kernel/tasks/index.ts'
import { submissionKind } from './start-submission.ts'

/** The ministry knows these names now: submissions that wait for one of them, or for a name under it, go on at once. */
export async function wakeSubmissions(asciis: readonly string[], trx: Trx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct task.id from task
      join filing_order on filing_order.number = task.subject
      join filing_order_domain on filing_order_domain.filing_order = filing_order.id
      join unnest(${[...asciis]}::text[]) as known(name)
        on filing_order_domain.ascii = known.name or filing_order_domain.ascii like '%.' || known.name
    where task.kind = ${submissionKind} and task.state = 'waiting'`.execute(trx)
  for (const { id } of rows) await wakeTask(trx, id)
}

/** A line goes on: what waits for this bureau need not wait for its next look. */
export async function wakeSubmissionsOf(bureau: string, trx: Trx): Promise<void> {
  const rows = await trx
    .selectFrom('task')
    .innerJoin('filing_order', 'filing_order.number', 'task.subject')
    .select('task.id')
    .where('task.kind', '=', submissionKind)
    .where('task.state', '=', 'waiting')
    .where('filing_order.province', '=', bureau)
    .execute()
  for (const { id } of rows) await wakeTask(trx, id)
}
