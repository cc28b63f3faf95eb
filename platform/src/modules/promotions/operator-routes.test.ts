import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi, type Visitor } from '../../testing/console-api.ts'
import { loadCatalog } from '../catalog/index.ts'
import { promotionOperatorRoutes, promotionsRoutes } from './index.ts'

let api: TestApi
let finance: Visitor
const codesFrom = { zh: '到服务号取', en: 'From our messaging account' }

beforeAll(async () => {
  const catalog = loadCatalog()
  api = await testApi(() => [promotionOperatorRoutes({ catalog }), promotionsRoutes({ codesFrom })])
  finance = await api.operator('finance')
})
afterAll(() => api.close())

const path = 'v1/operator/promotions'
const sound = {
  product: 'register',
  byCode: false,
  title: { zh: '新户首年', en: 'First order' },
  suffixes: ['cn'],
  kind: 'amount-off',
  value: 1_000,
  from: '2026-11-24',
  until: '2026-12-31',
  note: '年底活动',
}
const make = async (more: object = {}): Promise<string> => {
  const answer = await finance.call('POST', path, { ...sound, ...more })
  expect(answer.status).toBe(201)
  return answer.body.id
}
const look = async (id: string) => (await finance.call('GET', `${path}/${id}`)).body
const rulesOf = (body: { findings?: { rule: string }[] }) => (body.findings ?? []).map(({ rule }) => rule)
const termsOf = ({ product, byCode, ...terms }: typeof sound) => terms

describe('who runs promotions', () => {
  it('refuses visitors, customers, sub-users, tokens and operators of another role, on every way in', async () => {
    const id = await make({ byCode: true })
    const customer = await api.customer()
    const subUser = await api.subUserOf(customer)
    const token = { authorization: `Bearer ${await api.tokenOf(customer)}` }
    const support = await api.operator('support')
    const batch = '3f0c1b52-8a57-4f0e-9d63-0f8f3a1f7c55'
    const ways: [string, string, object?][] = [
      ['GET', path],
      ['POST', path, sound],
      ['GET', `${path}/${id}`],
      ['POST', `${path}/${id}/terms`, termsOf(sound)],
      ['POST', `${path}/${id}/end`],
      ['POST', `${path}/${id}/codes`, { validMinutes: 5 }],
      ['POST', `${path}/${id}/codes/${batch}/end`],
      ['POST', `${path}/${id}/issuers`, { name: 'x' }],
      ['POST', `${path}/${id}/issuers/${batch}/revoke`],
    ]
    for (const [method, way, body] of ways) {
      expect((await api.visitor().call(method, way, body)).status, way).toBe(401)
      for (const who of [customer, subUser, support])
        expect([403, 404], way).toContain((await who.call(method, way, body)).status)
      expect([401, 403, 404], way).toContain((await api.visitor().call(method, way, body, token)).status)
    }
    const { promotion, batches, issuers } = await look(id)
    expect([promotion.state, promotion.terms.length, batches, issuers]).toEqual(['running', 1, [], []])
    expect((await (await api.operator('admin')).call('GET', path)).status).toBe(200)
  })
})

