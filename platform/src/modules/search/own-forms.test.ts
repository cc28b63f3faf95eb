import { nameKey } from '@yuming/names'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { type TestApi, testApi, type Visitor } from '../../testing/console-api.ts'
import { loadCatalog } from '../catalog/index.ts'
import { recordRegistration } from '../domains/index.ts'
import { recordRoutes, searchRoutes } from './index.ts'

const catalog = loadCatalog()
const registered = { name: '龙门茶.cn', ascii: 'xn--cl1av69aw6g.cn' }
let api: TestApi
let owner: Visitor

beforeAll(async () => {
  api = await testApi(({ clock }) => [
    searchRoutes({
      catalog,
      clock,
      known: { answer: (_, label) => (label === '龍門茶' ? 'taken' : 'not-known') },
      // A registry knows the forms of one name apart as little as we do.
      asker: { check: async (_, names) => new Map(names.map((name) => [name, { available: false }])) },
      registryLimitMs: 1_000,
    }),
    recordRoutes({
      catalog,
      clock,
      ask: async (_, ascii) =>
        ascii === registered.ascii
          ? { clID: 'yuming', ours: true, statuses: ['ok'], crDate: '2026-11-24T02:00:00Z', exDate: '' }
          : undefined,
    }),
  ])
  owner = await api.customer()
  const account = (await owner.call('GET', 'v1/session')).body.account.id
  await api.db.transaction().execute((trx) =>
    recordRegistration(trx, {
      ...registered,
      id: systemRandom.uuid(),
      account,
      key: nameKey('龙门茶', 'cn'),
      suffix: 'cn',
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
})
afterAll(() => api.close())

const rowOf = async (who: Visitor, word: string) =>
  (await who.call('GET', `v1/search?q=${encodeURIComponent(word)}&suffixes=cn`)).body.rows[0]

it('a taken name that is one of the reader’s own in another form says which one, and whether both can be had (S1-30)', async () => {
  const mine = (disposition: string) => ({ state: 'taken', yours: { ...registered, disposition } })
  expect(await rowOf(owner, '龍門茶')).toMatchObject(mine('allocatable-traditional'))
  expect(await rowOf(owner, '龙門茶')).toMatchObject(mine('blocked'))
  for (const [who, word] of [
    [owner, '龙门茶'],
    [api.visitor(), '龍門茶'],
    [await api.customer(), '龍門茶'],
  ] as const) {
    const row = await rowOf(who, word)
    expect(row.state).toBe('taken')
    expect(row).not.toHaveProperty('yours')
  }
  const { rows } = (await owner.call('POST', 'v1/search', { names: ['龍門茶.cn', '别的茶.cn'] })).body
  expect(rows).toMatchObject([{ yours: registered }, { state: 'taken' }])
  expect(rows[1]).not.toHaveProperty('yours')
})

it('the record of a name is that of the form in which it is registered (S1-30, S1-83)', async () => {
  const read = async (name: string) => api.visitor().call('GET', `v1/search/${encodeURIComponent(name)}/record`)
  expect((await read('龙门茶.cn')).body).toMatchObject({ ...registered, form: null })
  expect((await read('龍門茶.cn')).body).toMatchObject({
    ...registered,
    form: { ...registered, disposition: 'allocatable-traditional' },
  })
  expect((await read('别的茶.cn')).status).toBe(404)
})
