import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shopFronts } from '../../kernel/http/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { AnswerLost, RetryLater } from '../../kernel/tasks/index.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { loadCatalog } from '../catalog/index.ts'
import { type OrdersRoutesDeps, ordersRoutes } from '../orders/index.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { namesToQualify } from '../search/index.ts'
import type { HolderProof, ProviderAnswer, VerificationProvider } from '../verification/index.ts'
import { personalNameRoutes } from './index.ts'

const catalog = loadCatalog()
const zhang = { name: '张三', number: '11010519491231002X' }
const passes: ProviderAnswer = { state: 'passed', code: '1-R1', encoded: 'c2lnbmVk' }

/** The provider as its port shows it; what it answers is set by each test. */
const asked: HolderProof[] = []
let answer: () => Promise<ProviderAnswer>
let signed: string | undefined
let proves = true
const provider: VerificationProvider = {
  id: 'provider',
  checkLabels: async () => new Map(),
  verifyHolder(proof) {
    asked.push(proof)
    return answer()
  },
  verifyLabel: () => Promise.reject(new Error('not asked here')),
  signedCode: async () => signed,
  drainMessages: async () => 0,
  proves: () => proves,
}
const fronts = shopFronts([{ id: 'cn', kind: 'china', url: testOrigin }])
const held = new Set(['设计师李四.网址'])
let api: TestApi
let silent: TestApi

const routesWith = (known: VerificationProvider | undefined) => (services: { clock: TestApi['clock'] }) => {
  const { clock } = services
  const vault: Vault = createVault({
    keys: keyFileService(`${temporaryFolder('keys')}/vault.key`),
    clock,
    random: systemRandom,
  })
  const asker: OrdersRoutesDeps['asker'] = {
    check: async (_, names) =>
      new Map(
        names.map((name) => [
          name,
          { available: ![...held].some((taken) => new URL(`http://${taken}`).hostname === name) },
        ]),
      ),
  }
  const orders = {
    catalog,
    asker,
    registryLimitMs: 1_000,
    fronts,
    verifyBefore: 'as-suffix',
    payWithinMinutes: 60,
    origin: testOrigin,
    provider: undefined,
    registries: { has: () => true, registry: () => ({ takesCodes: false }) },
    names: namesToQualify({ catalog, today: () => clock.today(), fronts }),
    changes: {},
    channel: {},
  } as unknown as OrdersRoutesDeps
  return [
    registrantsRoutes({ vault, origin: testOrigin }),
    personalNameRoutes({ catalog, asker, clock, registryLimitMs: 1_000, vault, provider: known }),
    ordersRoutes(orders),
  ]
}

beforeAll(async () => {
  api = await testApi(routesWith(provider))
  silent = await testApi(routesWith(undefined))
})
afterAll(() => Promise.all([api.close(), silent.close()]))
beforeEach(async () => {
  api.clock.set('2026-11-24T02:00:00Z')
  await api.db.deleteFrom('personal_name_check').execute()
  asked.length = 0
  answer = async () => passes
  signed = undefined
  proves = true
})

const check = (who: Visitor, person: object = zhang) => who.call('POST', 'v1/personal-names/people', person)
const rulesIn = ({ findings }: { findings: { rule: string; field: string }[] }) =>
  findings.map(({ rule, field }) => [rule, field])

async function templateOf(who: Visitor, person = zhang, more: object = {}): Promise<string> {
  const made = await who.call('POST', 'v1/templates', {
    holderType: 'person',
    name: { zh: person.name },
    region: 'CN',
    province: { zh: '浙江省' },
    city: { zh: '杭州市' },
    street: { zh: '临安区茶山路18号' },
    postcode: '310000',
    phone: '+86.13800000000',
    email: 'zhang@example.cn',
    certificate: { kind: 'SFZ', number: person.number },
    ...more,
  })
  expect(made.status).toBe(201)
  return made.body.id
}
async function linesOf(who: Visitor, templateId: string, names: string[], holderType = 'person') {
  const { body } = await who.call('POST', 'v1/orders', {
    lines: names.map((name) => ({ name, years: 2, personal: true })),
    holderType,
    templateId,
    termsAccepted: true,
    dryRun: true,
  })
  return body.lines as { name: string; suffix: string; state: string; subtotalFen: number; findings: never[] }[]
}
const refusedIn = ({ findings }: { findings: { rule: string; severity: string }[] }) =>
  findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule)

