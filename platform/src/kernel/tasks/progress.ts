import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../clock/index.ts'
import { type Trx, together } from '../database/index.ts'
import type { Random } from '../random.ts'
import type { ClaimedTask } from './lease.ts'
import { FenceLost } from './outcome.ts'
import { changedChannel } from './start-task.ts'
import type { TaskPhase, TaskState } from './states.ts'

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
  const request = command && JSON.stringify(command.request)
  const row: ProgressRow = {
    task: task.id,
    fence: task.fence,
    phase,
    // An answer ends the not knowing: whoever looks at the task sees it at work again.
    state: end ?? 'executing',
    ends: end !== undefined,
    subject: task.subject,
    now: clock.now(),
    steps: steps.map(({ name, ordinal, result }) => ({ name, ordinal, result: result ?? null })),
    ...(answered ? { answered: answered.trid, answer: JSON.stringify(answered.answer ?? null) } : {}),
    ...(command && request !== undefined
      ? {
          intent: random.uuid(),
          step: command.step,
          party: command.party,
          trid: `ym-${random.token(18)}`,
          digest: createHash('sha256').update(request).digest('hex'),
          request,
        }
      : {}),
  }
  const { held, sentAt } = await writeRows(trx, row)
  if (!held) throw new FenceLost()
  return row.trid === undefined || sentAt === null ? undefined : { trid: row.trid, sentAt }
}

interface ProgressRow {
  readonly task: string
  readonly fence: number
  readonly phase: TaskPhase
  readonly state: TaskState
  readonly ends: boolean
  readonly subject: string
  readonly now: Date
  readonly steps: Progress['steps']
  readonly answered?: string
  /** Texts: null in JSON is an answer too. */
  readonly answer?: string
  readonly intent?: string
  readonly step?: string
  readonly party?: string
  readonly trid?: string
  readonly digest?: string
  readonly request?: string
}

const writeRows = together(async (trx, rows: readonly ProgressRow[]) => {
  const written = await sql<{ task: string; sent_at: Date | null }>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (
        task uuid, fence bigint, phase text, state text, ends boolean, subject text, now timestamptz, steps jsonb,
        answered text, answer text, intent uuid, step text, party text, trid text, digest text, request text)
      limit ${rows.length}
    ), held as (
      update task set state = g.state, updated_at = g.now,
        lease_owner = case when g.ends then null else lease_owner end,
        lease_until = case when g.ends then null else lease_until end
      from given g where task.id = any(${rows.map(({ task }) => task)}::uuid[]) and task.id = g.task and task.fence = g.fence
      returning task.id, case when g.ends then pg_notify(${changedChannel}, g.subject) end
    ), stepped as (
      insert into task_step (task, name, ordinal, phase, result, finished_at)
      select g.task, s.name, s.ordinal, g.phase, s.result, g.now
      from given g, jsonb_to_recordset(g.steps) as s (name text, ordinal integer, result jsonb)
    ), answered as (
      update intent set state = 'answered', answer = g.answer::jsonb, ended_at = g.now
      from given g where intent.trid = any(${rows.flatMap(({ answered }) => answered ?? [])}::text[]) and intent.trid = g.answered
    ), command as (
      insert into intent (id, task, step, party, trid, digest, request, state, sent_at)
      select g.intent, g.task, g.step, g.party, g.trid, g.digest, g.request::jsonb, 'sent', clock_timestamp()
      from given g where g.intent is not null
      returning task, sent_at
    )
    select held.id as task, command.sent_at from held left join command on command.task = held.id`.execute(trx)
  const held = new Map(written.rows.map(({ task, sent_at }) => [task, sent_at]))
  return rows.map(({ task }) => ({ held: held.has(task), sentAt: held.get(task) ?? null }))
})
