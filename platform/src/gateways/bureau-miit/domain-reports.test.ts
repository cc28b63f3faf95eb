import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { behaviourSchema } from '../../../../sandbox/src/bureaus/bureau-controls.ts'
import { type Bureaus, openBureaus } from '../../../../sandbox/src/bureaus/bureaus.ts'
import { MovableClock } from '../../../../sandbox/src/world/clock.ts'
import { systemRandom as sandboxRandom } from '../../../../sandbox/src/world/random.ts'
import { systemRandom } from '../../kernel/random.ts'
import { taskBench } from '../../kernel/tasks/testing/bench.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { loadCatalog } from '../../modules/catalog/index.ts'
import {
  createReportCollector,
  createResultReader,
  domainReportRoutes,
  domainReportTask,
  isKnownToMinistry,
} from '../../modules/domain-reports/index.ts'
import { registrantsRoutes } from '../../modules/registrants/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { miitMinistry } from './ministry.ts'

const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
const id = 'ministry'
let api: TestApi
let vault: Vault
let who: Visitor
let account: string
let template: string
let bench: ReturnType<typeof taskBench>
let bureaus: Bureaus
let ministryClock: MovableClock
let collector: ReturnType<typeof createReportCollector>
let reader: ReturnType<typeof createResultReader>
let names = 0

const holder = {
  holderType: 'person',
  name: { zh: '张三' },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone: '+86.13800000000',
  email: 'zhang@example.cn',
  certificate: { kind: 'SFZ', number: '11010519491231002X' },
}

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random: systemRandom })
    return [registrantsRoutes({ vault, origin: testOrigin }), domainReportRoutes()]
  })
  bench = taskBench(api)
  who = await api.customer()
  account = (await who.call('GET', 'v1/session')).body.account.id
  template = (await who.call('POST', 'v1/templates', holder)).body.id
})
afterAll(() => api.close())

/** A ministry that has never heard of us, and our line to it. */
beforeEach(async () => {
  await api.pool.query(
    'truncate domain_report_entry, domain_report_file, domain_report, bureau_upload, bureau_download, bureau_code_tables',
  )
  await api.pool.query('delete from domain')
  ministryClock = new MovableClock({ now: () => api.clock.now() }, 0)
  bureaus = await openBureaus({
    data: temporaryFolder('bureaus'),
    port: 0,
    clock: ministryClock,
    random: sandboxRandom,
    deliver: () => {},
    smsPage: () => 'http://sandbox.invalid/bureaus/sms',
  })
  const bureau = bureaus.all.get(id)
  if (!bureau) throw new Error('no ministry')
  const { ispId, userName, password, aes } = bureau.account
  const { db } = api
  const { clock } = api
  const ministry = miitMinistry(
    { profile: 'miit-3.0', address: `http://127.0.0.1:${bureau.port}`, ispId, user: userName, password, aes },
    { name: '示例域名服务有限公司', nameServers: ['ns1.yuming.example', 'ns2.yuming.example'] },
    { db, vault, clock, log },
  )
  collector = createReportCollector({ db, clock, random: systemRandom, log, everyMs: 60_000 })
  reader = createResultReader({ db, ministry, clock, log, everyMs: 60_000 })
  await bench.run([domainReportTask({ db, ministry, catalog: loadCatalog(), vault, log })], { log })
  await reader.look()
})
afterEach(async () => {
  await bench.stopAll()
  await api.pool.query("update task set state = 'executing' where kind = 'DOMAIN_REPORT' and state = 'waiting'")
  await api.pool.query(
    "update task set state = 'failed' where kind = 'DOMAIN_REPORT' and state not in ('succeeded', 'failed')",
  )
  await bureaus.close()
})

