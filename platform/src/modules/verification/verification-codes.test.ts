import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { codesOf, keepCode } from './verification-codes.ts'

const clock = fixedClock('2026-11-24T02:00:00Z')
const [account, template, identity] = [random.uuid(), random.uuid(), random.uuid()]
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const { db, pool } = database
  await db
    .insertInto('account')
    .values({ id: account, name: '林若溪', locale: 'zh', created_at: clock.now() })
    .execute()
  await pool.query(
    `insert into sealed_item (id, purpose, master_key, wrapped_key, nonce, box, sealed_at)
     values ($1, 'x', 'k', '', '', '', now())`,
    [identity],
  )
  await pool.query(
    `insert into identity (id, account, holder_type, kind, number_item, created_at)
     values ($1, $2, 'person', 'cn-resident-id', $1, now())`,
    [identity, account],
  )
  await pool.query(
    `insert into registrant_template (id, account, holder_type, name_zh, name_en, contact_zh, contact_en, region, province_zh,
       province_en, city_zh, city_en, street_zh, street_en, postcode, phone, email, certificate_kind, identity_record,
       certificate_tail, identity, verified_at, is_default, created_at)
     values ($1, $2, 'person', 'x', 'x', 'x', 'x', 'CN', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'cn-resident-id', $3,
       'x', 'verified', now(), true, now())`,
    [template, account, identity],
  )
  await db.transaction().execute(async (trx) => {
    await keepCode(trx, { code: '1-R1', encoded: 'cg==', account, template }, clock)
    await keepCode(trx, { code: '1-D1', encoded: 'ZA==', account, label: 'tea' }, clock)
  })
})
afterAll(() => database.drop())

it('proves a holder only while what was verified is what the template says: not after a correction', async () => {
  const { db, pool } = database
  const codes = () => db.transaction().execute((trx) => codesOf(trx, { account, label: 'tea', template }))
  expect(await codes()).toEqual(['ZA==', 'cg=='])
  for (const corrected of ['failed', 'reviewing']) {
    await pool.query('update registrant_template set identity = $1 where id = $2', [corrected, template])
    expect(await codes()).toBeUndefined()
  }
  await pool.query("update registrant_template set identity = 'verified' where id = $1", [template])
  expect(await codes()).toEqual(['ZA==', 'cg=='])
})
