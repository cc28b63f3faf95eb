import { sql } from 'kysely'
import type { Db } from './database.ts'

const turns = new Map<string, Promise<unknown>>()

// Whoever holds a session here needs a second one for its work: if they were all held, everybody would wait for ever.
const workers = gate(6)
const readers = gate(4)

/** Lets so many hold a session at a time. */
function gate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let held = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (held < most) held++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else held--
    }
  }
}

/**
 * Runs one thing at a time over all processes on this database: a lock of a session of its own, which ends with the
 * process that held it (kill -9 included). Within the process only the first in the queue holds a session.
 */
export function oneAtATime<T>(db: Db, name: string, work: () => Promise<T>): Promise<T> {
  const locked = () =>
    workers(() =>
      db.connection().execute(async (session) => {
        await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(session)
        try {
          return await work()
        } finally {
          await unlock(session, name)
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

/**
 * Does a thing unless somebody is at it, here or in another process on this database.
 * @returns undefined when somebody was
 */
export function unlessHeld<T>(db: Db, name: string, work: () => Promise<T>): Promise<T | undefined> {
  return readers(() =>
    db.connection().execute(async (session) => {
      const { rows } = await sql<{ held: boolean }>`
        select pg_try_advisory_lock(hashtextextended(${name}, 0)) as held`.execute(session)
      if (!rows[0]?.held) return undefined
      try {
        return await work()
      } finally {
        await unlock(session, name)
      }
    }),
  )
}

async function unlock(session: Db, name: string): Promise<void> {
  await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(session)
}
