import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'
import { wakeTask } from '../../../kernel/tasks/index.ts'
import { handEntryKind, submissionKind } from './start-submission.ts'

/** The ministry knows these names now: submissions that wait for one of them, or for a name under it, go on at once. */
export async function wakeSubmissions(asciis: readonly string[], trx: Trx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct task.id from task
      join filing_order on filing_order.number = task.subject
      join filing_order_domain on filing_order_domain.filing_order = filing_order.id
      join unnest(${[...asciis]}::text[]) as known(name)
        on filing_order_domain.ascii = known.name or filing_order_domain.ascii like '%.' || known.name
    where task.kind in (${submissionKind}, ${handEntryKind}) and task.state = 'waiting'`.execute(trx)
  for (const { id } of rows) await wakeTask(trx, id)
}
