import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'

/** Any constant: two processes that start at once wait for each other. */
const lock = 7_209_114

export const migrationsFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../migrations')

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(path.join(folder, file), 'utf8')
      return { name: file.replace(/\.sql$/, ''), sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies the migrations that are missing, each in a transaction of its own, forward only. Returns their names.
 * @throws when a migration that was applied has been edited since: history is not rewritten.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = await pool.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migration')
    const known = new Map(rows.map((row) => [row.name, row.digest]))
    for (const { name, sql, digest } of migrations) {
      const before = known.get(name)
      if (before === digest) continue
      if (before !== undefined)
        throw new Error(
          `Migration ${name} was applied in another form. Restore its file; put the change into a new migration.`,
        )
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
      applied.push(name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
    client.release()
  }
}
