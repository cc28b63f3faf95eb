import type { Logger } from 'pino'
import type { Clock } from '../clock/index.ts'
import type { Context } from '../context.ts'
import type { Db } from '../database/index.ts'
import type { Random } from '../random.ts'

export interface DueDeadline {
  readonly kind: string
  readonly subject: string
  readonly opensAt: Date
  readonly closesAt: Date
  readonly payload: unknown
  /** The window had closed before anybody could act: after downtime. */
  readonly late: boolean
}

/** Acts upon one deadline, in the transaction that marks it done: both happen, or neither. */
export type DeadlineHandler = (due: DueDeadline, context: Context) => Promise<void>

export interface DeadlineKeeper {
  start(): void
  stop(): Promise<void>
  /** Acts upon everything that is due now; returns how many. */
  look(): Promise<number>
}

export interface KeeperOptions {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  readonly handlers: Readonly<Record<string, DeadlineHandler>>
  readonly everyMs?: number
}

/** Claims due deadlines one by one, oldest first. Any number of processes may run one; each deadline is acted upon once. */
export function createDeadlineKeeper(options: KeeperOptions): DeadlineKeeper {
  const { db, clock, random, log, handlers, everyMs = 1_000 } = options
  const kinds = Object.keys(handlers)
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = true
  // A deadline whose handler fails must not keep those behind it waiting; it is tried again at the next look.
  const failed = new Set<string>()

  function one(): Promise<boolean> {
    return db.transaction().execute(async (trx) => {
      const now = clock.now()
      let query = trx
        .selectFrom('deadline')
        .selectAll()
        .where('state', '=', 'open')
        .where('kind', 'in', kinds)
        .where('opens_at', '<=', now)
      if (failed.size > 0) query = query.where('id', 'not in', [...failed])
      const row = await query.orderBy('opens_at').limit(1).forUpdate().skipLocked().executeTakeFirst()
      if (!row) return false
      const handler = handlers[row.kind] as DeadlineHandler
      const late = now > row.closes_at && row.closes_at > row.opens_at
      try {
        await handler(
          {
            kind: row.kind,
            subject: row.subject,
            opensAt: row.opens_at,
            closesAt: row.closes_at,
            payload: row.payload,
            late,
          },
          { trx, clock, random, log, actor: { kind: 'system', name: 'deadline' } },
        )
      } catch (error) {
        failed.add(row.id)
        throw error
      }
      await trx
        .updateTable('deadline')
        .set({ state: 'done', in_time: !late, ended_at: now })
        .where('id', '=', row.id)
        .execute()
      return true
    })
  }

  async function look(): Promise<number> {
    failed.clear()
    let count = 0
    for (;;) {
      try {
        if (!(await one())) return count
        count++
      } catch (error) {
        log.error({ err: error }, 'a deadline could not be acted upon and will be tried again')
        if (failed.size === 0 || failed.size > 100) return count
      }
    }
  }

  function turn(): void {
    running = look().finally(() => {
      if (!stopped) timer = setTimeout(turn, everyMs)
    })
  }

  return {
    look,
    start() {
      stopped = false
      turn()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