async function register(change: { suffix?: string; front?: string; expires?: string; template?: string } = {}) {
  const { suffix = 'top', front = 'china', expires = '2027-10-20T00:00:00Z' } = change
  const name = `t-${++names}.${suffix}`
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at, expires_at,
       statuses, auth_info, auto_renew, front)
     values (gen_random_uuid(), $1, $2, $2, $2, $3, 'general', $4, 'person', $5, $6, '{ok}', '\\x00', false, $7)`,
    [account, name, suffix, change.template ?? template, new Date('2026-10-20T00:00:00Z'), new Date(expires), front],
  )
  return name
}
const change = (name: string, set: string) => api.pool.query(`update domain set ${set} where ascii = $1`, [name])
const known = (name: string) => isKnownToMinistry(api.db, name)
const report = (name: string) =>
  api.db.selectFrom('domain_report').selectAll().where('ascii', '=', name).executeTakeFirstOrThrow()
const ownersView = async (name: string) => (await who.call('GET', `v1/domains/${name}/ministry-report`)).body.report
const openTasks = async () => {
  const rows = await api.db
    .selectFrom('task')
    .select('id')
    .where('kind', '=', 'DOMAIN_REPORT')
    .where('state', 'not in', ['succeeded', 'failed'])
    .execute()
  return rows.map((row) => row.id)
}
const hurry = () => sql`update task set run_at = now() where kind = 'DOMAIN_REPORT'`.execute(api.db)
const files = () => bureaus.office.inbox.last(id)?.sequence ?? 0

/** Everything that waits is told, and every answer is read. */
async function tell(): Promise<void> {
  await collector.look()
  await expect
    .poll(
      async () => {
        await hurry()
        return (await openTasks()).length
      },
      { timeout: 8_000, interval: 30 },
    )
    .toBe(0)
  await bureaus.turn()
  await reader.look()
}

/** What was told of a name last, from the file that is kept. */
async function told(name: string): Promise<string> {
  const { item } = await api.db
    .selectFrom('domain_report_entry')
    .innerJoin('domain_report_file', 'domain_report_file.id', 'domain_report_entry.file')
    .select('item')
    .where('ascii', '=', name)
    .orderBy('made_at', 'desc')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  return new TextDecoder('gbk').decode(await vault.open(api.db, item, 'domain-report.file'))
}

describe('a registered name is reported to the ministry', () => {
  it('and is known there from its answer on, which a filing waits for (S1-173)', async () => {
    const name = await register()
    expect(await known(name)).toBe(false)
    expect(await ownersView(name)).toMatchObject({ state: 'due', turn: 'we', reportedAt: null, knownSince: null })
    await tell()
    expect(await known(name)).toBe(true)
    const now = api.clock.now().toISOString()
    expect(await ownersView(name)).toEqual({
      state: 'known',
      reportedAt: expect.stringMatching(/^2026-11-24T/),
      acknowledgedAt: now,
      knownSince: now,
      turn: null,
      until: null,
      against: [],
    })
    const other = await api.customer()
    expect((await other.call('GET', `v1/domains/${name}/ministry-report`)).status).toBe(404)
    expect(bureaus.office.domains.knows(name)).toBe(true)
    expect(await report(name)).toMatchObject({ state: 'known', ministry_id: expect.stringMatching(/^\d+$/), codes: [] })
    const xml = await told(name)
    for (const part of [
      `<Ym>${name}</Ym>`,
      '张三',
      '440300',
      '13800000000',
      '示例域名服务有限公司',
      'ns1.yuming.example',
    ])
      expect(xml).toContain(part)
    // The interface has no element for it.
    expect(xml).not.toContain('11010519491231002X')
  })

  it('is told again when it is renewed, delegated, goes to another holder or its holder is corrected', async () => {
    const name = await register()
    await tell()
    const { ministry_id } = await report(name)
    await change(name, "expires_at = '2030-10-20', nameservers = '{ns9.example.cn}'")
    expect(await report(name)).toMatchObject({ state: 'due' })
    expect(await known(name)).toBe(true)
    await tell()
    for (const part of ['<XGBA>', `<Id>${ministry_id}</Id>`, '2030-10-20', 'ns9.example.cn'])
      expect(await told(name)).toContain(part)
    const another = (await who.call('POST', 'v1/templates', { ...holder, name: { zh: '李四' } })).body.id
    await change(name, `template = '${another}'`)
    await tell()
    expect(await told(name)).toContain('李四')
    await api.pool.query(
      "update registrant_template set street_zh = '新路9号', revision = revision + 1 where id = $1",
      [another],
    )
    await tell()
    expect(await told(name)).toContain('新路9号')
    expect(await report(name)).toMatchObject({ state: 'known', ministry_id })
  })

  it('is taken back when it is released, and reported anew when it is registered again', async () => {
    const name = await register()
    await tell()
    await change(name, 'released_at = now()')
    await tell()
    expect(bureaus.office.domains.knows(name)).toBe(false)
    expect(await known(name)).toBe(false)
    expect(await report(name)).toMatchObject({ state: 'removed', ministry_id: null })
    await api.pool.query(
      `insert into domain select (jsonb_populate_record(d, '{"id": "${systemRandom.uuid()}", "released_at": null}')).* from domain d where ascii = $1`,
      [name],
    )
    await tell()
    expect(await known(name)).toBe(true)
  })

  it('changes while its report is on the way: the newer is told after the answer', async () => {
    const name = await register()
    await collector.look()
    await expect.poll(async () => (await report(name)).state, { timeout: 10_000 }).toBe('sent')
    await change(name, 'released_at = now()')
    await tell()
    expect(await report(name)).toMatchObject({ state: 'due' })
    await tell()
    expect(await report(name)).toMatchObject({ state: 'removed' })
  })

  it('is nobody’s matter at the ministry when a front abroad sold it or its suffix has no licence (S1-175)', async () => {
    const abroad = await register({ front: 'international' })
    const unlicensed = await register({ suffix: 'io' })
    await tell()
    expect(files()).toBe(0)
    expect([(await report(abroad)).state, (await report(unlicensed)).state]).toEqual(['outside', 'outside'])
    expect(await known(abroad)).toBeUndefined()
  })
})

describe('names that the ministry refuses', () => {
  it('say the reason, and are told again after their correction', async () => {
    const name = await register({ expires: '2026-11-25T00:00:00Z' })
    ministryClock.move(3 * 24 * 3_600_000)
    await tell()
    expect(await report(name)).toMatchObject({ state: 'refused', codes: [{ code: 3004, asks: 'holder' }] })
    expect(await ownersView(name)).toMatchObject({ state: 'refused', turn: 'you', against: [{ code: 3004 }] })
    expect(await known(name)).toBe(false)
    const before = files()
    await tell()
    expect(files()).toBe(before)
    await change(name, "expires_at = '2027-11-25'")
    await tell()
    expect(await known(name)).toBe(true)
  })

  it('are not sent at all when it can be seen here, and the others of the file go', async () => {
    const odd = (await who.call('POST', 'v1/templates', { ...holder, name: { zh: '王五' } })).body.id
    await api.pool.query("update registrant_template set province_zh = '不知名省' where id = $1", [odd])
    const wrong = await register({ template: odd })
    const right = await register()
    await tell()
    expect((await report(wrong)).codes).toMatchObject([{ field: 'registrant.province' }])
    expect(await known(wrong)).toBe(false)
    expect(await known(right)).toBe(true)
  })
})

describe('a bad ministry', () => {
  it('is down for two days, and nothing is lost nor sent twice', async () => {
    bureaus.behave(id, behaviourSchema.parse({ maintenance: 'both' }))
    const first = await register()
    await collector.look()
    await expect.poll(async () => (await report(first)).state, { timeout: 10_000 }).toBe('sent')
    const later = [await register(), await register()]
    for (let hour = 0; hour < 3; hour++) {
      await collector.look()
      await hurry()
    }
    expect(await openTasks()).toHaveLength(1)
    bureaus.behave(id, behaviourSchema.parse({ loseAnswers: 1 }))
    await tell()
    await tell()
    for (const name of [first, ...later]) expect(await known(name)).toBe(true)
    expect(files()).toBe(2)
  })

  it('gets at most a thousand names a file, under numbers without gaps', async () => {
    await api.pool.query(
      `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at, expires_at,
         statuses, auth_info, auto_renew)
       select gen_random_uuid(), $1, 'm-' || n || '.top', 'm-' || n || '.top', 'm-' || n || '.top', 'top', 'general', $2, 'person',
         $3, $4, '{ok}', '\\x00', false from generate_series(1, 1001) n`,
      [account, template, new Date('2026-10-20T00:00:00Z'), new Date('2027-10-20T00:00:00Z')],
    )
    await tell()
    expect(files()).toBe(1)
    await tell()
    expect(files()).toBe(2)
    const rows = await api.db
      .selectFrom('domain_report')
      .select(({ fn }) => ['state', fn.countAll().as('names')])
      .groupBy('state')
      .execute()
    expect(rows).toEqual([{ state: 'known', names: 1001 }])
  }, 60_000)
})

describe('operators', () => {
  it('see what stands against a name and have it told again; customers see no such place', async () => {
    const name = await register({ expires: '2026-11-20T00:00:00Z' })
    await tell()
    const support = await api.operator('support')
    const { body } = await support.call('GET', 'v1/domain-reports?state=refused')
    expect(body).toMatchObject({ reports: [{ name, state: 'refused', against: [{ code: 3004 }] }], next: null })
    expect((await support.call('GET', `v1/domain-reports/${name}`)).body).toMatchObject({ name, knownSince: null })
    expect((await support.call('GET', 'v1/domain-reports/never-held.top')).status).toBe(404)
    expect((await support.call('POST', `v1/domain-reports/${name}/repeat`)).body).toMatchObject({ state: 'due' })
    const again = await support.call('POST', `v1/domain-reports/${name}/repeat`)
    expect([again.status, again.body.code]).toEqual([409, 'domain-reports.nothing-to-repeat'])
    for (const stranger of [who, await api.customer(), await api.operator('catalog')])
      expect((await stranger.call('GET', `v1/domain-reports/${name}`)).status).toBeGreaterThanOrEqual(403)
  })
})
