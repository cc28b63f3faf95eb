import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from './kernel/audit/index.ts'
import { fixedClock } from './kernel/clock/index.ts'
import { systemRandom } from './kernel/random.ts'
import { createVault, keyFileService } from './kernel/vault/index.ts'
import { boxedColumns } from './modules/domains/index.ts'
import { filingBoxes } from './modules/filing/index.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

let database: TestDatabase
const folder = mkdtempSync(path.join(tmpdir(), 'rotate-'))
const keyFile = path.join(folder, 'vault.key')
const configuration = path.join(folder, 'yuming.config.json')
const keys = keyFileService(keyFile)
const random = systemRandom
const vault = createVault({ keys, clock: fixedClock('2026-11-24T00:00:00Z'), random })
const purpose = 'domain.auth-info'

beforeAll(async () => {
  const party = 'http://127.0.0.1:1'
  const tls = { ca: 'a', cert: 'b', key: 'c' }
  writeFileSync(
    configuration,
    JSON.stringify({
      dataDir: path.join(folder, 'data'),
      web: { publicUrl: party },
      registries: [
        { id: 'cn', host: 'h', port: 1, suffixes: ['cn'], profile: 'cnnic', clientId: 'us', password: 'p', tls },
      ],
      payment: { alipay: { gateway: party, appId: '1', merchantPrivateKey: 'k', alipayPublicKey: 'p' } },
      mail: { host: 'localhost', port: 1, from: 'a@b.example' },
      sms: { endpoint: party, accessKey: 'k', secret: 's' },
      vault: { keyFile },
      auth: { secret: 's' },
    }),
  )
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

async function registered(n: number): Promise<void> {
  await database.db
    .insertInto('domain')
    .values({
      id: id(n),
      account: random.uuid(),
      name: `n${n}.cn`,
      ascii: `n${n}.cn`,
      variant_key: `n${n}.cn`,
      suffix: 'cn',
      registry: 'cn',
      template: random.uuid(),
      holder_type: 'person',
      registered_at: new Date(0),
      expires_at: new Date(0),
      auth_info: await vault.box(`password-${n}`, purpose),
      raw: '{}',
    })
    .execute()
}

function rotate(...args: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> } {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'vault-rotate-main.ts'), ...args], {
    env: { ...process.env, YUMING_CONFIG: configuration, DATABASE_URL: database.url },
  })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, said }))) }
}

const masterKeys = async (): Promise<string[]> => {
  const rows = await database.db.selectFrom('domain').select('auth_info').orderBy('id').execute()
  return rows.map(({ auth_info: box }) => /"k":"(\w+)"/.exec(box.subarray(2).toString('latin1'))?.[1] ?? '?')
}

const allOpen = async (count: number) => {
  const rows = await database.db.selectFrom('domain').select('auth_info').orderBy('id').execute()
  const opened = await Promise.all(rows.map(({ auth_info: box }) => vault.unbox(box, purpose)))
  expect(opened).toEqual(Array.from({ length: count }, (_, n) => `password-${n + 1}`))
}

describe('npm run vault:rotate', () => {
  it('killed after two batches leaves old and new readable, and does the rest when it is run again', async () => {
    for (let n = 1; n <= 12; n++) await registered(n)
    const item = await database.db
      .transaction()
      .execute((trx) => vault.seal(trx, 'a certificate', { purpose: 'identity' }))

    // A lock on a row of the third batch stops the command exactly between two of its batches.
    const lock = await database.pool.connect()
    await lock.query('begin')
    await lock.query('select 1 from domain where id = $1 for update', [id(7)])
    const first = rotate('--batch', '3')
    await expect
      .poll(async () => (await masterKeys()).filter((key) => key === 'k2').length, { timeout: 15_000 })
      .toBe(6)
    expect(await rotate().ended).toMatchObject({
      code: 2,
      said: expect.stringContaining('another rotation is running'),
    })
    first.child.kill('SIGKILL')
    await first.ended
    await lock.query('rollback')
    lock.release()

    expect(await masterKeys()).toEqual([...Array(6).fill('k2'), ...Array(6).fill('k1')])
    await allOpen(12)
    await registered(13)
    expect((await masterKeys()).at(-1)).toBe('k2')

    const { code, said } = await rotate('--batch', '3').ended
    expect(said).toContain('Finishing the rotation begun before; the master key is k2')
    expect(said).toContain('6 data keys are wrapped anew')
    expect(code).toBe(0)
    expect(new Set(await masterKeys())).toEqual(new Set(['k2']))
    await allOpen(13)
    expect((await vault.open(database.db, item, 'identity')).toString()).toBe('a certificate')

    expect(await rotate().ended).toMatchObject({ code: 0, said: expect.stringContaining('new master key is k3') })
    await allOpen(13)
    expect(await verifyChain(database.db)).toEqual({ whole: true, entries: 2 })
  })

  it('names a row that cannot be opened, and wraps the others all the same', async () => {
    await database.db
      .updateTable('domain')
      .set({ auth_info: Buffer.from('\0\u0012{"k":"k1","w":"","n":"","x":1}') })
      .where('id', '=', id(5))
      .execute()
    const { code, said } = await rotate().ended
    expect(code).toBe(1)
    expect(said).toContain(`domain ${id(5)}`)
    expect((await masterKeys()).filter((key) => key === 'k3')).toHaveLength(12)
  })

  it('knows every column that holds a box', async () => {
    const { rows } = await sql<{ at: string }>`
      select table_name || '.' || column_name as at from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' order by at`.execute(database.db)
    // A use of a promotion names its code by the code's digest; a question to people is known by its seal alone.
    const notBoxes = [/^sealed_item\./, /digest$/, /^promotion_use\.code$/, /^human_challenge\.mac$/]
    const boxed = rows.map(({ at }) => at).filter((at) => !notBoxes.some((other) => other.test(at)))
    expect(boxed.toSorted()).toEqual(
      [...boxedColumns, ...filingBoxes].map(({ table, column }) => `${table}.${column}`).toSorted(),
    )
  })
})
