import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, testApi } from '../../../testing/console-api.ts'
import type { SearchRoutesDeps } from '../routes.ts'
import { bulkRoutes } from './routes.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(({ clock }) => [bulkRoutes({ clock, registryLimitMs: 1_000 } as unknown as SearchRoutesDeps)])
})
afterAll(() => api.close())

it('a bulk search that could not begin, because the account reads too many streams, is none that is running', async () => {
  const who = await api.customer()
  const account = (await who.call('GET', 'v1/session')).body.account.id
  const bulk = () => who.call('POST', 'v1/search/bulk', '\n', { 'content-type': 'text/plain' })
  const leave: (() => void)[] = []
  const enter = () => leave.push(api.app.services.streams.enter({ account, ip: '127.0.0.1' }))
  expect(() => {
    for (;;) enter()
  }).toThrow()
  expect((await bulk()).status).toBe(429)
  for (const out of leave) out()
  expect(await bulk()).toMatchObject({ status: 200, body: { type: 'done', total: 0 } })
})
