import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { fixedClock } from '../clock/index.ts'
import { createDb, createPool, type Db, migrate, startEmbeddedServer } from '../database/index.ts'
import { record } from './index.ts'

let database: TestDatabase
const folder = mkdtempSync(path.join(tmpdir(), 'audit-'))
const configuration = path.join(folder, 'yuming.config.json')
const clock = fixedClock('2026-11-24T02:32:00Z')
const actor = { kind: 'operator', user: 'reviewer-1' } as const

beforeAll(async () => {
  const party = 'http://127.0.0.1:1'
  const file = {
    dataDir: path.join(folder, 'data'),
    web: { publicUrl: party },
    registries: [
      {
        id: 'cn',
        host: 'localhost',
        port: 1,
        suffixes: ['cn'],
        profile: 'cnnic',
        clientId: 'us',
        password: 'p',
        tls: { ca: 'a', cert: 'b', key: 'c' },
      },
    ],
    payment: { alipay: { gateway: party, appId: '1', merchantPrivateKey: 'k', alipayPublicKey: 'p' } },
    mail: { host: 'localhost', port: 1, from: 'a@b.example' },
    sms: { endpoint: party, accessKey: 'k', secret: 's' },
    vault: { keyFile: path.join(folder, 'vault.key') },
    auth: { secret: 's' },
  }
  writeFileSync(configuration, JSON.stringify(file))
  database = await testDatabase()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

async function fill(db: Db, entries: number): Promise<void> {
  for (let n = 1; n <= entries; n++)
    await db.transaction().execute((trx) => record({ action: 'test.done', subject: `s${n}` }, { trx, actor, clock }))
}

function verify(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const { DATABASE_URL: _, ...rest } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(import.meta.dirname, 'verify-main.ts')],
      { env: { ...rest, YUMING_CONFIG: configuration, ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` }),
    )
  })
}

describe('npm run audit:verify', () => {
  it('says in one line that the chain is whole, and names the first entry that is not', async () => {
    const env = { DATABASE_URL: database.url }
    await fill(database.db, 5)
    expect(await verify(env)).toEqual({ code: 0, said: '审计日志完整，共 5 条。 The audit log is whole: 5 entries.\n' })
    await sql`alter table audit_entry disable trigger audit_append_only`.execute(database.db)
    await sql`update audit_entry set subject = 'other' where seq in (3, 4)`.execute(database.db)
    expect(await verify(env)).toEqual({
      code: 1,
      said: '审计日志在第 3 条断裂。 The audit log is broken at entry 3: its content was changed.\n',
    })
  })

  it('reads beside a running platform and leaves its database running; stops only what it started', async () => {
    expect(await verify({})).toMatchObject({ code: 2, said: expect.stringContaining('There is no database yet') })
    const place = path.join(folder, 'data/database')
    const server = await startEmbeddedServer(place)
    const admin = createPool(server.url('postgres'), { max: 1 })
    await admin.query('create database yuming')
    await admin.end()
    const pool = createPool(server.url('yuming'), { max: 2 })
    try {
      await migrate(pool)
      await fill(createDb(pool), 2)
      expect(await verify({})).toMatchObject({ code: 0, said: expect.stringContaining('2 entries') })
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    } finally {
      await pool.end()
      await server.stop()
    }
    expect(await verify({})).toMatchObject({ code: 0, said: expect.stringContaining('2 entries') })
    expect(existsSync(path.join(place, 'postgres/postmaster.pid'))).toBe(false)
    rmSync(new URL(server.url('x')).searchParams.get('host') ?? place, { recursive: true, force: true })
  }, 90_000)

  it('says which configuration is missing', async () => {
    expect(await verify({ YUMING_CONFIG: path.join(folder, 'none.json') })).toMatchObject({
      code: 2,
      said: expect.stringContaining('no such file'),
    })
  })
})
