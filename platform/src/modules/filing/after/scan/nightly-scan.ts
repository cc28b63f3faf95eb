import type { Logger } from 'pino'
import { type Clock, chinaDay } from '../../../../kernel/clock/index.ts'
import type { Db } from '../../../../kernel/database/index.ts'
import type { Random } from '../../../../kernel/random.ts'
import { type Repeated, repeated } from '../../../../kernel/repeated.ts'
import { settleServices, settleSubjects } from './settle-findings.ts'

/** From two o'clock in China: what ends on a day has ended then, and few people are at work. */
const beginsAtMs = 2 * 3_600_000

/**
 * Looks at everything that is filed, once a night, at our own rows alone. Each batch and how far it has come are one
 * transaction: killed at any moment, it goes on behind the last batch; several processes take turns. A night that nobody
 * ran is not made up for, the day's look is.
 */
export function createNightlyScan({
  db,
  clock,
  random,
  log,
  everyMs = 60_000,
  batch = 2_000,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
  /** Filed services in one transaction. */
  batch?: number
}): Repeated {
  let stopping = false

  /** How many were looked at; undefined when the night's look is over, or another process has it. */
  function next(day: string): Promise<number | undefined> {
    return db.transaction().execute(async (trx) => {
      const run = await trx
        .selectFrom('filing_scan')
        .selectAll()
        .where('day', '=', day)
        .where('finished_at', 'is', null)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!run) return undefined
      const settle = run.part === 'services' ? settleServices : settleSubjects
      const { looked, found, ended, last } = await settle({ after: run.after, limit: batch }, 'scan', {
        trx,
        clock,
        random,
      })
      const over = looked < batch
      await trx
        .updateTable('filing_scan')
        .set((eb) => ({
          after: over ? null : (last ?? null),
          part: over && run.part === 'services' ? 'subjects' : run.part,
          looked: eb('looked', '+', run.part === 'services' ? looked : 0),
          found: eb('found', '+', found),
          ended: eb('ended', '+', ended),
          finished_at: over && run.part === 'subjects' ? clock.now() : null,
        }))
        .where('day', '=', day)
        .execute()
      return looked
    })
  }

  async function look(): Promise<number> {
    const now = clock.now()
    const day = chinaDay(new Date(now.getTime() - beginsAtMs))
    if (day !== chinaDay(now)) return 0
    await db
      .insertInto('filing_scan')
      .values({ day, started_at: now, after: null, finished_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (let count = 0; ; ) {
      const looked = stopping ? undefined : await next(day)
      if (looked === undefined) return count
      count += looked
    }
  }

  const turns = repeated(look, { everyMs, log, failing: 'what is filed could not be looked at' })
  return {
    ...turns,
    start() {
      stopping = false
      turns.start()
    },
    async stop() {
      stopping = true
      await turns.stop()
    },
  }
}
