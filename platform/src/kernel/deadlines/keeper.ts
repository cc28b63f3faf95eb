import type { Logger } from 'pino'
import type { Clock } from '../clock/index.ts'
import type { Context } from '../context.ts'
import type { Db, Trx } from '../database/index.ts'
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

const firstWaitMs = 1_000
const longestWaitMs = 10 * 60_000

/**
 * Claims due deadlines one by one: those that never failed, oldest first, then those whose turn to be tried again has
 * come. Any number of processes may run one; each deadline is acted upon once.
 */
export function createDeadlineKeeper(options: KeeperOptions): DeadlineKeeper {
  const { db, clock, random, log, handlers, everyMs = 1_000 } = options
  const kinds = Object.keys(handlers)
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = true

  async function claim(trx: Trx, now: Date) {
    const open = trx.selectFrom('deadline').selectAll().where('state', '=', 'open').where('kind', 'in', kinds)
    const fresh = open.where('retry_at', 'is', null).where('opens_at', '<=', now).orderBy('opens_at')
    const again = open.where('retry_at', '<=', now).orderBy('retry_at')
    const first = (rows: typeof open) => rows.limit(1).forUpdate().skipLocked().executeTakeFirst()
    return (await first(fresh)) ?? (await first(again))
  }

  async function one(): Promise<'acted' | 'failed' | 'none'> {
    let claimed: { id: string; failures: number } | undefined
    try {
      return await db.transaction().execute(async (trx) => {
        const now = clock.now()
        const row = await claim(trx, now)
        if (!row) return 'none'
        claimed = row
        const handler = handlers[row.kind] as DeadlineHandler
        const late = now > row.closes_at && row.closes_at > row.opens_at
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
        await trx
          .updateTable('deadline')
          .set({ state: 'done', in_time: !late, ended_at: now, retry_at: null })
          .where('id', '=', row.id)
          .execute()
        return 'acted'
      })
    } catch (error) {
      if (!claimed) throw error
      const retryAt = await putOff(claimed)
      log.error(
        { err: error, deadline: claimed.id, failures: claimed.failures + 1, retryAt },
        'a deadline could not be acted upon and will be tried again',
      )
      return 'failed'
    }
  }

  /** What fails waits twice as long each time, so that any number of failing ones hold nobody up. */
  async function putOff({ id, failures }: { id: string; failures: number }): Promise<Date> {
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 20))
    const retryAt = new Date(clock.now().getTime() + waitMs)
    await db
      .updateTable('deadline')
      .set({ failures: failures + 1, retry_at: retryAt })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .execute()
    return retryAt
  }

  async function look(): Promise<number> {
    // Asked to stop, it ends after the one at hand.
    const wasStopped = stopped
    let count = 0
    try {
      for (;;) {
        const result = await one()
        if (result === 'none') return count
        if (result === 'acted') count++
        if (stopped !== wasStopped) return count
      }
    } catch (error) {
      log.error({ err: error }, 'deadlines could not be looked at and will be looked at again')
      return count
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
