import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { migrate, readMigrations } from './index.ts'

let database: TestDatabase
const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
const file = (name: string, text: string) => writeFileSync(path.join(folder, name), text)

beforeAll(async () => {
  database = await testDatabase()
  file('9001_pears.sql', 'create table pear (n bigint)')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

const tableExists = async (name: string) =>
  (await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(database.db)).rows[0]?.there

describe('migrations', () => {
  it('have all been applied to a new database, once', async () => {
    expect(await migrate(database.pool)).toEqual([])
  })

  it('are applied once when two processes start at once', async () => {
    const applied = await Promise.all([
      migrate(database.pool, readMigrations(folder)),
      migrate(database.pool, readMigrations(folder)),
    ])
    expect(applied.flat()).toEqual(['9001_pears'])
    expect(await tableExists('pear')).toBe(true)
  })

  it('refuse a file that was edited after it was applied, and apply nothing after it', async () => {
    file('9001_pears.sql', 'create table pear (n bigint, ripe boolean)')
    file('9002_plums.sql', 'create table plum (n bigint)')
    await expect(migrate(database.pool, readMigrations(folder))).rejects.toThrow(
      /9001_pears was applied in another form/,
    )
    expect(await tableExists('plum')).toBe(false)
    file('9001_pears.sql', 'create table pear (n bigint)')
    expect(await migrate(database.pool, readMigrations(folder))).toEqual(['9002_plums'])
  })

  it('leave nothing behind when one fails half-way, and name it', async () => {
    file('9003_wrong.sql', 'create table quince (n bigint); select 1 / 0')
    await expect(migrate(database.pool, readMigrations(folder))).rejects.toThrow(/9003_wrong failed: division by zero/)
    expect(await tableExists('quince')).toBe(false)
    rmSync(path.join(folder, '9003_wrong.sql'))
    expect(await migrate(database.pool, readMigrations(folder))).toEqual([])
  })
})

describe('an integer of the database', () => {
  it('is a number while it is exact, and an error beyond', async () => {
    const one = async (text: string) => (await database.pool.query(text)).rows[0]
    expect(await one('select 9007199254740991::bigint as n')).toEqual({ n: Number.MAX_SAFE_INTEGER })
    expect(await one('select (-9007199254740991)::bigint as n')).toEqual({ n: Number.MIN_SAFE_INTEGER })
    await expect(one('select 9007199254740992::bigint as n')).rejects.toThrow(/9007199254740992/)
    await expect(one('select (-9223372036854775808)::bigint as n')).rejects.toThrow(RangeError)
    // A connection that met one is still good.
    expect(await one("select date '2026-11-24' as day, count(*) as n from pear")).toEqual({ day: '2026-11-24', n: 0 })
  })
})
