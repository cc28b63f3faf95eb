import { nameKey, readInput, readName } from '@yuming/names'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { type TestApi, testApi } from '../../testing/console-api.ts'
import { recordRegistration } from '../domains/index.ts'
import { premiumNotSold } from '../search/index.ts'
import { type Appraiser, listRoutes } from './index.ts'

const firstYear: Record<string, number> = { cn: 2900, com: 6900, 中国: 28000 }
const suffixes = new Map([
  ['cn', 'cn'],
  ['com', 'com'],
  ['中国', 'xn--fiqs8s'],
])
let withdrawn = new Set<string>()
/** What registries told of premium names. */
const told = new Map<string, number | null>()

/** Today's rules with a price sheet of three suffixes. */
const appraiser: Appraiser = {
  appraise(name, years) {
    const { word, suffix } = readInput(name, new Set(suffixes.keys()))
    const ascii = suffix === undefined || withdrawn.has(suffix) ? undefined : suffixes.get(suffix)
    if (suffix === undefined || ascii === undefined) return { ok: false, findings: [] }
    const reading = readName(word, { unicode: suffix, ascii }, '2026-11-24')
    if (!reading.ok) return reading
    const fen = firstYear[suffix] ?? 0
    const { unicode, ascii: whole } = reading.name
    return {
      ok: true,
      name: unicode,
      ascii: whole,
      key: nameKey(reading.name.label, ascii),
      suffix,
      price: { registerFen: fen * years, renewFen: fen },
      findings: reading.findings,
    }
  },
  premiumPrices: async () => told,
  notSold: premiumNotSold,
}

let api: TestApi
beforeAll(async () => {
  api = await testApi(() => [listRoutes({ appraiser })])
})
afterAll(() => api.close())

describe('a premium name on the list', () => {
  it('has the price that its registry told, and is marked when it is not sold at all', async () => {
    const who = await api.customer()
    for (const name of ['gold.cn', 'usual.cn', 'rare.cn']) await who.call('PUT', `v1/list/${name}`, { years: 1 })
    told.set('gold.cn', 968_000).set('rare.cn', null)
    const { body } = await who.call('GET', 'v1/list')
    told.clear()
    const of = (name: string) => body.items.find((item: { ascii: string }) => item.ascii === name)
    expect(of('gold.cn')).toMatchObject({
      state: 'ok',
      price: { registerFen: 968_000, renewFen: 2_900, premium: true },
    })
    expect(of('usual.cn').price).toEqual({ registerFen: 2_900, renewFen: 2_900 })
    expect(of('rare.cn')).toMatchObject({
      state: 'invalid',
      price: { registerFen: null },
      findings: [{ rule: 'NAME-PREMIUM-01' }],
    })
    expect(body.firstYearFen).toBe(970_900)
  })
})

