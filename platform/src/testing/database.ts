import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import {
  createDb,
  createPool,
  type Db,
  migrate,
  readMigrations,
  startEmbeddedServer,
} from '../kernel/database/index.ts'

export interface TestDatabase {
  readonly db: Db
  readonly pool: pg.Pool
  readonly url: string
  drop(): Promise<void>
}

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../.yuming/test-postgres')
const templateLock = 7_209_115

/**
 * A migrated database for one test file, copied from a template in a few milliseconds. The server is shared by all
 * files of a run and by later runs; the template is made anew whenever a migration changes.
 */
export async function testDatabase(): Promise<TestDatabase> {
  // Durability is what the kill tests of the platform prove on a server of their own; here it would only cost time.
  const server = await startEmbeddedServer(folder, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const admin = createPool(server.url('postgres'), { max: 1 })
  try {
    const template = await templateOf(admin, (name) => server.url(name))
    const name = `test_${randomBytes(6).toString('hex')}`
    await copy(admin, template, name)
    const url = server.url(name)
    const pool = createPool(url, { max: 12 })
    return {
      db: createDb(pool),
      pool,
      url,
      async drop() {
        await pool.end()
        const last = createPool(server.url('postgres'), { max: 1 })
        await last.query(`drop database if exists ${name} with (force)`)
        await last.end()
      },
    }
  } finally {
    await admin.end()
  }
}

async function templateOf(admin: pg.Pool, urlOf: (name: string) => string): Promise<string> {
  const migrations = readMigrations()
  const name = `template_${createHash('sha256')
    .update(migrations.map(({ name, digest }) => `${name} ${digest}`).join())
    .digest('hex')
    .slice(0, 12)}`
  const client = await admin.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount) return name
    const fresh = `${name}_new`
    await client.query(`drop database if exists ${fresh} with (force)`)
    await client.query(`create database ${fresh}`)
    const pool = createPool(urlOf(fresh), { max: 1 })
    await migrate(pool, migrations)
    await pool.end()
    await client.query(`alter database ${fresh} rename to ${name}`)
    return name
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock])
    client.release()
  }
}

// Two copies at once are refused while the template counts as in use; a moment later it is free.
async function copy(admin: pg.Pool, template: string, name: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await admin.query(`create database ${name} template ${template} strategy file_copy`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
}
