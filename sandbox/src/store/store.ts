import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'

export type Row = Record<string, SQLOutputValue>

/** One forward step of a store's shape. The position in the list is the version: append only, never edit. */
export type Migration = string

/**
 * Durable state of one party. WAL with `synchronous=normal` keeps every committed transaction through a kill of the
 * process (not through a loss of power, which no test of the sandbox needs).
 */
export class Store {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #depth = 0

  constructor(file: string, migrations: readonly Migration[]) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    this.#db = new DatabaseSync(file)
    this.#db.exec(
      'pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000; pragma cache_size = -32000',
    )
    this.#migrate(migrations)
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepared(sql).all(...values)
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values)
  }

  /** @returns how many rows changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes)
  }

  /** All of `work` or nothing of it; may be nested. `work` must not wait for anything. */
  transaction<T>(work: () => T): T {
    const depth = this.#depth
    const name = `s${depth}`
    this.#db.exec(depth === 0 ? 'begin immediate' : `savepoint ${name}`)
    this.#depth = depth + 1
    try {
      const result = work()
      this.#db.exec(depth === 0 ? 'commit' : `release ${name}`)
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec(depth === 0 ? 'rollback' : `rollback to ${name}; release ${name}`)
      throw error
    } finally {
      this.#depth = depth
    }
  }

  /** Opens a transaction that spans several calls of `transaction`; see GroupCommit. */
  begin(): void {
    this.#db.exec('begin immediate')
    this.#depth = 1
  }

  commit(): void {
    this.#depth = 0
    try {
      this.#db.exec('commit')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback')
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    if (this.#db.isOpen) this.#db.close()
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #migrate(migrations: readonly Migration[]): void {
    const current = Number(this.#db.prepare('pragma user_version').get()?.user_version ?? 0)
    if (current > migrations.length) throw new Error(`This store is of version ${current}, newer than this program`)
    for (const [index, sql] of migrations.entries()) {
      if (index < current) continue
      this.transaction(() => {
        this.#db.exec(sql)
        this.#db.exec(`pragma user_version = ${index + 1}`)
      })
    }
  }
}
