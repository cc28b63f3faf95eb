import type { Db } from '../database/index.ts'

/** A task with its steps, as console, API and support desk see it; undefined when it is not this account's. */
export async function taskByNumber(db: Db, { number, account }: { number: string; account: string }) {
  const task = await db
    .selectFrom('task')
    .selectAll()
    .where('number', '=', number)
    .where('account', '=', account)
    .executeTakeFirst()
  if (!task) return undefined
  const steps = await db
    .selectFrom('task_step')
    .select(['name', 'phase', 'finished_at'])
    .where('task', '=', task.id)
    .orderBy('finished_at')
    .orderBy('ordinal')
    .execute()
  const waitingFor = await db
    .selectFrom('intent')
    .select(['step', 'party', 'state', 'sent_at'])
    .where('task', '=', task.id)
    .where('state', 'in', ['sent', 'unknown'])
    .executeTakeFirst()
  return { task, steps, waitingFor }
}
