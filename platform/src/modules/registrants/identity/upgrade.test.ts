import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../kernel/clock/index.ts'
import { migrate, readMigrations } from '../../../kernel/database/index.ts'
import { systemRandom as random } from '../../../kernel/random.ts'
import { createVault, keyFileService } from '../../../kernel/vault/index.ts'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { registrantOf, settleIdentities } from '../index.ts'

let database: TestDatabase
const clock = fixedClock('2026-11-24T00:00:00Z')
const vault = createVault({ keys: keyFileService(path.join(temporaryFolder('keys'), 'vault.key')), clock, random })
const account = random.uuid()

beforeAll(async () => {
  database = await testDatabase()
  await database.pool.query('drop schema public, auth cascade; create schema public')
  await migrate(
    database.pool,
    readMigrations().filter(({ name }) => name < '0080'),
  )
})
afterAll(() => database.drop())

/** A template as it was kept before there were identities. */
async function oldTemplate(region: string, kind: string, number: string): Promise<string> {
  const id = random.uuid()
  await database.db.transaction().execute(async (trx) => {
    const item = await vault.seal(trx, number, { purpose: 'registrant.certificate' })
    await trx
      .insertInto('registrant_template')
      .values({
        id,
        account,
        holder_type: 'person',
        name_zh: '张三',
        name_en: 'Zhang San',
        contact_zh: '张三',
        contact_en: 'Zhang San',
        region,
        province_zh: '广东省',
        province_en: 'Guangdong',
        city_zh: '深圳市',
        city_en: 'Shenzhen',
        street_zh: '科技园一路1号',
        street_en: 'Ke Ji Yuan',
        postcode: '518000',
        phone: '+86.13800000000',
        email: 'zhang@example.cn',
        certificate_kind: kind,
        certificate_item: item,
        certificate_tail: number.slice(-4),
        identity: 'unverified',
        is_default: false,
        created_at: clock.now(),
      } as never)
      .execute()
  })
  return id
}

describe('templates of before there were identities', () => {
  it('keep their numbers, take the ids of kinds, and equal ones share a record', async () => {
    const { db, pool } = database
    await db
      .insertInto('account')
      .values({ id: account, name: '张三', locale: 'zh', created_at: clock.now() })
      .execute()
    const number = '11010519491231002X'
    const old = [
      await oldTemplate('CN', 'SFZ', number),
      await oldTemplate('CN', 'SFZ', number),
      await oldTemplate('HK', 'GATJZZ', '810000199202030045'),
      await oldTemplate('TW', 'GATJZZ', '830000199202030045'),
    ]
    const before = await db.selectFrom('sealed_item').select('id').execute()
    await migrate(pool)
    expect(await settleIdentities({ db, vault, random, log: pino({ level: 'silent' }) })).toBe(4)
    const read = await Promise.all(
      old.map((template) => db.transaction().execute((trx) => registrantOf(trx, vault, { account, template }))),
    )
    expect(read.map(({ certificate }) => certificate)).toEqual([
      { kind: 'cn-resident-id', number },
      { kind: 'cn-resident-id', number },
      { kind: 'hk-macao-residence-permit', number: '810000199202030045' },
      { kind: 'tw-residence-permit', number: '830000199202030045' },
    ])
    expect(await db.selectFrom('identity').select('kind').execute()).toHaveLength(3)
    // One number is gone with the record that was one too many; the key of the digests has come.
    expect(await db.selectFrom('sealed_item').select('id').execute()).toHaveLength(before.length)
  })
})
