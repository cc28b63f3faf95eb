import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '../../testing/console-api.ts'
import { canRegister, loadCatalog } from '../catalog/index.ts'
import { searchRoutes } from './routes.ts'

const catalog = loadCatalog()
let api: TestApi
/** What registries were asked, in order. */
const asked: string[] = []

beforeAll(async () => {
  api = await testApi(
    ({ clock }) => [
      searchRoutes({
        catalog,
        clock,
        known: { answer: () => 'not-known' },
        asker: {
          check: async (_, names) => {
            asked.push(...names)
            return new Map(names.map((name) => [name, { available: true }]))
          },
        },
        registryLimitMs: 1_000,
      }),
    ],
    {},
  )
})
afterAll(() => api.close())

describe('GET /v1/search', () => {
  it('lets somebody type: fifteen words a second, and after a moment’s wait again', async () => {
    const { headers } = await api.visitor().call('GET', 'v1/search?q=abc')
    expect(headers.get('x-ratelimit-limit')).toBe('150')
    expect(Number(headers.get('x-ratelimit-reset'))).toBeLessThanOrEqual(10)
  })

  it('answers under every suffix that can be registered when it is asked for *', async () => {
    const { status, body } = await api.visitor().call('GET', 'v1/search?q=shanyue-all&suffixes=*')
    expect(status).toBe(200)
    expect(body.rows.map(({ suffix }: { suffix: string }) => suffix)).toEqual(
      catalog.suffixes.filter(canRegister).map(({ suffix }) => suffix),
    )
    expect(body.rows.length).toBeGreaterThan(150)
  })

  it('offers a Chinese name in Latin letters too, with ü as people type it', async () => {
    const { body } = await api.visitor().call('GET', `v1/search?q=${encodeURIComponent('绿茶')}&suffixes=cn`)
    expect(body.rows.map(({ name }: { name: string }) => name)).toEqual(['绿茶.cn', 'lvcha.cn', 'lucha.cn'])
  })
})

describe('POST /v1/search', () => {
  it('answers a name and its other forms in one row that names them, and asks its registry once (S1-30)', async () => {
    asked.length = 0
    const names = ['龙门.cn', '山月.cn', '龍門.cn', '龙门.CN', 'a b.cn', 'a b.cn']
    const { status, body } = await api.visitor().call('POST', 'v1/search', { names })
    expect(status).toBe(200)
    expect(body.rows).toMatchObject([
      {
        id: '0',
        name: '龙门.cn',
        state: 'free',
        also: [
          { id: '2', name: '龍門.cn', ascii: expect.stringMatching(/^xn--/) },
          { id: '3', name: '龙门.cn', ascii: body.rows[0].ascii },
        ],
      },
      { id: '1', name: '山月.cn', state: 'free' },
      { id: '4', state: 'refused' },
      { id: '5', state: 'refused' },
    ])
    expect(body.rows[1]).not.toHaveProperty('also')
    expect(body).toMatchObject({ answered: 4, total: 4 })
    expect(asked.toSorted()).toEqual([body.rows[0].ascii, body.rows[1].ascii].toSorted())
  })
})
