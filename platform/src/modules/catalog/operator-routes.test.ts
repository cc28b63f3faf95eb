import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shopFronts } from '../../kernel/http/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { appraiseName } from '../search/index.ts'
import { catalogOperatorRoutes, catalogRoutes, type LiveCatalog, liveCatalog } from './index.ts'

let api: TestApi
let catalog: LiveCatalog
/** The catalogue of another process over the same database. */
let elsewhere: LiveCatalog
let operator: Visitor

// The routes are built before the catalogue can be read: it is reached through this.
const late = new Proxy({} as LiveCatalog, { get: (_, name) => Reflect.get(catalog, name) as unknown })

beforeAll(async () => {
  api = await testApi(({ clock }) => [
    catalogOperatorRoutes({ catalog: late }),
    catalogRoutes({ catalog: late, clock, fronts: shopFronts([{ id: 'cn', kind: 'china', url: testOrigin }]) }),
  ])
  const { db, pool, clock } = api
  const deps = {
    db,
    pool,
    clock,
    log: pino({ level: 'silent' }),
    registries: ['thin', 'cn', 'wangzhi', 'general'].map((id) => ({ id, suffixes: [] })),
  }
  catalog = await liveCatalog(deps)
  elsewhere = await liveCatalog(deps)
  operator = await api.operator('catalog')
})
afterAll(async () => {
  catalog.stop()
  elsewhere.stop()
  await api.close()
})

const path = 'v1/operator/catalog/changes'
const tier = (name: string, register: number) => ({
  tier: name,
  priceFen: { register, renew: null, transfer: null, restore: null },
})
const draft = async (suffix: string, patch: object, more: object = {}): Promise<string> => {
  const answer = await operator.call('POST', path, { suffix, patch, from: '2026-12-01', note: 'test', ...more })
  expect(answer.status).toBe(201)
  return answer.body.id
}
const preview = async (id: string) => (await operator.call('GET', `${path}/${id}/preview`)).body
const publish = async (id: string) =>
  operator.call('POST', `${path}/${id}/publish`, { expectedRevision: (await preview(id)).revision })
const rulesOf = (body: { findings?: { rule: string }[] }) => (body.findings ?? []).map(({ rule }) => rule)

describe('who may change the catalogue', () => {
  it('refuses visitors, customers, sub-users, tokens and operators of another role, on every way in', async () => {
    const customer = await api.customer()
    const subUser = await api.subUserOf(customer)
    const token = { authorization: `Bearer ${await api.tokenOf(customer)}` }
    const id = await draft('xyz', { priceFen: { renew: 9_900 } })
    const ways: [string, string, object?][] = [
      ['GET', path],
      ['POST', path, { suffix: 'xyz', patch: {}, from: '2026-12-01', note: 'n' }],
      ['GET', `${path}/${id}/preview`],
      ['POST', `${path}/${id}/publish`, { expectedRevision: 0 }],
      ['POST', `${path}/${id}/withdraw`, { expectedRevision: 0 }],
    ]
    const support = await api.operator('support')
    for (const [method, way, body] of ways) {
      expect((await api.visitor().call(method, way, body)).status).toBe(401)
      for (const who of [customer, subUser, support]) {
        const status = (await who.call(method, way, body)).status
        expect([403, 404]).toContain(status)
      }
      expect([401, 403, 404]).toContain((await api.visitor().call(method, way, body, token)).status)
    }
    const kept = await api.db.selectFrom('catalog_change').select('place').where('id', '=', id).executeTakeFirst()
    expect(kept?.place).toBeNull()
  })
})

