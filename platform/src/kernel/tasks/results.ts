import type { Clock } from '../clock/index.ts'
import type { Db, Trx } from '../database/index.ts'
import type { ClaimedTask } from './lease.ts'
import type { TaskPhase } from './states.ts'

/** The steps that have a result; none of them runs again. */
export interface Done {
  readonly results: Record<string, unknown>
  readonly names: Set<string>
}

export async function resultsOf(db: Db, task: string): Promise<Done> {
  const rows = await db.selectFrom('task_step').select(['name', 'result']).where('task', '=', task).execute()
  return {
    names: new Set(rows.map(({ name }) => name)),
    results: Object.fromEntries(rows.map(({ name, result }) => [name, result])),
  }
}

export function insertResult(
  trx: Trx,
  task: ClaimedTask,
  { name, ordinal, phase, result }: { name: string; ordinal: number; phase: TaskPhase; result: unknown },
  { clock }: { clock: Clock },
) {
  return trx
    .insertInto('task_step')
    .values({
      task: task.id,
      name,
      ordinal,
      phase,
      result: JSON.stringify(result ?? null),
      finished_at: clock.now(),
    })
    .execute()
}
