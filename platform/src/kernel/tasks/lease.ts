import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock/index.ts'
import type { Db, Trx } from '../database/index.ts'
import { FenceLost } from './outcome.ts'
import { changedChannel } from './start-task.ts'
import type { TaskPhase, TaskState } from './states.ts'
import type { TaskFailure } from './tables.ts'

/** A task whose lease this worker holds. */
export interface ClaimedTask {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly subject: string
  readonly account: string | null
  readonly actor: Actor
  readonly input: unknown
  readonly phase: TaskPhase
  readonly failure: TaskFailure | null
  readonly attempts: number
  readonly fence: number
}

/** No worker had it before: there is neither a result nor a command of it. */
export function isFirstRun({ fence }: ClaimedTask): boolean {
  return fence === 1
}

// The row lock and the fence in one: a worker that lost its lease cannot commit anything.
export async function guard(trx: Trx, task: ClaimedTask): Promise<void> {
  const row = await trx
    .selectFrom('task')
    .select('id')
    .where('id', '=', task.id)
    .where('fence', '=', task.fence)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new FenceLost()
}

// A worker that stood still after its intent was written may have lost the lease, and another may be at work.
export async function stillOurs({ db }: { db: Db }, task: ClaimedTask): Promise<void> {
  const row = await db
    .selectFrom('task')
    .select('id')
    .where('id', '=', task.id)
    .where('fence', '=', task.fence)
    .executeTakeFirst()
  if (!row) throw new FenceLost()
}

export async function putOff(
  trx: Trx,
  task: ClaimedTask,
  state: TaskState,
  afterMs: number,
  { clock }: { clock: Clock },
): Promise<void> {
  await trx
    .updateTable('task')
    .set({
      state,
      lease_owner: null,
      lease_until: null,
      attempts: task.attempts + 1,
      run_at: sql`now() + ${afterMs} * interval '1 millisecond'`,
      updated_at: clock.now(),
    })
    .where('id', '=', task.id)
    .execute()
  await sql`select pg_notify(${changedChannel}, ${task.subject})`.execute(trx)
}
