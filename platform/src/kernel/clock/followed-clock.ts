import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Db } from '../database/index.ts'
import { type Clock, clockOf } from './clock.ts'

declare module '../database/tables.ts' {
  interface Tables {
    clock_offset: { single: boolean; offset_ms: number }
  }
}

/** Who tells the time that the platform and everybody outside go by: milliseconds ahead of the machines' clocks. */
export interface ClockSource {
  /** With `unless` it waits a while for another offset than that. */
  offset(signal: AbortSignal, unless?: number): Promise<number>
  /** Turns the clock of everybody forward; tells the new offset. */
  advance(byMs: number): Promise<number>
  advanceTo(offsetMs: number): Promise<number>
}

export interface FollowedClock extends Clock {
  /** Turns the source forward; has followed it when it resolves. */
  advance(byMs: number): Promise<void>
  stop(): Promise<void>
}

const pauseMs = 1_000

/**
 * Follows the source's clock, never back: what has happened has happened. The last offset is kept in the database, so
 * that no start is earlier than what was already seen, though the source does not answer or has forgotten.
 */
export async function followedClock({
  db,
  machine,
  source,
  log,
}: {
  readonly db: Db
  readonly machine: Clock
  readonly source: ClockSource
  readonly log: Logger
}): Promise<FollowedClock> {
  const stopping = new AbortController()
  const { signal } = stopping
  let offset = (await db.selectFrom('clock_offset').select('offset_ms').executeTakeFirstOrThrow()).offset_ms

  async function follow(told: number): Promise<void> {
    if (told < offset) {
      log.warn({ told, kept: offset }, 'the clock source is behind what was already seen; it is turned forward')
      await source.advanceTo(offset)
    } else if (told > offset) {
      await db.updateTable('clock_offset').set({ offset_ms: told }).where('offset_ms', '<', told).execute()
      offset = told
    }
  }

  async function keepFollowing(): Promise<void> {
    for (let first = true, silent = false; !signal.aborted; first = false) {
      const asked = performance.now()
      const known = offset
      try {
        await follow(await (first ? source.offset(signal) : source.offset(signal, known)))
        if (silent) log.info('the clock source answers again')
        silent = false
      } catch (error) {
        if (!signal.aborted && !silent)
          log.warn({ err: error }, 'the clock source does not answer; the last offset is kept')
        silent = true
      }
      // A source that does not wait, or does not answer, is not asked without end.
      if (offset === known && performance.now() - asked < pauseMs)
        await delay(pauseMs, undefined, { signal }).catch(() => {})
    }
  }

  await source
    .offset(AbortSignal.any([signal, AbortSignal.timeout(5_000)]))
    .then(follow)
    .catch((error: unknown) => log.warn({ err: error }, 'the clock source does not answer; the last offset is kept'))
  const following = keepFollowing()
  return {
    ...clockOf(() => new Date(machine.now().getTime() + offset)),
    advance: async (byMs) => follow(await source.advance(byMs)),
    async stop() {
      stopping.abort()
      await following
    },
  }
}
