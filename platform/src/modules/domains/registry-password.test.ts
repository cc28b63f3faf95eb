import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { loginPasswords, settlePassword, wantPassword } from './registry-password.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'registry-password-'))
const clock = fixedClock('2026-12-01T00:00:00Z')
const keys = keyFileService(path.join(folder, 'vault.key'))
const vault = createVault({ keys, clock, random: systemRandom })
const actor = { kind: 'operator', user: 'test' } as const
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const passwords = (registry: string, configured = 'configured-1') =>
  loginPasswords(database.db, vault, { registry, configured })
const want = (registry: string, wanted: string, configured = 'configured-1') =>
  database.db
    .transaction()
    .execute((trx) => wantPassword({ registry, configured, wanted }, { trx, vault, clock, actor }))
const settle = (registry: string, refusedCode?: number) =>
  database.db.transaction().execute((trx) => settlePassword({ registry, refusedCode }, { trx, clock }))

describe('the password at a registry', () => {
  it('is the configured one, then the wanted one beside it, then the new one', async () => {
    expect(await passwords('one')).toEqual({ pw: 'configured-1' })
    await want('one', 'wanted-1')
    expect(await passwords('one')).toEqual({ pw: 'configured-1', newPW: 'wanted-1' })
    await settle('one')
    await settle('one')
    expect(await passwords('one')).toEqual({ pw: 'wanted-1' })
    await want('one', 'wanted-2')
    expect(await passwords('one')).toEqual({ pw: 'wanted-1', newPW: 'wanted-2' })
  })

  it('stays the old one when the registry refuses the new one', async () => {
    await want('two', 'wanted-1')
    await settle('two', 2306)
    expect(await passwords('two')).toEqual({ pw: 'configured-1' })
    const row = await database.db
      .selectFrom('registry_password')
      .select(['refused_code', 'wanted'])
      .where('registry', '=', 'two')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ refused_code: 2306, wanted: null })
  })

  it('is what the configuration says when that was changed since', async () => {
    await want('three', 'wanted-1')
    await settle('three')
    expect(await passwords('three', 'configured-2')).toEqual({ pw: 'configured-2' })
    await want('three', 'wanted-2', 'configured-2')
    expect(await passwords('three', 'configured-2')).toEqual({ pw: 'configured-2', newPW: 'wanted-2' })
  })

  it('is nowhere in the database as it is', async () => {
    await want('four', 'planted-secret-1')
    await settle('four')
    const { rows } = await database.pool.query(
      `select row_to_json(registry_password)::text || encode(password, 'escape') || encode(instead_of, 'escape') as text
         from registry_password where registry = 'four'
       union all select detail::text from audit_entry`,
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toMatch(/planted-secret|configured-1/)
  })
})
