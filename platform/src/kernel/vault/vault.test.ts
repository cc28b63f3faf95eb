import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { fixedClock } from '../clock/index.ts'
import { systemRandom } from '../random.ts'
import { createVault, keyFileService, oldKeysLeft, rewrap } from './index.ts'

let database: TestDatabase
const folder = mkdtempSync(path.join(tmpdir(), 'vault-'))
const file = path.join(folder, 'vault.key')
const keys = keyFileService(file)
const vault = createVault({ keys, clock: fixedClock('2026-11-24T00:00:00Z'), random: systemRandom })
const secret = '330106199001011234'

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

const sealed = () =>
  database.db.transaction().execute((trx) => vault.seal(trx, secret, { purpose: 'identity', until: '2027-11-24' }))

describe('the vault', () => {
  it('keeps nothing readable in the database and opens it again', async () => {
    const id = await sealed()
    const row = await database.db.selectFrom('sealed_item').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(Buffer.concat([row.box, row.wrapped_key, row.nonce]).includes(secret)).toBe(false)
    expect((await vault.open(database.db, id, 'identity')).toString()).toBe(secret)
  })

  it('opens nothing under another purpose, and nothing that was changed', async () => {
    const id = await sealed()
    await expect(vault.open(database.db, id, 'marketing')).rejects.toThrow()
    const { box } = await database.db
      .selectFrom('sealed_item')
      .select('box')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    box[0] = (box[0] ?? 0) ^ 1
    await database.db.updateTable('sealed_item').set({ box }).where('id', '=', id).execute()
    await expect(vault.open(database.db, id, 'identity')).rejects.toThrow()
  })

  it('changes its master key while running, and wraps the older keys anew', async () => {
    const id = await sealed()
    await keys.rotate()
    expect((await vault.open(database.db, id, 'identity')).toString()).toBe(secret)
    const old = await sql`select id from sealed_item where master_key <> ${await keys.current()}`.execute(database.db)
    expect(await rewrap({ db: database.db, keys, columns: [], batch: 2 })).toEqual({
      items: old.rows.length,
      boxes: 0,
      failed: [],
    })
    expect(await oldKeysLeft(database.db, keys, [])).toBe(false)
    expect((await vault.open(database.db, id, 'identity')).toString()).toBe(secret)
  })

  it('wraps with the new key in every process from the moment on that one of them made it', async () => {
    const other = keyFileService(file)
    const made = await other.rotate()
    expect(await keys.current()).toBe(made)
    expect((await keys.wrap(Buffer.alloc(32))).masterKey).toBe(made)
  })

  it('wraps with the newest key though another process made many meanwhile, and a file number comes back', async () => {
    const other = keyFileService(file)
    for (let n = 0; n < 4; n++) {
      await other.rotate()
      const made = await other.rotate()
      expect((await keys.wrap(Buffer.alloc(32))).masterKey).toBe(made)
    }
  })

  it('has a whole key file with every key it told of, whenever the process that rotates is killed', async () => {
    const killed = path.join(folder, 'killed.key')
    const service = path.join(import.meta.dirname, 'key-service.ts')
    const script = `const { keyFileService } = await import(${JSON.stringify(service)})
      const keys = keyFileService(${JSON.stringify(killed)})
      for (;;) process.stdout.write(await keys.rotate() + '\\n')`
    for (const wait of [1, 7, 20]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script])
      let told = ''
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString()
      })
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, wait))
      child.kill('SIGKILL')
      await once(child, 'close')
      const { current, keys: kept } = JSON.parse(readFileSync(killed, 'utf8'))
      const whole = told.split('\n').slice(0, -1)
      expect(whole.length).toBeGreaterThan(0)
      expect(Object.keys(kept)).toEqual(expect.arrayContaining(whole))
      expect(await keyFileService(killed).current()).toBe(current)
    }
  })

  it('boxes a column and binds it to its purpose', async () => {
    const box = await vault.box(secret, 'domain.auth-info')
    expect(box.includes(secret)).toBe(false)
    expect(await vault.unbox(box, 'domain.auth-info')).toBe(secret)
    await expect(vault.unbox(box, 'other')).rejects.toThrow()
  })

  it('makes a key file that only its owner reads, and refuses one that others may read', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    chmodSync(file, 0o644)
    expect(() => keyFileService(file)).toThrow(/chmod 600/)
    chmodSync(file, 0o600)
  })
})
