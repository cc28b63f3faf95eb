import { sql } from 'kysely'
import { expect } from 'vitest'
import type { TestDatabase } from '../../../testing/database.ts'
import { fixedClock } from '../../clock/index.ts'
import { createLogger } from '../../logging/index.ts'
import { systemRandom } from '../../random.ts'
import { createTaskRunner, startTask, type TaskDefinition, type TaskRunner } from '../index.ts'
import type { RunnerOptions } from '../runner.ts'

export const clock = fixedClock('2026-11-24T02:32:00Z')
const actor = { kind: 'system', name: 'test' } as const

/** What the tests of tasks do again and again, on one database. */
export function taskBench({ db, pool }: TestDatabase) {
  const runners: TaskRunner[] = []
  return {
    async run(definitions: readonly TaskDefinition[], options: Partial<RunnerOptions> = {}): Promise<TaskRunner> {
      const runner = createTaskRunner({
        db,
        pool,
        clock,
        random: systemRandom,
        log: createLogger('silent'),
        definitions,
        settleMs: 50,
        elapsed: () => performance.now(),
        sweepMs: 40,
        ...options,
      })
      runners.push(runner)
      await runner.start()
      return runner
    },
    async stopAll(): Promise<void> {
      for (const runner of runners.splice(0)) await runner.stop()
    },
    begin: (kind: string, input: unknown = {}) =>
      db
        .transaction()
        .execute((trx) =>
          startTask(trx, { kind, subject: 'example.cn', account: null, actor, input }, { clock, random: systemRandom }),
        ),
    /** Waiting is in the database's own time; this makes it end at once. */
    hurry: (id: string) => sql`update task set run_at = now() where id = ${id}`.execute(db),
    task: (id: string) => db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    async steps(id: string) {
      const rows = await db
        .selectFrom('task_step')
        .select(['name', 'result'])
        .where('task', '=', id)
        .orderBy('finished_at')
        .orderBy(sql`ctid`)
        .execute()
      return rows.map(({ name, result }) => [name, result])
    },
    intents: (id: string) => db.selectFrom('intent').selectAll().where('task', '=', id).orderBy(sql`ctid`).execute(),
    async becomes(id: string, state: string): Promise<void> {
      await expect
        .poll(
          async () => (await db.selectFrom('task').select('state').where('id', '=', id).executeTakeFirst())?.state,
          { timeout: 20_000, interval: 15 },
        )
        .toBe(state)
    },
  }
}

/** A door that one side waits at until the other opens it; `reached` tells that somebody waits. */
export function door() {
  let open = () => {}
  let reach = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  return {
    open,
    reached,
    async pass(): Promise<void> {
      reach()
      await opened
    },
  }
}