describe('a change of the catalogue', () => {
  it('is drafted, previewed, published, and counts on its days only, in every process (S1-08)', async () => {
    const id = await draft('com', { priceFen: { register: 8_800 }, label: { minLength: 3 } }, { until: '2026-12-31' })
    expect(await preview(id)).toMatchObject({
      findings: [],
      fields: expect.arrayContaining([
        { field: 'priceFen.register', before: catalog.suffix('com')?.priceFen.register, after: 8_800 },
        { field: 'label.minLength', before: 2, after: 3 },
      ]),
      pages: expect.arrayContaining(['/prices', '/suffixes/com', '/confirm']),
      openOrders: { count: 0, numbers: [] },
    })
    const before = catalog.on('2026-12-01').suffix('com')?.priceFen.register
    expect(before).not.toBe(8_800)
    expect((await publish(id)).status).toBe(200)
    const seen = () => elsewhere.on('2026-12-01').suffix('com')?.priceFen.register
    await expect.poll(seen).toBe(8_800)
    for (const [day, fen] of [
      ['2026-11-30', before],
      ['2026-12-01', 8_800],
      ['2026-12-31', 8_800],
      ['2027-01-01', before],
    ] as const)
      expect(catalog.on(day).suffix('com')?.priceFen.register).toBe(fen)
    expect(catalog.suffix('com')?.priceFen.register).toBe(before)
    const shown = await api.visitor().call('GET', 'v1/catalog/suffixes/com?on=2026-12-05')
    expect(shown.body).toMatchObject({ priceFen: { register: 8_800 }, label: { minLength: 3 }, on: '2026-12-05' })
    expect(shown.body.sources).toContainEqual({
      field: 'label.minLength',
      source: { id: `change:${id}`, document: expect.any(String) },
    })
  })

  it('of the classes of premium names is listed by the overview and by the page of the suffix, with its source (S1-08)', async () => {
    const premiumTiers = [tier('A', 80_000), tier('B', 200_000)]
    const id = await draft('xyz', { premiumTiers }, { from: '2026-12-02' })
    expect((await preview(id)).pages).toEqual(['/prices', '/suffixes/xyz'])
    expect((await publish(id)).status).toBe(200)
    const { body } = await api.visitor().call('GET', 'v1/catalog/suffixes?on=2026-12-02')
    expect(body.suffixes.find(({ suffix }: { suffix: string }) => suffix === 'xyz').premiumTiers).toEqual(premiumTiers)
    const shown = (await api.visitor().call('GET', 'v1/catalog/suffixes/xyz?on=2026-12-02')).body
    expect(shown.premiumTiers).toEqual(premiumTiers)
    expect(shown.sources.find(({ field }: { field: string }) => field === 'premiumTiers').source.id).toBe(
      `change:${id}`,
    )
  })

  it('tells which orders are on the way: their prices are frozen, nothing of them changes', async () => {
    const at = api.clock.now()
    const [account] = await api.db.selectFrom('account').select('id').limit(1).execute()
    await api.pool.query(
      `with placed as (
         insert into orders (id, number, account, kind, state, total_fen, terms_accepted_at, created_at, pay_by)
         values (gen_random_uuid(), 'Y1', $1, 'register', 'awaiting-payment', 3300, $2, $2, $2) returning id)
       insert into order_line (id, order_id, position, name, ascii, suffix, years, unit_text, discount_fen, subtotal_fen, state)
       select gen_random_uuid(), id, 0, 'a.shop', 'a.shop', 'shop', 1, '¥33', 0, 3300, 'awaiting-payment' from placed`,
      [account?.id, at],
    )
    const id = await draft('shop', { priceFen: { register: 9_900 } }, { from: '2026-11-24' })
    expect((await preview(id)).openOrders).toEqual({ count: 1, numbers: ['Y1'] })
    expect((await publish(id)).status).toBe(200)
    const line = await api.db.selectFrom('order_line').select('subtotal_fen').where('suffix', '=', 'shop').execute()
    expect(line.map(({ subtotal_fen }) => Number(subtotal_fen))).toEqual([3_300])
  })

  it('is stopped when somebody else has published since its preview, and published once', async () => {
    const first = await draft('net', { priceFen: { register: 7_000 } })
    const second = await draft('net', { priceFen: { renew: 7_700 } })
    const { revision } = await preview(second)
    expect((await publish(first)).status).toBe(200)
    const late = await operator.call('POST', `${path}/${second}/publish`, { expectedRevision: revision })
    expect([late.status, late.body.code]).toEqual([409, 'catalog.moved-on'])
    const [one, two] = await Promise.all([publish(second), publish(second)])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    expect((await publish(second)).body.code).toBe('catalog.change-not-draft')
  })

  it('is withdrawn from today on; drafts are dropped', async () => {
    const id = await draft('top', { namingReview: false, namingRefund: false }, { from: '2026-11-24' })
    expect((await publish(id)).status).toBe(200)
    expect(catalog.find('top')?.namingReview).toBe(false)
    const { revision } = (await operator.call('GET', path)).body
    const gone = await operator.call('POST', `${path}/${id}/withdraw`, { expectedRevision: revision })
    expect(gone.status).toBe(200)
    expect(catalog.find('top')?.namingReview).toBe(true)
    const again = await operator.call('POST', `${path}/${id}/withdraw`, { expectedRevision: revision + 1 })
    expect(again.body.code).toBe('catalog.change-withdrawn')
    const listed = (await operator.call('GET', `${path}?suffix=top`)).body.changes
    expect(listed).toMatchObject([{ id, state: 'withdrawn', suffix: 'top' }])
  })

  it('can put a suffix on sale that was only known (S1-09)', async () => {
    expect(catalog.suffix('museum')).toBeUndefined()
    const id = await draft(
      'museum',
      {
        registry: 'general',
        capabilities: { register: true, renew: true },
        priceFen: { register: 20_000, renew: 20_000 },
        periods: { min: 1, max: 2 },
      },
      { from: '2026-11-24' },
    )
    expect((await publish(id)).body).not.toHaveProperty('findings')
    expect(catalog.suffix('museum')).toMatchObject({ periods: { min: 1, max: 2 }, registry: 'general' })
    const { suffixes } = (await api.visitor().call('GET', 'v1/catalog/suffixes')).body
    expect(suffixes.find((row: { suffix: string }) => row.suffix === 'museum').supports.register).toBe(true)
  })

  it('of who may register moves the matrix and the rule behind it, with the change as its source (S1-12)', async () => {
    const id = await draft(
      'top',
      { eligibility: { chinaCN: 'organisation', internationalCN: 'both' } },
      { from: '2026-11-24' },
    )
    expect((await publish(id)).body).not.toHaveProperty('findings')
    const { holderRules, sources } = (await api.visitor().call('GET', 'v1/catalog/suffixes/top')).body
    const refused = holderRules.filter(({ allowed }: { allowed: boolean }) => !allowed)
    expect(refused).toMatchObject([
      {
        site: 'china',
        region: 'CN',
        holderType: 'person',
        finding: { rule: 'SUFFIX-ELIGIBLE-01', source: { document: '运营者的改动' } },
      },
    ])
    expect(sources).toContainEqual({ field: 'eligibility', source: { id: `change:${id}`, document: '运营者的改动' } })
    const quoted = appraiseName(catalog, 'shanyue.top', '2026-11-24', {
      site: 'china',
      region: 'CN',
      holderType: 'person',
    })
    expect(quoted).toMatchObject({ ok: false, findings: [{ rule: 'SUFFIX-ELIGIBLE-01' }] })
  })

  it('is written into the audit log, and its words are kept by the database', async () => {
    const actions = await api.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'like', 'catalog.%')
      .execute()
    expect(new Set(actions.map(({ action }) => action))).toEqual(
      new Set(['catalog.change-drafted', 'catalog.change-published', 'catalog.change-withdrawn']),
    )
    await expect(api.pool.query(`update catalog_change set suffix = 'cn'`)).rejects.toThrow(/not edited/)
    await expect(api.pool.query('delete from catalog_change')).rejects.toThrow(/withdrawn/)
  })
})

