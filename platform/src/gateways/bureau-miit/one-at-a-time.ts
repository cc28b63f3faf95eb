import { sql } from 'kysely'
import type { Db } from '../../kernel/database/index.ts'

const turns = new Map<string, Promise<unknown>>()

// Whoever holds a session here needs a second one for its work: if they were all held, everybody would wait for ever.
const mostHeld = 6
let held = 0
const waiting: (() => void)[] = []

async function whenFewHold<T>(work: () => Promise<T>): Promise<T> {
  if (held < mostHeld) held++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else held--
  }
}

/**
 * Runs one thing at a time over all processes on this database: a lock of a session of its own, which ends with the
 * process that held it (kill -9 included). Within the process only the first in the queue holds a session.
 */
export function oneAtATime<T>(db: Db, name: string, work: () => Promise<T>): Promise<T> {
  const locked = () =>
    whenFewHold(() =>
      db.connection().execute(async (session) => {
        await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(session)
        try {
          return await work()
        } finally {
          await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(session)
        }
      }),
    )
  const before = turns.get(name) ?? Promise.resolve()
  const turn = before.then(locked, locked)
  const ended = turn.catch(() => undefined)
  turns.set(name, ended)
  void ended.then(() => {
    if (turns.get(name) === ended) turns.delete(name)
  })
  return turn
}
