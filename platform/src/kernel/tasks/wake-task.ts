import { sql } from 'kysely'
import type { Trx } from '../database/index.ts'
import { dueChannel } from './start-task.ts'

/** Lets a task that put itself off go on now, because what it waits for has come. Any other task is left alone. */
export async function wakeTask(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('task')
    .set({ run_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  await sql`select pg_notify(${dueChannel}, '')`.execute(trx)
}
