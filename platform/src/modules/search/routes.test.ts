import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '../../testing/console-api.ts'
import { canRegister, loadCatalog } from '../catalog/index.ts'
import { searchRoutes } from './routes.ts'

const catalog = loadCatalog()
let api: TestApi

beforeAll(async () => {
  api = await testApi(
    ({ clock }) => [
      searchRoutes({
        catalog,
        clock,
        known: { answer: () => 'not-known' },
        asker: { check: async (_, names) => new Map(names.map((name) => [name, { available: true }])) },
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
