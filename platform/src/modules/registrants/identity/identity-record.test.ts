import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { identityOf, registrantsRoutes, settleIdentities } from '../index.ts'

let api: TestApi
let vault: Vault
beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const keys = keyFileService(path.join(temporaryFolder('keys'), 'vault.key'))
    vault = createVault({ keys, clock, random: systemRandom })
    return [registrantsRoutes({ vault, origin: testOrigin })]
  })
})
afterAll(() => api.close())

const number = '11010519491231002X'
const person = {
  holderType: 'person',
  name: { zh: '阿依古丽·买买提' },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone: '+86.13800000000',
  email: 'ayi@example.cn',
  certificate: { kind: 'SFZ', number },
}

const create = async (who: Visitor, changes: object = {}): Promise<string> => {
  const { status, body } = await who.call('POST', 'v1/templates', { ...person, ...changes })
  expect([status, body.findings ?? []]).toEqual([201, []])
  return body.id
}
const accountOf = async (who: Visitor): Promise<string> => (await who.call('GET', 'v1/session')).body.account.id
const recordOf = async (template: string) =>
  (
    await api.db
      .selectFrom('registrant_template')
      .select('identity_record')
      .where('id', '=', template)
      .executeTakeFirstOrThrow()
  ).identity_record
const count = async (table: 'identity' | 'sealed_item') =>
  Number(
    (
      await api.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

describe('the identity of a holder', () => {
  it('is one record for templates whose name, kind and number are equal to the byte, also when made at once', async () => {
    const who = await api.customer()
    const first = await create(who)
    const again = await Promise.all([
      create(who, { street: { zh: '科技园二路2号' } }),
      create(who, { certificate: { kind: 'cn-resident-id', number: ' 11010519491231002x' } }),
      create(who),
    ])
    const records = new Set(await Promise.all([first, ...again].map(recordOf)))
    expect(records.size).toBe(1)
    const others = await Promise.all([
      create(who, { name: { zh: '阿依古丽·买买提江' } }),
      create(who, { certificate: { kind: 'cn-household-proof', number } }),
      create(who, { certificate: { kind: 'SFZ', number: '440305198806123023' } }),
      create(await api.customer()),
    ])
    expect(new Set(await Promise.all([first, ...others].map(recordOf))).size).toBe(5)
    const identity = await api.db
      .transaction()
      .execute(async (trx) => identityOf(trx, vault, { account: await accountOf(who), template: first }))
    expect(identity).toEqual({
      id: [...records][0],
      holderType: 'person',
      name: '阿依古丽·买买提',
      kind: 'cn-resident-id',
      number,
    })
    const stranger = { account: systemRandom.uuid(), template: first }
    await expect(api.db.transaction().execute((trx) => identityOf(trx, vault, stranger))).rejects.toMatchObject({
      code: 'registrant.template-not-found',
    })
  })

  it('is left behind, with its number, only when its last template is corrected', async () => {
    const who = await api.customer()
    const kept = await create(who)
    const wrong = await create(who, { certificate: { kind: 'SFZ', number: '440305198806123023' } })
    const [identities, items] = [await count('identity'), await count('sealed_item')]
    await who.call('PUT', `v1/templates/${wrong}`, person)
    expect(await recordOf(wrong)).toBe(await recordOf(kept))
    expect([await count('identity'), await count('sealed_item')]).toEqual([identities - 1, items - 1])
  })

  it('keeps no number readable: in no column of any table', async () => {
    await create(await api.customer())
    const { rows } = await api.pool.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    const found: string[] = []
    for (const { table_name: table } of rows) {
      const hit = await api.pool.query(`select 1 from "${table}" t where t::text ilike '%' || $1 || '%' limit 1`, [
        '1949123100',
      ])
      const hex = await api.pool.query(`select 1 from "${table}" t where t::text ilike '%' || $1 || '%' limit 1`, [
        Buffer.from('1949123100').toString('hex'),
      ])
      if (hit.rows.length + hex.rows.length > 0) found.push(table)
    }
    expect(found).toEqual([])
  })

  it('is settled at start for rows of before: equal ones become one, one that cannot be opened stays and stops nothing', async () => {
    const who = await api.customer()
    const [one, two, other] = [await create(who), await create(who), await create(who, { name: { zh: '张三' } })]
    const account = await accountOf(who)
    // As the migration leaves them: a record for each template, without digests.
    const broken = await create(who, { name: { zh: '李四' } })
    const was = await recordOf(two)
    await api.db.transaction().execute(async (trx) => {
      const id = systemRandom.uuid()
      const numberItem = await vault.seal(trx, number, { purpose: 'registrant.certificate' })
      const row = await trx.selectFrom('identity').selectAll().where('id', '=', was).executeTakeFirstOrThrow()
      const digests = { name_digest: null, number_digest: null }
      await trx
        .insertInto('identity')
        .values({ ...row, ...digests, id, number_item: numberItem })
        .execute()
      await trx.updateTable('registrant_template').set({ identity_record: id }).where('id', '=', two).execute()
      await trx.updateTable('identity').set(digests).where('account', '=', account).execute()
      const lost = await vault.seal(trx, number, { purpose: 'another' })
      await trx
        .updateTable('identity')
        .set({ number_item: lost })
        .where('id', '=', await recordOf(broken))
        .execute()
    })
    const services = { db: api.db, vault, random: systemRandom, log: pino({ level: 'silent' }) }
    expect(await settleIdentities(services)).toBe(3)
    expect(await recordOf(one)).toBe(await recordOf(two))
    expect(await recordOf(other)).not.toBe(await recordOf(one))
    expect(await recordOf(await create(who))).toBe(await recordOf(one))
    expect(await settleIdentities(services)).toBe(0)
  })
})
