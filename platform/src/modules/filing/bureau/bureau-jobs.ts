import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Db } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import type { Bureaus } from '../ports.ts'
import { processFile } from './process-file.ts'

export interface BureauJobs {
  start(): void
  stop(): Promise<void>
  /** Takes and carries out what waits at every bureau; returns how many files were carried out. */
  look(): Promise<number>
}

export interface BureauJobsOptions {
  readonly db: Db
  readonly bureaus: Bureaus
  readonly vault: Vault
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  readonly everyMs: number
  /** Awaited at `newsPoints`. */
  readonly onPoint?: (point: string) => void | Promise<void>
}

/** A kept file is carried out, but not committed yet; and it is. */
export const newsPoints = { within: 'BUREAU_NEWS:within', after: 'BUREAU_NEWS:after' } as const

/**
 * Bureaus that are asked at the same moment: a slow one must not keep all others waiting. Each look holds a session of
 * the database and needs a second: as many at once as there are sessions would wait for each other for ever.
 */
const atOnce = 4

/**
 * One loop over the bureaus: what waits there is taken, kept and acknowledged; then each kept file is carried out, once,
 * in the order in which it came. A bureau that is down is asked again at the next turn, and nothing is lost meanwhile.
 */
export function createBureauJobs({
  db,
  bureaus,
  vault,
  clock,
  random,
  log,
  everyMs,
  onPoint,
}: BureauJobsOptions): BureauJobs {
  let stopped = true

  async function lookAt(bureau: string): Promise<number> {
    const { ended } = await bureaus.drain(bureau)
    if (ended !== 'nothing-more') log.warn({ bureau, ended }, 'a bureau did not give all that waits there')
    let count = 0
    for (const file of await bureaus.unprocessed(bureau)) {
      try {
        const done = await db.transaction().execute(async (trx) => {
          const carried = await processFile(file, bureaus, { trx, clock, random }, { vault, log })
          if (carried) await onPoint?.(newsPoints.within)
          return carried
        })
        if (!done) continue
        count++
        await onPoint?.(newsPoints.after)
      } catch (error) {
        log.error({ err: error, bureau, file }, 'a file of a bureau could not be carried out and will be tried again')
        await bureaus.failed(file, error instanceof Error ? error.message : String(error))
        // What came later may rest on it.
        return count
      }
    }
    return count
  }

  async function lookOrLog(bureau: string): Promise<number> {
    try {
      return await lookAt(bureau)
    } catch (error) {
      log.error({ err: error, bureau }, 'a bureau could not be looked at')
      return 0
    }
  }

  async function look(): Promise<number> {
    let count = 0
    const left = [...bureaus.ids]
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let bureau = left.shift(); bureau !== undefined; bureau = left.shift()) {
          count += await lookOrLog(bureau)
        }
      }),
    )
    return count
  }

  // A lane goes round its own bureaus, one after the other over the time between two looks: no burst at any moment.
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<unknown>>()
  function next(lane: readonly string[], index: number): void {
    const bureau = lane[index % lane.length]
    if (bureau === undefined || stopped) return
    const looking = lookOrLog(bureau).finally(() => {
      running.delete(looking)
      if (stopped) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        next(lane, index + 1)
      }, everyMs / lane.length)
      timers.add(timer)
    })
    running.add(looking)
  }

  return {
    look,
    start() {
      stopped = false
      for (let lane = 0; lane < atOnce; lane++)
        next(
          bureaus.ids.filter((_, index) => index % atOnce === lane),
          0,
        )
    },
    async stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