describe('the domain list (S0-07, S0-08, S0-09)', () => {
  it('adds names in any form once, changes years, and adds up the first year', async () => {
    const who = await api.customer()
    await who.call('PUT', 'v1/list/Yuming-One.cn', { years: 1 })
    api.clock.advance(1_000)
    await who.call('PUT', `v1/list/${encodeURIComponent('域名.中国')}`, { years: 2 })
    const { body } = await who.call('PUT', 'v1/list/yuming-one.cn', { years: 5 })
    expect(body.items).toMatchObject([
      {
        name: 'yuming-one.cn',
        ascii: 'yuming-one.cn',
        suffix: 'cn',
        years: 5,
        price: { registerFen: 14_500, renewFen: 2900 },
        state: 'ok',
      },
      { name: '域名.中国', ascii: 'xn--eqrt2g.xn--fiqs8s', suffix: '中国', years: 2, state: 'ok' },
    ])
    expect(body.firstYearFen).toBe(30_900)
    expect((await who.call('DELETE', 'v1/list/yuming-one.cn')).body.items).toHaveLength(1)
    expect((await who.call('DELETE', 'v1/list')).body).toEqual({ items: [], firstYearFen: 0 })
  })

  it('refuses what no rule allows, with the rule, and what is not on the list', async () => {
    const who = await api.customer()
    const refused = await who.call('PUT', 'v1/list/-bad-.cn', { years: 1 })
    expect(refused).toMatchObject({ status: 422, body: { code: 'list.name-refused' } })
    expect(refused.body.findings.length).toBeGreaterThan(0)
    expect((await who.call('PUT', 'v1/list/a-name.cn', { years: 11 })).body.findings[0].field).toBe('years')
    expect((await who.call('DELETE', 'v1/list/a-name.cn')).body.code).toBe('list.not-found')
    expect((await api.visitor().call('GET', 'v1/list')).status).toBe(401)
  })

  it('takes a simplified and a traditional form for one name (S1-30)', async () => {
    const who = await api.customer()
    await who.call('PUT', `v1/list/${encodeURIComponent('龙门茶.中国')}`, { years: 1 })
    const refused = await who.call('PUT', `v1/list/${encodeURIComponent('龍門茶.中国')}`, { years: 1 })
    expect(refused).toMatchObject({ status: 422, body: { findings: [{ rule: 'LIST-VARIANT-01', field: 'name' }] } })
    expect((await who.call('GET', 'v1/list')).body.items).toMatchObject([{ name: '龙门茶.中国' }])
  })

  it('marks what can no longer be ordered and clears it', async () => {
    const who = await api.customer()
    await who.call('PUT', 'v1/list/stays.cn', { years: 1 })
    api.clock.advance(1_000)
    await who.call('PUT', 'v1/list/goes.com', { years: 1 })
    withdrawn = new Set(['com'])
    const states = (await who.call('GET', 'v1/list')).body.items.map(({ state }: { state: string }) => state)
    expect(states).toEqual(['ok', 'invalid'])
    const { items } = (await who.call('POST', 'v1/list/clear-invalid')).body
    expect(items.map(({ ascii }: { ascii: string }) => ascii)).toEqual(['stays.cn'])
    withdrawn = new Set()
  })

  it('gives all names the same years, and takes off those that a trial refused, in one request each (S1-102, S1-105)', async () => {
    const [who, other] = [await api.customer(), await api.customer()]
    for (const name of ['all-a.cn', 'all-b.cn', 'all-c.cn']) await who.call('PUT', `v1/list/${name}`, { years: 1 })
    await other.call('PUT', 'v1/list/all-a.cn', { years: 1 })
    const set = await who.call('PUT', 'v1/list', { years: 3 })
    expect(set.body.items.map(({ years }: { years: number }) => years)).toEqual([3, 3, 3])
    expect((await who.call('PUT', 'v1/list', { years: 11 })).status).toBe(400)
    const { items } = (await who.call('POST', 'v1/list/clear-invalid', { refused: ['ALL-B.cn', 'not-there.cn'] })).body
    expect(items.map(({ ascii }: { ascii: string }) => ascii)).toEqual(['all-a.cn', 'all-c.cn'])
    expect((await other.call('GET', 'v1/list')).body.items).toMatchObject([{ ascii: 'all-a.cn', years: 1 }])
  })

  it('takes no name that is registered here already, and marks one that was registered meanwhile, in whatever form (S1-30)', async () => {
    const [who, other] = [await api.customer(), await api.customer()]
    const account = (await who.call('GET', 'v1/session')).body.account.id
    const path = (name: string) => `v1/list/${encodeURIComponent(name)}`
    for (const one of [who, other]) expect((await one.call('PUT', path('龍門山.中国'), { years: 1 })).status).toBe(200)
    await api.db.transaction().execute((trx) =>
      recordRegistration(trx, {
        id: systemRandom.uuid(),
        account,
        name: '龙门山.中国',
        ascii: 'xn--rht305kwcg.xn--fiqs8s',
        key: nameKey('龙门山', 'xn--fiqs8s'),
        suffix: '中国',
        registry: 'cn',
        template: systemRandom.uuid(),
        holderType: 'person',
        front: 'china',
        registeredAt: new Date('2026-11-24T02:00:00Z'),
        expiresAt: new Date('2027-11-24T02:00:00Z'),
        roid: undefined,
        statuses: ['ok'],
        authInfo: Buffer.from('sealed'),
        codesSentAt: null,
      }),
    )
    const mine = (await who.call('GET', 'v1/list')).body
    expect(mine).toMatchObject({ items: [{ state: 'invalid', findings: [{ rule: 'NAME-HELD-01' }] }], firstYearFen: 0 })
    expect(mine.items[0].findings[0].message.zh).toContain('你的龙门山.中国')
    expect(mine.items[0].findings[0].remedy.zh).toContain('向注册局申请')
    const theirs = (await other.call('GET', 'v1/list')).body
    expect(theirs.items[0].findings[0].message.zh).toContain('已注册的龙门山.中国')
    expect(theirs.items[0].findings[0].remedy.zh).not.toContain('向注册局申请')
    const refused = await who.call('PUT', path('龙门山.中国'), { years: 1 })
    expect(refused).toMatchObject({ status: 422, body: { code: 'list.name-refused' } })
  })

  it('is each account’s own', async () => {
    const [one, two] = [await api.customer(), await api.customer()]
    await one.call('PUT', 'v1/list/mine.cn', { years: 1 })
    expect((await two.call('GET', 'v1/list')).body.items).toEqual([])
    expect((await two.call('DELETE', 'v1/list/mine.cn')).status).toBe(404)
    await two.call('DELETE', 'v1/list')
    expect((await one.call('GET', 'v1/list')).body.items).toHaveLength(1)
  })
})
