import { afterAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { type Customer, openShop } from './shop.ts'

const shop = await openShop('searching')
const { world, sandbox, one } = shop
afterAll(() => shop.close())

describe('a registry that does not answer in time', () => {
  it('leaves its rows unanswered, never free, and holds nobody else up (S1-27)', async () => {
    await sandbox.fault('thin', { kind: 'delay', verb: 'domain:check', delayMs: 8_000, times: 1 })
    const rows: Record<string, string> = {}
    const order: string[] = []
    await new ApiClient(world.origin).events(`search?q=slow-word-1&suffixes=com,cn,xyz`, (event, data) => {
      if (event === 'row') {
        const { id, state } = data as { id: string; state: string }
        rows[id] = state
        order.push(id)
      }
      return event === 'done'
    })
    expect(rows).toEqual({ 0: 'unanswered', 1: 'free', 2: 'free' })
    expect(order.at(-1)).toBe('0')
    await sandbox.clearFaults('thin')
  })
})

describe('a bulk search', () => {
  const bulk = async (who: Customer, body: string, type = 'text/plain') => {
    const response = await who.client.raw('POST', 'search/bulk', body, { 'content-type': type })
    const lines = (await response.text()).trim().split('\n')
    return { status: response.status, events: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
  }

  it('streams one answer for a file of names, duplicates and variants folded (S1-30)', async () => {
    const { events } = await bulk(one, '龙门9.中国\n龍門9.中国\n-bad.cn\nbulk-9.com\n')
    expect(events.at(-1)).toEqual({
      type: 'done',
      total: 4,
      counts: { free: 2, duplicate: 1, refused: 1 },
    })
  })

  it('says what is wrong with a file, to whom, and that strangers may not', async () => {
    expect((await bulk(one, '{"name":', 'application/x-ndjson')).events).toMatchObject([
      { type: 'problem', code: 'search.file-unreadable' },
    ])
    expect(await bulk(one, '{}', 'application/json')).toMatchObject({
      status: 415,
      events: [{ code: 'search.bulk-type' }],
    })
    expect((await bulk({ ...one, client: new ApiClient(world.origin) }, 'a.cn')).status).toBe(401)
  })
})

describe('suggestions', () => {
  it.each(['山月茶', 'teahouse'])(
    'for %s are free names near it, and none that was searched (S1-58, S1-59)',
    async (word) => {
      const { suggestions } = await new ApiClient(world.origin).get<{
        suggestions: { name: string; price: { registerFen: number } }[]
      }>(`search/suggestions?q=${encodeURIComponent(word)}&suffixes=cn,com`)
      expect(suggestions.length).toBeGreaterThan(5)
      const names = suggestions.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).not.toContain(`${word}.cn`)
      const { rows } = await new ApiClient(world.origin).post<{ rows: { state: string }[] }>('search', { names })
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['free']))
    },
  )
})