describe('looking for a 姓名.网址 name', () => {
  it('offers words before and after the name, and what it costs (S1-116, S1-118)', async () => {
    const { status, body } = await api.visitor().call('GET', 'v1/personal-names')
    expect([status, body.sold, body.under]).toEqual([200, true, '网址'])
    expect(body.before).toContain('设计师')
    expect(body.after).toContain('博士')
    expect(body.price.registerFen).toBeGreaterThan(0)
  })

  it('is the name under .网址 with an offered word, or none, at either side (S1-115, S1-116)', async () => {
    const look = (parts: object) => api.visitor().call('POST', 'v1/personal-names/search', parts)
    expect((await look({ before: '设计师', name: '张三', after: '博士' })).body).toMatchObject({
      name: '设计师张三博士.网址',
      state: 'free',
    })
    expect((await look({ name: '张三' })).body).toMatchObject({ name: '张三.网址', state: 'free' })
    expect((await look({ before: '设计师', name: '李四' })).body).toMatchObject({ state: 'taken' })
  })

  it.each([
    [{ before: '船长', name: '张三' }, 'PERSON-WORDS-01', 'before'],
    [{ name: '张三', after: '同学' }, 'PERSON-WORDS-01', 'after'],
    [{ name: '阿依古丽·买买提' }, 'PERSON-CHARS-01', 'name'],
    [{ name: '张.三' }, 'PERSON-CHARS-01', 'name'],
    [{ name: 'Zhang San' }, 'PERSON-HAN-01', 'name'],
    [{ name: '' }, 'PERSON-NAME-02', 'name'],
  ])('refuses %j, with what to do instead (S1-118, S1-119)', async (parts, rule, field) => {
    const { status, body } = await api.visitor().call('POST', 'v1/personal-names/search', parts)
    expect([status, body.state, body.name]).toEqual([200, 'not-allowed', null])
    expect(rulesIn(body)).toEqual([[rule, field]])
    expect(body.findings[0].remedy.zh).not.toBe('')
  })
})

describe('checking the person', () => {
  it('passes when the provider knows the number as that name’s, with X in either case (S1-121, S1-123…S1-125)', async () => {
    const who = await api.customer()
    const { status, body } = await check(who, { ...zhang, number: '11010519491231002x' })
    expect([status, body.state, body.message.zh]).toEqual([200, 'passed', '恭喜您验证通过，可完成注册'])
    expect(body.until).toBe('2026-11-24T04:00:00.000Z')
    expect(asked).toEqual([
      { role: 'person', name: '张三', number: zhang.number, certificateKind: 'cn-resident-id', pictures: [] },
    ])
    const [row] = await api.db.selectFrom('personal_name_check').selectAll().execute()
    expect(JSON.stringify(row)).not.toContain('张三')
    expect(row?.number_digest.toString('latin1')).not.toContain(zhang.number)
  })

  it.each([
    [{ name: '张三', number: '110105194912310021' }, 'NUMBER-ID-10'],
    [{ name: '张三', number: '110105491231002' }, 'NUMBER-ID-01'],
    [{ name: '张三', number: '810000199408230021' }, 'NUMBER-ID-05'],
    [{ name: '张三', number: '1234567' }, 'NUMBER-ID-02'],
    [{ name: '阿依古丽·买买提', number: zhang.number }, 'PERSON-CHARS-01'],
  ])('asks nobody about %j, which cannot be right (S1-119, S1-122, S1-124)', async (person, rule) => {
    const { status, body } = await check(await api.customer(), person)
    expect([status, body.code]).toEqual([422, 'personal-name.person-refused'])
    expect(body.findings.map((finding: { rule: string }) => finding.rule)).toContain(rule)
    expect(asked).toEqual([])
  })

  it('says what the provider said when it refuses, and takes the next try (S1-124)', async () => {
    const who = await api.customer()
    answer = async () => ({ state: 'refused', message: '证件号码与姓名不一致' })
    const { status, body } = await check(who)
    expect([status, body.code, rulesIn(body)]).toEqual([
      422,
      'personal-name.not-matched',
      [['PERSON-MATCH-01', 'number']],
    ])
    expect(body.findings[0].message.zh).toContain('证件号码与姓名不一致')
    answer = async () => passes
    expect((await check(who)).body.state).toBe('passed')
  })

  it.each([
    ['an answer that was lost', () => Promise.reject(new AnswerLost('gone'))],
    ['a provider out of order', () => Promise.reject(new RetryLater(1_000))],
  ])('%s refuses nobody and counts for nothing', async (_, broken) => {
    const who = await api.customer()
    answer = broken
    for (let tries = 0; tries < 12; tries++)
      expect([(await check(who)).status, (await check(who)).body.code]).toEqual([503, 'personal-name.provider-silent'])
    answer = async () => passes
    expect((await check(who)).body.state).toBe('passed')
  })

  it('believes no code that nobody signed, and says so where there is no provider at all', async () => {
    proves = false
    expect((await check(await api.customer())).body.code).toBe('personal-name.provider-silent')
    const who = await silent.customer()
    expect((await check(who)).status).toBe(503)
    expect((await who.call('GET', 'v1/personal-names')).body.sold).toBe(false)
    expect((await who.call('POST', 'v1/personal-names/search', { name: '张三' })).status).toBe(404)
  })

  it('waits while the provider’s people look, and ends with their answer, asked once', async () => {
    const who = await api.customer()
    answer = async () => ({ state: 'pending', code: '1-R9' })
    expect((await check(who)).body.state).toBe('pending')
    expect((await check(who)).body.state).toBe('pending')
    signed = 'c2lnbmVk'
    expect((await check(who)).body.state).toBe('passed')
    expect((await check(who)).body.state).toBe('passed')
    expect(asked.length).toBe(1)
  })

  it('hears of a refusal that came by message', async () => {
    const who = await api.customer()
    answer = async () => ({ state: 'pending', code: '1-R8' })
    await check(who)
    await api.db
      .updateTable('provider_verification')
      .set({ state: 'refused', message: '查无此人', ended_at: api.clock.now() })
      .where('code', '=', '1-R8')
      .execute()
    const { body } = await check(who)
    expect([body.code, body.findings[0].message.zh]).toEqual([
      'personal-name.not-matched',
      '核验机构没有通过这个姓名和身份证号：查无此人',
    ])
  })

  it('is done ten times a day, by an account and about a number, whoever asks', async () => {
    answer = async () => ({ state: 'refused', message: '不一致' })
    const who = await api.customer()
    for (let tries = 0; tries < 10; tries++) expect((await check(who)).status).toBe(422)
    expect((await check(who)).status).toBe(429)
    const other = await api.customer()
    expect([(await check(other)).status, (await check(other)).body.code]).toEqual([
      429,
      'personal-name.too-many-checks',
    ])
    api.clock.set('2026-11-25T02:00:01Z')
    expect((await check(other)).status).toBe(422)
  })

  it('is nobody’s without an account', async () => {
    expect((await check(api.visitor())).status).toBe(401)
    expect(asked).toEqual([])
  })
})

