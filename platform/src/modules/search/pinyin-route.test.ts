import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, testApi } from '../../testing/console-api.ts'
import { pinyinRoute } from './pinyin-route.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(() => [pinyinRoute])
})
afterAll(() => api.close())

const ask = (q: string) => api.visitor().call('GET', `v1/search/pinyin?q=${encodeURIComponent(q)}`)

it('reads a Chinese word as people type it, by the words around each character, and leaves letters as they are', async () => {
  expect((await ask('山月茶')).body).toEqual({ label: 'shanyuecha' })
  expect((await ask('重庆')).body).toEqual({ label: 'chongqing' })
  expect((await ask('茶7')).body).toEqual({ label: 'cha7' })
  expect((await ask('tea')).body).toEqual({ label: 'tea' })
  expect((await ask('')).status).toBe(400)
})
