import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

const int8 = 20
const date = 1082

/** bigint arrives as a number when it is exact; anything larger is an error, never a rounded value. */
function exactInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`the database holds an integer that a number cannot: ${text}`)
  return value
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return exactInteger
    if (oid === date) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}

/**
 * A pool of connections to one database. `byIndexOnly`: for those who never read a whole table; a statement that was
 * planned while a table was small would go on reading all of it when it no longer is.
 * `url` is a libpq URL; a Unix socket is `postgresql://user@/name?host=/folder`.
 */
export function createPool(url: string, options: { max?: number; byIndexOnly?: boolean } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    pipeline: true,
    max: options.max ?? 16,
    types,
    idleTimeoutMillis: 30_000,
  })
  // An idle connection that the server closed (restart, failover) must not end the process; the next query opens another.
  pool.on('error', () => {})
  // The same of one in use: its statements fail, which is enough.
  pool.on('connect', (client) => client.on('error', () => {}))
  if (options.byIndexOnly) pool.on('connect', (client) => client.query('set enable_seqscan = off'))
  return pool
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
}
