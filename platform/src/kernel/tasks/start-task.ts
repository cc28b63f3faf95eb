import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock/index.ts'
import type { Trx } from '../database/index.ts'
import type { Random } from '../random.ts'

export interface NewTask {
  readonly kind: string
  /** What it is about: a domain's A-label form, an order's number. */
  readonly subject: string
  readonly account: string | null
  readonly actor: Actor
  readonly input: unknown
}

/** Channels of LISTEN/NOTIFY: work is due; something a person may be watching has changed (payload: its subject). */
export const dueChannel = 'task_due'
export const changedChannel = 'task_changed'

/** Writes a task and wakes the workers when the transaction commits. A lost wake-up is harmless: workers also look by themselves. */
export async function startTask(
  trx: Trx,
  task: NewTask,
  { clock, random }: { clock: Clock; random: Random },
): Promise<{ id: string; number: string }> {
  const id = random.uuid()
  const now = clock.now()
  const { number } = await trx
    .insertInto('task')
    .values({
      id,
      number: sql<string>`${clock.today().replaceAll('-', '')} || to_char(nextval('task_number'), 'FM9999990000000')`,
      kind: task.kind,
      subject: task.subject,
      account: task.account,
      actor: JSON.stringify(task.actor),
      input: JSON.stringify(task.input),
      lease_owner: null,
      lease_until: null,
      failure: null,
      created_at: now,
      updated_at: now,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  await sql`select pg_notify(${dueChannel}, '')`.execute(trx)
  return { id, number }
}
