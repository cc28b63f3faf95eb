import { sql } from 'kysely'
import type { Db, Trx } from '../database/index.ts'
import { type Clock, clockOf } from './clock.ts'

declare module '../database/tables.ts' {
  interface Tables {
    clock_offset: { single: boolean; offset_ms: number }
  }
}

/** A clock that is ahead of the machine's by the offset in the database; every process sees a move within a second. */
export async function movableClock(
  db: Db,
  machine: Clock,
): Promise<Clock & { refresh(): Promise<void>; stop(): void }> {
  let offset = 0
  const refresh = async () => {
    offset = (await db.selectFrom('clock_offset').select('offset_ms').executeTakeFirstOrThrow()).offset_ms
  }
  await refresh()
  const timer = setInterval(() => void refresh().catch(() => {}), 1_000)
  timer.unref()
  return { ...clockOf(() => new Date(machine.now().getTime() + offset)), refresh, stop: () => clearInterval(timer) }
}

/** Turns the clock forward, never back: what has happened has happened. */
export async function advanceClock(trx: Trx, byMs: number): Promise<void> {
  if (!Number.isSafeInteger(byMs) || byMs <= 0)
    throw new RangeError('the clock only moves forward, by whole milliseconds')
  await trx
    .updateTable('clock_offset')
    .set({ offset_ms: sql`offset_ms + ${byMs}` })
    .execute()
}
