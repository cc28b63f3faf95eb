import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shopFronts } from '../../kernel/http/index.ts'
import { type TestApi, testApi } from '../../testing/console-api.ts'
import { catalogRoutes, loadCatalog } from './index.ts'

const fronts = shopFronts([
  { id: 'cn', kind: 'china', url: 'http://127.0.0.1' },
  { id: 'intl', kind: 'international', url: 'https://intl.yuming.example' },
])
let api: TestApi
const get = async (path: string, language = 'zh') =>
  (await api.visitor().call('GET', `v1/catalog/suffixes${path}`, undefined, { 'accept-language': language })).body
beforeAll(async () => {
  api = await testApi(({ clock }) => [catalogRoutes({ catalog: loadCatalog(), clock, fronts })])
})
afterAll(() => api.close())

interface Row {
  suffix: string
  sold: boolean
  note: object | null
  supports: { register: boolean; transfer: boolean; renew: boolean }
  channels: object[]
  holderRules: { site: string; region: string; holderType: string; allowed: boolean }[]
}

describe('the price overview over the API', () => {
  it('lists what is sold, with what each suffix supports; everyone may look before they search (S1-07, S1-08, S1-10)', async () => {
    const { on, suffixes } = (await get('')) as { on: string; suffixes: Row[] }
    expect(on).toBe('2026-11-24')
    expect(suffixes.every(({ sold, note }) => sold && note === null)).toBe(true)
    expect(suffixes.find(({ suffix }) => suffix === 'com')?.supports).toEqual({
      register: true,
      // Nobody can move a name here yet, so no price says that it can be done.
      transfer: false,
      renew: true,
    })
    // Only those that not everyone may hold carry their rules.
    expect(suffixes.find(({ suffix }) => suffix === 'com')?.holderRules).toEqual([])
    expect(suffixes.find(({ suffix }) => suffix === 'cn')?.holderRules).toHaveLength(20)
  })

  it('supports only what can be ordered, and names the channel of every other suffix in it (S1-28, S1-42)', async () => {
    const { suffixes, pricesFrom } = (await get('')) as { suffixes: Row[]; pricesFrom: string }
    expect(pricesFrom).toBe('2026-11-01')
    for (const { suffix, supports, channels } of suffixes) {
      if (suffix !== 'gov.cn') expect([suffix, channels.length > 0]).toEqual([suffix, !supports.register])
    }
    const of = (name: string) => suffixes.find(({ suffix }) => suffix === name)
    expect(of('hk')?.channels).toMatchObject([{ how: { zh: expect.stringContaining('香港域名注册有限公司') } }])
    expect(of('gov.cn')?.supports).toEqual({ register: true, transfer: false, renew: true })
    // Two of its three classes apply elsewhere (S1-146).
    expect(of('gov.cn')?.channels).toHaveLength(3)
  })

  it('lists every known suffix by name, those that are not sold included', async () => {
    const { status, body } = await api.visitor().call('GET', 'v1/catalog/suffix-names')
    expect(status).toBe(200)
    expect(body.suffixes.length).toBeGreaterThan(700)
    expect(body.suffixes).toContainEqual({ suffix: 'museum', ascii: 'museum', kind: 'restricted', sold: false })
  })

  it('knows more than five hundred, and says of the others that they are not sold here (S1-09)', async () => {
    const { suffixes } = (await get('?all=true')) as { suffixes: Row[] }
    expect(suffixes.length).toBeGreaterThan(700)
    for (const { sold, note, supports } of suffixes) {
      expect(note === null).toBe(sold)
      if (!sold) expect(supports).toEqual({ register: false, transfer: false, renew: false })
    }
    expect((await get('/museum')).note.zh).toContain('不能在这里注册')
    expect((await get('/no-such')).code).toBe('catalog.suffix-not-found')
  })

  it('shows one suffix by either form, each value with its source in the reader’s language (S1-74)', async () => {
    const [zh, en] = [await get(`/${encodeURIComponent('公司')}`), await get('/xn--55qx5d', 'en')]
    expect(zh.ascii).toBe('xn--55qx5d')
    expect(zh.lifecycle).toEqual(en.lifecycle)
    const source = (body: { sources: { field: string; source: object }[] }) =>
      body.sources.find(({ field }) => field === 'meaning.zh')?.source ??
      body.sources.find(({ field }) => field === 'lifecycle.renewGraceDays')?.source
    expect(source(zh)).toMatchObject({ document: expect.stringMatching(/\p{Script=Han}/u) })
    expect(source(en)).toMatchObject({ document: expect.not.stringMatching(/\p{Script=Han}/u) })
    expect(zh.premiumTiers).toBeNull()
  })

  it('points to the other shop front with its address where the China site refuses (S1-14, S1-16, S1-17…S1-20)', async () => {
    const { holderRules } = await get('/cn')
    const refused = holderRules.filter(({ allowed }: { allowed: boolean }) => !allowed)
    expect(refused).toHaveLength(6)
    for (const { finding } of refused)
      expect(finding).toMatchObject({ remedy: { zh: '建议前往国际站注册' }, see: 'https://intl.yuming.example' })
  })

  it.each([
    ['china', 'CN', true, true],
    ['china', 'HK', true, false],
    ['china', 'MO', true, false],
    ['china', 'TW', false, false],
    ['china', 'other', false, false],
    ['international', 'CN', true, true],
    ['international', 'HK', true, true],
    ['international', 'MO', true, true],
    ['international', 'TW', true, true],
    ['international', 'other', true, true],
  ])('shows the matrix of the two shop fronts (S1-11…S1-25): %s %s', async (site, region, organisation, person) => {
    for (const suffix of ['cn', '中国', '公司', '网络']) {
      const { holderRules } = (await get(`/${encodeURIComponent(suffix)}`)) as Row
      const allowed = (holderType: string) =>
        holderRules.find((rule) => rule.site === site && rule.region === region && rule.holderType === holderType)
          ?.allowed
      expect([allowed('organisation'), allowed('person')]).toEqual([organisation, person])
    }
  })
})
