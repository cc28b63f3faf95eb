import type { Trx } from '../../kernel/database/index.ts'
import { wakeTask } from '../../kernel/tasks/index.ts'
import { reportKind } from './report-task.ts'

/** The ministry's line goes on: reports that wait behind it need not wait for their next look. */
export async function wakeReports(trx: Trx): Promise<void> {
  const rows = await trx
    .selectFrom('task')
    .select('id')
    .where('kind', '=', reportKind)
    .where('state', '=', 'waiting')
    .execute()
  for (const { id } of rows) await wakeTask(trx, id)
}
