import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { loadCatalog } from '../catalog/index.ts'
import { renderNotice } from '../notices/index.ts'
import { createExpiryReminders } from './expiry-reminders.ts'
import './tables.ts'

let database: TestDatabase
const clock = fixedClock('2026-11-24T00:00:00Z')
const log = pino({ level: 'silent' })
const account = random.uuid()
const template = random.uuid()

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await db
    .insertInto('account')
    .values({ id: account, name: '山月茶业', locale: 'zh', created_at: clock.now() })
    .execute()
  const item = random.uuid()
  const empty = Buffer.alloc(1)
  await db
    .insertInto('sealed_item')
    .values({
      id: item,
      purpose: 'test',
      keep_until: null,
      master_key: 'k1',
      wrapped_key: empty,
      nonce: empty,
      box: empty,
      sealed_at: clock.now(),
    })
    .execute()
  await db
    .insertInto('identity')
    .values({
      id: item,
      account,
      holder_type: 'organisation',
      kind: 'business-licence',
      name_digest: null,
      number_digest: null,
      number_item: item,
      created_at: clock.now(),
    })
    .execute()
  const place = { province: '浙江省', city: '杭州市', street: '茶山路18号' }
  await db
    .insertInto('registrant_template')
    .values({
      id: template,
      account,
      holder_type: 'organisation',
      name_zh: '杭州山月茶业有限公司',
      name_en: 'Shanyue Tea',
      contact_zh: '林若溪',
      contact_en: 'Lin Ruoxi',
      region: 'CN',
      ...Object.fromEntries(
        Object.entries(place).flatMap(([key, zh]) => [
          [`${key}_zh`, zh],
          [`${key}_en`, 'x'],
        ]),
      ),
      postcode: '310000',
      phone: '+86.13800000001',
      email: 'holder@shanyue.example',
      certificate_kind: 'business-licence',
      identity_record: item,
      certificate_tail: '2R5X',
      identity: 'verified',
      is_default: true,
      created_at: clock.now(),
    } as never)
    .execute()
})
afterAll(() => database.drop())

async function name(ascii: string, expiresAt: string, autoRenew = false): Promise<string> {
  const id = random.uuid()
  await database.db
    .insertInto('domain')
    .values({
      id,
      account,
      name: ascii,
      ascii,
      variant_key: ascii,
      suffix: 'cn',
      registry: 'cn',
      roid: null,
      template,
      holder_type: 'organisation',
      registered_at: new Date('2025-11-24T00:00:00Z'),
      expires_at: new Date(expiresAt),
      auto_renew: autoRenew,
      auth_info: Buffer.alloc(1),
      released_at: null,
    })
    .execute()
  return id
}
const reminders = () => createExpiryReminders({ db: database.db, catalog: loadCatalog(), clock, random, log })
const told = async (ascii: string) =>
  (await database.db.selectFrom('notice').selectAll().orderBy('created_at').execute())
    .filter(({ parameters }) => (parameters as unknown as { name?: string }).name === ascii)
    .map((notice) => ({
      channel: notice.channel,
      to: notice.recipient,
      ...renderNotice(notice.kind, notice.locale, notice.parameters as unknown as Record<string, string>),
    }))
const on = async (instant: string) => {
  clock.set(instant)
  return reminders().look()
}

describe('reminders of expiry (S1-76)', () => {
  it('come by mail and SMS a month, a week and a day before, and after it, each once', async () => {
    await name('one.cn', '2027-01-10T02:00:00Z')
    expect(await on('2026-12-10T02:00:00Z')).toBe(0)
    expect(await on('2026-12-11T02:00:01Z')).toBe(1)
    expect(await on('2026-12-20T02:00:00Z')).toBe(0)
    expect(await on('2027-01-03T02:00:01Z')).toBe(1)
    expect(await on('2027-01-09T12:00:00Z')).toBe(1)
    expect(await on('2027-01-10T12:00:00Z')).toBe(0)
    expect(await on('2027-01-11T12:00:00Z')).toBe(1)
    expect(await on('2027-01-14T12:00:00Z')).toBe(0)
    const all = await told('one.cn')
    expect(all.map(({ channel }) => channel)).toEqual(['mail', 'sms', 'mail', 'sms', 'mail', 'sms', 'mail', 'sms'])
    expect(all[0]).toMatchObject({ to: 'holder@shanyue.example', subject: 'one.cn 将于 2027-01-10 到期' })
    expect(all[1]?.to).toBe('+8613800000001')
    expect(all[6]?.text).toContain('已于 2027-01-10 到期')
  })

  it('after downtime tell the newest stage only, and nothing when the time for it is over', async () => {
    await name('late.cn', '2027-03-10T02:00:00Z')
    expect(await on('2027-03-08T02:00:00Z')).toBe(1)
    await name('over.cn', '2027-03-01T02:00:00Z')
    expect(await on('2027-03-08T03:00:00Z')).toBe(0)
    expect(await told('late.cn')).toHaveLength(2)
  })

  it('begin anew when the expiry has moved, and say so when the name renews by itself', async () => {
    const id = await name('moved.cn', '2027-05-10T02:00:00Z', true)
    expect(await on('2027-05-01T02:00:00Z')).toBe(1)
    await database.db
      .updateTable('domain')
      .set({ expires_at: new Date('2028-05-10T02:00:00Z') })
      .where('id', '=', id)
      .execute()
    expect(await on('2027-05-09T02:00:00Z')).toBe(0)
    expect(await on('2028-05-01T02:00:00Z')).toBe(1)
    const [first] = await told('moved.cn')
    expect(first?.text).toContain('已开自动续费')
  })

  it('are sent once when several processes look at once', async () => {
    for (let n = 0; n < 30; n++) await name(`many-${n}.cn`, '2029-01-10T02:00:00Z')
    clock.set('2029-01-05T00:00:00Z')
    await Promise.all([1, 2, 3].map(() => reminders().look()))
    await reminders().look()
    for (let n = 0; n < 30; n++) expect(await told(`many-${n}.cn`)).toHaveLength(2)
  })
})