describe('a promotion that an operator runs (S0-17)', () => {
  it('is seen by everybody on its days, changed from a day on, and ended; each is in the audit log', async () => {
    const id = await make({ suffixes: ['xn--fiqs8s'] })
    const shown = async () =>
      (await api.visitor().call('GET', 'v1/promotions')).body.promotions.find((one: { id: string }) => one.id === id)
    expect(await shown()).toEqual({
      id,
      product: 'register',
      title: sound.title,
      suffixes: ['中国'],
      kind: 'amount-off',
      value: 1_000,
      until: '2026-12-31',
      firstOrderOnly: false,
      needsCode: false,
    })
    const changed = { ...termsOf(sound), suffixes: [], kind: 'percent', value: 20, from: '2026-11-26', until: null }
    expect((await finance.call('POST', `${path}/${id}/terms`, changed)).status).toBe(204)
    expect(await shown()).toMatchObject({ kind: 'amount-off' })
    api.clock.advance(2 * 86_400_000)
    expect(await shown()).toMatchObject({ kind: 'percent', value: 20, suffixes: [], until: null })
    expect((await look(id)).promotion).toMatchObject({ state: 'running', now: { kind: 'percent' } })
    expect((await finance.call('POST', `${path}/${id}/end`)).status).toBe(204)
    expect(await shown()).toBeUndefined()
    expect((await look(id)).promotion).toMatchObject({ state: 'ended', terms: [{ value: 1_000 }, { value: 20 }] })
    for (const way of ['end', 'codes', 'issuers'])
      expect(
        (
          await finance.call(
            'POST',
            `${path}/${id}/${way}`,
            { end: undefined, codes: { validMinutes: 5 }, issuers: { name: 'x' } }[way],
          )
        ).body.code,
      ).toBe('promotion.ended')
    const actions = await api.db.selectFrom('audit_entry').select('action').where('subject', '=', id).execute()
    expect(actions.map(({ action }) => action)).toEqual(['promotion.made', 'promotion.changed', 'promotion.ended'])
    await expect(api.pool.query('update promotion_terms set value = 1')).rejects.toThrow()
    api.clock.advance(-2 * 86_400_000)
  })

  it('waits for its first day, and is over after its last', async () => {
    const id = await make({ from: '2026-12-01' })
    expect((await look(id)).promotion).toMatchObject({ state: 'coming', now: { from: '2026-12-01' } })
    api.clock.advance(40 * 86_400_000)
    expect((await look(id)).promotion.state).toBe('over')
    api.clock.advance(-40 * 86_400_000)
  })

  it.each([
    ['PROMO-SUFFIX-01', { suffixes: ['cn', 'no-such'] }],
    ['PROMO-DAYS-01', { until: '2026-11-23' }],
    ['PROMO-DAYS-02', { from: '2026-11-23' }],
    ['PROMO-VALUE-01', { kind: 'percent', value: 101 }],
    ['PROMO-VALUE-02', { kind: 'fixed-price', value: 1_000_000 }],
  ])('that contradicts itself is refused with %s, and nothing is written', async (rule, more) => {
    const before = (await finance.call('GET', path)).body.promotions.length
    const answer = await finance.call('POST', path, { ...sound, ...more })
    expect([answer.status, answer.body.code, rulesOf(answer.body)]).toEqual([422, 'promotion.invalid', [rule]])
    expect(answer.body.findings[0]).toMatchObject({ message: { zh: /./, en: /./ }, remedy: { zh: /./, en: /./ } })
    expect((await finance.call('GET', path)).body.promotions).toHaveLength(before)
  })

  it('that nobody made is not found', async () => {
    for (const [method, way, body] of [
      ['GET', 'nobody'],
      ['POST', 'nobody/end'],
      ['POST', 'nobody/terms', termsOf(sound)],
      ['POST', 'nobody/codes', { validMinutes: 5 }],
    ] as const)
      expect((await finance.call(method, `${path}/${way}`, body)).body.code).toBe('promotion.not-found')
  })
})

