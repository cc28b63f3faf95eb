import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../clock/index.ts'
import type { Trx } from '../database/index.ts'
import type { Random } from '../random.ts'
import type { ClaimedTask } from './lease.ts'
import { FenceLost } from './outcome.ts'
import { changedChannel } from './start-task.ts'
import type { TaskPhase } from './states.ts'

/** What one transaction of a task has brought; written last in it, in one statement. */
export interface Progress {
  readonly phase: TaskPhase
  /** Steps that now have a result. */
  readonly steps: readonly { readonly name: string; readonly ordinal: number; readonly result: unknown }[]
  /** The command whose answer is the first of these results. */
  readonly answered?: { readonly trid: string; readonly answer: unknown }
  /** The next command, to be sent once this is committed. */
  readonly command?: { readonly step: string; readonly party: string; readonly request: unknown }
  readonly end?: 'succeeded' | 'failed'
}

export interface Written {
  readonly trid: string
  /** When the command was written, by the database's clock. */
  readonly sentAt: Date
}

/**
 * Stores the progress, if the lease is still this worker's.
 * @returns the command's transaction id, when there is one
 * @throws FenceLost: the transaction must not commit
 */
export async function writeProgress(
  trx: Trx,
  task: ClaimedTask,
  { phase, steps, answered, command, end }: Progress,
  { clock, random }: { clock: Clock; random: Random },
): Promise<Written | undefined> {
  const now = clock.now()
  const results = steps.map(({ name, ordinal, result }) => ({ name, ordinal, result: result ?? null }))
  const request = command && JSON.stringify(command.request)
  const trid = `ym-${random.token(18)}`
  // An answer ends the not knowing: whoever looks at the task sees it at work again.
  const state = end ?? 'executing'
  const { rows } = await sql<{ held: boolean; sent_at: Date | null }>`
    with held as (
      update task set state = ${state}, updated_at = ${now},
        lease_owner = case when ${end !== undefined} then null else lease_owner end,
        lease_until = case when ${end !== undefined} then null else lease_until end
      where id = ${task.id} and fence = ${task.fence} returning id
    ), step as (
      insert into task_step (task, name, ordinal, phase, result, finished_at)
      select ${task.id}::uuid, s.name, s.ordinal, ${phase}, s.result, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as s (name text, ordinal integer, result jsonb)
    ), answered as (
      update intent set state = 'answered', answer = ${answered ? JSON.stringify(answered.answer ?? null) : null}::jsonb, ended_at = ${now}
      where trid = ${answered?.trid ?? null}
    ), command as (
      insert into intent (id, task, step, party, trid, digest, request, state, sent_at)
      select ${random.uuid()}::uuid, ${task.id}::uuid, c.step, c.party, ${trid}, ${request === undefined ? null : createHash('sha256').update(request).digest('hex')}, ${request ?? null}::jsonb, 'sent', clock_timestamp()
      from (values (${command?.step ?? null}, ${command?.party ?? null})) as c (step, party) where c.step is not null
      returning sent_at
    )
    select exists (select from held) as held, (select sent_at from command) as sent_at,
      case when ${end !== undefined} then pg_notify(${changedChannel}, ${task.subject}) end`.execute(trx)
  const [row] = rows
  if (!row?.held) throw new FenceLost()
  return row.sent_at === null ? undefined : { trid, sentAt: row.sent_at }
}