describe('a change that contradicts itself is refused with the reason', () => {
  it.each([
    ['CATALOG-PERIODS-01', 'cn', { periods: { min: 5, max: 2 } }, {}],
    ['CATALOG-PERIODS-02', 'cn', { periods: { max: null } }, {}],
    ['CATALOG-LABEL-01', 'hk', { label: { minLength: 30 } }, {}],
    ['CATALOG-PRICE-01', 'cn', { priceFen: { renew: -1 } }, {}],
    ['CATALOG-HK-01', 'hk', { capabilities: { register: true } }, {}],
    ['CATALOG-REGISTER-01', 'er', { priceFen: { register: 100 } }, {}],
    ['CATALOG-TRANSFER-01', 'er', { priceFen: { transfer: 100 } }, {}],
    ['CATALOG-RENEW-01', 'cn', { capabilities: { renew: false } }, {}],
    ['CATALOG-KEEP-01', 'cn', { priceFen: { renew: null } }, {}],
    ['CATALOG-REGISTRY-01', 'cn', { registry: 'nowhere' }, {}],
    [
      'CATALOG-GRACE-01',
      'er',
      { lifecycle: { redemptionDays: 30, autoRenewGraceDays: null, renewGraceDays: null } },
      {},
    ],
    ['CATALOG-RESTORE-01', 'cn', { lifecycle: { redemptionDays: 0 } }, {}],
    ['CATALOG-TIERS-01', 'xyz', { premiumTiers: [tier('A', 80_000), tier('A', 90_000)] }, {}],
    ['CATALOG-VERIFY-01', 'cn', { realName: 'not-required' }, {}],
    ['CATALOG-REFUND-01', 'cn', { namingReview: false }, {}],
    ['CATALOG-EMPTY-01', 'cn', {}, {}],
    ['CATALOG-DAYS-01', 'cn', { dnssec: true }, { from: '2026-11-01' }],
    ['CATALOG-DAYS-02', 'cn', { dnssec: true }, { until: '2026-11-30' }],
    ['CATALOG-TWICE-01', 'com', { priceFen: { register: 1_000 } }, {}],
  ])('%s: .%s %j %j', async (rule, suffix, patch, more) => {
    const id = await draft(suffix, patch, more)
    const shown = await preview(id)
    expect(rulesOf(shown)).toContain(rule)
    const answer = await publish(id)
    expect([answer.status, answer.body.code]).toEqual([422, 'catalog.change-refused'])
    const found = answer.body.findings.find((finding: { rule: string }) => finding.rule === rule)
    expect(
      found.message.zh && found.message.en && found.remedy.zh && found.remedy.en && found.source.document,
    ).toBeTruthy()
  })

  it('points to the Hong Kong registry operator when .hk is to be registered (S1-42)', async () => {
    const id = await draft('com.hk', { capabilities: { register: true } })
    expect((await publish(id)).body.findings[0].remedy.zh).toContain('香港域名注册有限公司')
  })

  it('refuses an unknown suffix at once, and a patch of an unknown field', async () => {
    const body = { suffix: 'no-such', patch: { dnssec: true }, from: '2026-12-01', note: 'n' }
    expect(rulesOf((await operator.call('POST', path, body)).body)).toEqual(['CATALOG-SUFFIX-01'])
    const odd = await operator.call('POST', path, { ...body, suffix: 'cn', patch: { colour: 'red' } })
    expect(odd.status).toBe(400)
  })

  it('looks at later days too: a change that a later one would contradict', async () => {
    expect((await publish(await draft('vip', { periods: { max: 3 } }, { from: '2027-03-01' }))).status).toBe(200)
    const answer = await publish(await draft('vip', { periods: { min: 5 } }, { from: '2027-01-01' }))
    expect(rulesOf(answer.body)).toEqual(['CATALOG-PERIODS-01'])
    expect((await publish(await draft('vip', { periods: { min: 5 } }, { until: '2027-02-28' }))).status).toBe(200)
  })
})