describe('codes of a promotion (S0-19)', () => {
  it('are told once to whoever issues them, and kept as digests only', async () => {
    const id = await make({ byCode: true })
    const issued = await finance.call('POST', `${path}/${id}/codes`, { count: 3, uses: 2, validMinutes: 30 })
    expect(issued.status).toBe(201)
    expect(issued.body).toMatchObject({ from: '2026-11-24T02:00:00.000Z', until: '2026-11-24T02:30:00.000Z' })
    expect(new Set(issued.body.codes).size).toBe(3)
    expect((await look(id)).batches).toMatchObject([{ codes: 3, uses: 2, used: 0, state: 'good', issuer: null }])
    const { rows } = await api.pool.query('select digest from promotion_code')
    const kept = rows.map(({ digest }) => digest.toString('latin1') + digest.toString('hex')).join()
    for (const code of issued.body.codes) expect(kept).not.toContain(code.replace('-', ''))
    const log = await api.db.selectFrom('audit_entry').selectAll().where('subject', '=', id).execute()
    for (const code of issued.body.codes) expect(JSON.stringify(log)).not.toContain(code)
  })

  it('may be a word of the operator’s own, once; and are not issued where none is needed', async () => {
    const id = await make({ byCode: true })
    const codes = (body: object, of = id) => finance.call('POST', `${path}/${of}/codes`, { validMinutes: 60, ...body })
    expect((await codes({ word: '山月初雪' })).body.codes).toEqual(['山月初雪'])
    expect(rulesOf((await codes({ word: '山月 初雪' })).body)).toEqual(['PROMO-CODES-03'])
    expect(rulesOf((await codes({ word: '另一个词', count: 2 })).body)).toEqual(['PROMO-CODES-04'])
    expect(rulesOf((await codes({}, await make())).body)).toEqual(['PROMO-CODES-01'])
    expect(rulesOf((await codes({ from: '2026-11-24T01:59:00Z' })).body)).toEqual(['PROMO-CODES-02'])
    for (const odd of [{ validMinutes: 0 }, { validMinutes: 50_000 }, { count: 1_001 }, { word: 'abc' }, { colour: 1 }])
      expect((await codes(odd)).status).toBe(400)
    expect((await look(id)).batches).toHaveLength(1)
  })

  it('may be for one account, named by its address; nobody’s address is refused', async () => {
    const id = await make({ byCode: true })
    await api.customer('Only-Me@example.cn')
    const codes = (account: string) => finance.call('POST', `${path}/${id}/codes`, { validMinutes: 60, account })
    expect(rulesOf((await codes('nobody@example.cn')).body)).toEqual(['PROMO-CODES-05'])
    expect((await codes('only-me@EXAMPLE.cn')).status).toBe(201)
    expect((await look(id)).batches).toMatchObject([
      { codes: 1, account: expect.stringMatching(/^only-me@example.cn$/i) },
    ])
    const log = await api.db.selectFrom('audit_entry').selectAll().where('subject', '=', id).execute()
    expect(JSON.stringify(log)).not.toMatch(/only-me/i)
  })

  it('end as a batch when they got about', async () => {
    const id = await make({ byCode: true })
    const { batch } = (await finance.call('POST', `${path}/${id}/codes`, { validMinutes: 60 })).body
    const other = await make({ byCode: true })
    expect((await finance.call('POST', `${path}/${other}/codes/${batch}/end`)).body.code).toBe(
      'promotion.batch-not-found',
    )
    expect((await finance.call('POST', `${path}/${id}/codes/${batch}/end`)).status).toBe(204)
    expect((await look(id)).batches).toMatchObject([{ state: 'ended' }])
  })

  it('are issued by another system with a key of its own, until that is revoked', async () => {
    const id = await make({ byCode: true })
    const { id: issuer, key } = (await finance.call('POST', `${path}/${id}/issuers`, { name: '服务号' })).body
    const ask = (issuerKey: string, more: object = {}) =>
      api.visitor().call('POST', 'v1/promotion-codes', { issuerKey, validMinutes: 10, ...more })
    const answer = await ask(key)
    expect([answer.status, answer.body.codes.length, answer.body.until]).toEqual([201, 1, '2026-11-24T02:10:00.000Z'])
    expect((await look(id)).batches).toMatchObject([{ issuer: '服务号', issuedBy: '服务号', codes: 1 }])
    expect((await ask(`${key.slice(0, -1)}_`)).body.code).toBe('promotion.issuer-unknown')
    expect((await ask(key, { count: 11 })).status).toBe(400)
    expect((await finance.call('POST', `${path}/${id}/issuers/${issuer}/revoke`)).status).toBe(204)
    expect((await ask(key)).status).toBe(401)
    expect((await look(id)).issuers).toMatchObject([{ name: '服务号', revokedAt: expect.any(String) }])
    expect(JSON.stringify(await look(id))).not.toContain(key)
  })
})
