import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { TaskDefinition } from './definition.ts'
import type { ClaimedTask } from './lease.ts'
import { FenceLost } from './outcome.ts'
import { type RunDeps, runTask } from './run-task.ts'
import { sharedTransactions } from './shared-transactions.ts'
import { dueChannel } from './start-task.ts'

export interface RunnerOptions extends RunDeps {
  readonly pool: pg.Pool
  readonly log: Logger
  readonly definitions: readonly TaskDefinition[]
  /** Tasks at once in this process. */
  readonly concurrency?: number
  readonly leaseMs?: number
  /** How often to look for due tasks without being woken. */
  readonly sweepMs?: number
}

export interface TaskRunner {
  start(): Promise<void>
  /** Waits for the tasks under way, gives no new ones, and frees its leases. */
  stop(): Promise<void>
}

// First key of the advisory locks by which workers show that they live; the second is the worker's own number.
const workerLock = 7_209_116

/**
 * Runs due tasks. A wake-up (NOTIFY) only makes it look sooner; what is due is in the table. Each worker holds a session
 * lock while it lives, so tasks of a killed worker are taken up at once, without waiting for its leases to end.
 */
export function createTaskRunner(options: RunnerOptions): TaskRunner {
  const { db, pool, log } = options
  const concurrency = options.concurrency ?? 16
  const leaseMs = options.leaseMs ?? 30_000
  const definitions = new Map(
    options.definitions.map((definition) => {
      const deps = { ...options, transactions: sharedTransactions(db) }
      return [definition.kind, (task: ClaimedTask) => runTask(task, definition, deps)]
    }),
  )
  const owner = randomInt(1, 2 ** 31 - 1)
  const running = new Map<string, Promise<void>>()
  let session: pg.PoolClient | undefined
  let sweeper: NodeJS.Timeout | undefined
  let heart: NodeJS.Timeout | undefined
  let looking = false
  let underWay: Promise<void> = Promise.resolve()
  let lookAgain = false
  /** The last look brought as many as were asked for: there may be more. */
  let moreDue = false
  let stopped = true

  function look(): Promise<void> {
    if (looking) lookAgain = true
    else underWay = lookNow()
    return underWay
  }

  async function lookNow(): Promise<void> {
    looking = true
    try {
      do {
        lookAgain = false
        const free = concurrency - running.size
        if (stopped || free <= 0) return
        const claimed = await claim(free)
        for (const task of claimed) launch(task)
        moreDue = claimed.length === free
        if (moreDue) lookAgain = true
      } while (lookAgain && running.size < concurrency)
    } catch (error) {
      log.error({ err: error }, 'looking for due tasks failed')
    } finally {
      looking = false
    }
  }

  async function claim(limit: number): Promise<ClaimedTask[]> {
    // Without the session lock other workers would take our tasks for orphans.
    if (!session) return []
    const busy = [...running.keys()]
    const { rows } = await sql<ClaimedTask>`
      update task set lease_owner = ${owner}, lease_until = now() + ${leaseMs} * interval '1 millisecond', fence = fence + 1,
        state = case when state = 'waiting' then 'executing' else state end
      where id in (
        select id from task
        where state in ('waiting', 'executing', 'unknown') and run_at <= now() and (lease_owner is null or lease_until < now())
          and kind = any(${[...definitions.keys()]}::text[]) and not (id = any(${busy}::uuid[]))
        order by run_at limit ${limit} for update skip locked)
      returning id, number, kind, subject, account, actor, input, phase, failure, attempts, fence`.execute(db)
    return rows
  }

  function launch(task: ClaimedTask): void {
    const run = definitions.get(task.kind)
    const work = (run ? run(task) : Promise.reject(new Error(`no task is defined as ${task.kind}`)))
      .then((end) => {
        if ('afterMs' in end && !stopped) setTimeout(() => void look(), end.afterMs + 5).unref()
      })
      .catch(async (error: unknown) => {
        if (error instanceof FenceLost) return
        log.error({ err: error, task: task.number }, 'a task stopped and will be tried again')
        await letGo(task).catch(() => {})
      })
      .finally(() => {
        running.delete(task.id)
        // With many due, tasks are claimed several at once, and not one for each that ends.
        if (!moreDue || running.size <= concurrency / 2) void look()
      })
    running.set(task.id, work)
  }

  // Whatever went wrong, the lease must not outlive the work: somebody tries again after a pause.
  async function letGo(task: ClaimedTask): Promise<void> {
    await sql`update task set lease_owner = null, lease_until = null, attempts = attempts + 1, run_at = greatest(run_at, now() + interval '5 seconds') where id = ${task.id} and fence = ${task.fence} and lease_owner = ${owner}`.execute(
      db,
    )
  }

  // Tasks whose worker is gone: its session lock went with its connection.
  async function freeOrphans(): Promise<void> {
    await sql`
      update task set lease_owner = null, lease_until = null
      where state in ('waiting', 'executing', 'unknown') and lease_owner is not null
        and not exists (select 1 from pg_locks where locktype = 'advisory' and classid = ${workerLock} and objid = lease_owner and database = (select oid from pg_database where datname = current_database()))`.execute(
      db,
    )
  }

  async function beat(): Promise<void> {
    const busy = [...running.keys()]
    if (busy.length === 0) return
    // A task that is being written is locked, and nobody can take it; waiting for it would let the leases of the others end.
    await sql`
      update task set lease_until = now() + ${leaseMs} * interval '1 millisecond'
      where id in (select id from task where lease_owner = ${owner} and id = any(${busy}::uuid[]) for update skip locked)`.execute(
      db,
    )
  }

  async function openSession(): Promise<void> {
    const opened = await pool.connect()
    opened.on('error', () => lost(opened))
    opened.on('end', () => lost(opened))
    opened.on('notification', () => void look())
    try {
      await opened.query('select pg_advisory_lock($1, $2)', [workerLock, owner])
      await opened.query(`listen ${dueChannel}`)
      if (stopped) throw new Error('stopped while the database was being reached')
      session = opened
    } catch (error) {
      opened.release(true)
      throw error
    }
  }

  // The database went away: others may take our tasks now, and we take none until a new session holds the lock.
  function lost(gone: pg.PoolClient): void {
    if (session !== gone) return
    session = undefined
    gone.release(true)
    void reopen()
  }

  async function reopen(): Promise<void> {
    while (!stopped && !session) {
      await openSession().catch((error: unknown) => log.error({ err: error }, 'the database cannot be reached'))
      if (!session) await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    await look()
  }

  return {
    async start() {
      stopped = false
      await openSession()
      await freeOrphans()
      sweeper = setInterval(
        () => void freeOrphans().then(look, (error: unknown) => log.error({ err: error }, 'sweeping failed')),
        options.sweepMs ?? 1_000,
      )
      heart = setInterval(() => void beat().catch(() => {}), leaseMs / 3)
      await look()
    },
    async stop() {
      stopped = true
      clearInterval(sweeper)
      // A look that is under way may still bring tasks: they are ours, and are done too.
      await underWay
      await Promise.allSettled(running.values())
      clearInterval(heart)
      const held = session
      session = undefined
      await held?.query('select pg_advisory_unlock_all()').catch(() => {})
      held?.release(true)
    },
  }
}