describe('ordering a 姓名.网址 name', () => {
  const name = '设计师张三博士.网址'

  it('is for the person who has passed, for two hours, by name and number of the template (S1-117, S1-124, S1-126)', async () => {
    const who = await api.customer()
    const template = await templateOf(who)
    expect((await linesOf(who, template, [name])).map((line) => refusedIn(line))).toEqual([['PERSON-CHECK-01']])
    await check(who)
    expect(await linesOf(who, template, [name])).toMatchObject([
      { name, suffix: '姓名.网址', state: 'ok', subtotalFen: 8_800 + 12_800 },
    ])
    const namesake = await templateOf(who, { name: '张三', number: '110105194912310046' }, { email: 'b@example.cn' })
    expect(refusedIn((await linesOf(who, namesake, [name]))[0] ?? { findings: [] })).toEqual(['PERSON-CHECK-01'])
    api.clock.set('2026-11-24T04:00:01Z')
    expect(refusedIn((await linesOf(who, template, [name]))[0] ?? { findings: [] })).toEqual(['PERSON-CHECK-01'])
  })

  it('takes several names of one person with different words (S1-120)', async () => {
    const who = await api.customer()
    const template = await templateOf(who)
    await check(who)
    const lines = await linesOf(who, template, [name, '张三.网址', '律师张三.网址', '老师张三先生.网址'])
    expect(lines.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  it.each([
    ['李四.网址', 'PERSON-NAME-01'],
    ['张三丰.网址', 'PERSON-WORDS-01'],
    ['船长张三.网址', 'PERSON-WORDS-01'],
  ])('is not %s for 张三 (S1-117, S1-118)', async (other, rule) => {
    const who = await api.customer()
    const template = await templateOf(who)
    await check(who)
    expect(refusedIn((await linesOf(who, template, [other]))[0] ?? { findings: [] })).toEqual([rule])
  })

  it('is not for an organisation, nor a name of another suffix (S1-122)', async () => {
    const who = await api.customer()
    const template = await templateOf(who)
    await check(who)
    expect(refusedIn((await linesOf(who, template, [name], 'organisation'))[0] ?? { findings: [] })).toContain(
      'PERSON-HOLDER-01',
    )
    expect((await linesOf(who, template, ['张三.cn'])).map(({ state }) => state)).toEqual(['invalid'])
  })

  it('is held by the holder who was stated: a person’s template does not order as an organisation', async () => {
    const who = await api.customer()
    const templateId = await templateOf(who)
    const { body } = await who.call('POST', 'v1/orders', {
      lines: [{ name: 'tea-house-by-the-lake.cn', years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
      dryRun: true,
    })
    const [line] = body.lines
    expect([line.state, refusedIn(line)]).toEqual(['invalid', expect.arrayContaining(['ORDER-HOLDER-01'])])
  })

  it('is no use to another account: its pass is its own', async () => {
    const who = await api.customer()
    await check(who)
    const other = await api.customer()
    const template = await templateOf(other)
    expect(refusedIn((await linesOf(other, template, [name]))[0] ?? { findings: [] })).toEqual(['PERSON-CHECK-01'])
    const stolen = await who.call('POST', 'v1/orders', {
      lines: [{ name, years: 1, personal: true }],
      holderType: 'person',
      templateId: template,
      termsAccepted: true,
      dryRun: true,
    })
    expect(stolen.status).toBe(404)
  })
})
