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

/** Writes tasks and wakes the workers when the transaction commits. A lost wake-up is harmless: workers also look by themselves. */
export async function startTasks(
  trx: Trx,
  tasks: readonly NewTask[],
  { clock, random }: { clock: Clock; random: Random },
): Promise<readonly { id: string; number: string }[]> {
  if (tasks.length === 0) return []
  const now = clock.now()
  const rows = tasks.map(({ kind, subject, account, actor, input }) => ({
    id: random.uuid(),
    kind,
    subject,
    account,
    actor: JSON.stringify(actor),
    input: JSON.stringify(input),
    lease_owner: null,
    lease_until: null,
    failure: null,
    created_at: now,
    updated_at: now,
    number: sql<string>`${clock.today().replaceAll('-', '')} || to_char(nextval('task_number'), 'FM9999990000000')`,
  }))
  const numbers = new Map<string, string>()
  for (let from = 0; from < rows.length; from += atOnce) {
    const made = await trx
      .insertInto('task')
      .values(rows.slice(from, from + atOnce))
      .returning(['id', 'number'])
      .execute()
    for (const { id, number } of made) numbers.set(id, number)
  }
  await sql`select pg_notify(${dueChannel}, '')`.execute(trx)
  return rows.map(({ id }) => ({ id, number: numbers.get(id) ?? '' }))
}

/** Rows in one statement: the protocol counts at most 65,535 parameters. */
const atOnce = 500

/** Writes one task; see `startTasks`. */
export async function startTask(
  trx: Trx,
  task: NewTask,
  deps: { clock: Clock; random: Random },
): Promise<{ id: string; number: string }> {
  const [started] = await startTasks(trx, [task], deps)
  if (!started) throw new Error('a task was not written')
  return started
}
