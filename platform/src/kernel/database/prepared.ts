import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** Statements that one connection keeps prepared; ours are a few hundred. */
const most = 400
/** Sizes of lists vary, and with them their texts: only what comes again is worth a name. */
const worthAt = 3

/**
 * Lets PostgreSQL parse and plan a statement once a connection instead of once a call. A statement's name stands for its
 * text in all of the process. A pooler in between must know prepared statements (PgBouncer ≥ 1.21 does).
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const seen = new Map<string, { times: number; name: string | undefined }>()
  let named = 0

  function nameOf(text: string): string | undefined {
    let statement = seen.get(text)
    if (!statement) {
      // A text that never came again makes room; the named ones stay, as connections hold them.
      if (seen.size >= 4 * most) for (const [old, { name }] of seen) if (name === undefined) seen.delete(old)
      statement = { times: 0, name: undefined }
      seen.set(text, statement)
    }
    if (++statement.times >= worthAt && statement.name === undefined && named < most) statement.name = `s${++named}`
    return statement.name
  }

  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      let wrapped = clients.get(client)
      if (!wrapped) {
        wrapped = preparingClient(client, nameOf)
        clients.set(client, wrapped)
      }
      return wrapped
    },
    end: () => pool.end(),
  }
}

function preparingClient(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  // A transaction begins with its first statement: both leave together, and cost one wait instead of two.
  let toBegin = false

  async function run(text: string, parameters: readonly unknown[]): Promise<unknown> {
    if (text === 'begin') {
      toBegin = true
      return nothing
    }
    if (toBegin) {
      toBegin = false
      if (text === 'commit' || text === 'rollback') return nothing
      const [, result] = await Promise.all([client.query('begin'), send(text, parameters)])
      return result
    }
    return send(text, parameters)
  }

  function send(text: string, parameters: readonly unknown[]) {
    const name = parameters.length === 0 ? undefined : nameOf(text)
    const values = [...parameters]
    return client.query(name === undefined ? { text, values } : { name, text, values })
  }

  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(text: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): never {
    if (typeof text !== 'string') throw new TypeError('no cursor is configured')
    return run(text, parameters) as never
  }
  return { query, release: (destroy) => client.release(destroy) }
}

const nothing = { command: '', rowCount: 0, rows: [] }
