import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeCursor } from '../../kernel/http/index.ts'
import { type FilingApi, filingApi } from './testing/filing-api.ts'

let api: FilingApi
beforeAll(async () => {
  api = await filingApi()
})
afterAll(() => api.close())

const madeUp = [
  encodeCursor(['x', 'y']),
  encodeCursor(['2026-11-24', 'y']),
  encodeCursor(['2026-11-24T02:00:00.000Z', 'y\0']),
  'nothing',
]

describe('a list that is asked for with a cursor that somebody made up', () => {
  it.each([
    ['customer', 'v1/filings', 'filings'],
    ['customer', 'v1/filing-duties', 'duties'],
    ['reviewer', 'v1/filing-findings', 'duties'],
    ['reviewer', 'v1/filing-reviews', 'reviews'],
    ['reviewer', 'v1/operator/bureau-matters', 'matters'],
  ] as const)('of a %s, %s, begins anew', async (who, list, key) => {
    const caller = await (who === 'customer' ? api.customer() : api.operator(who))
    for (const cursor of madeUp) {
      const { status, body } = await caller.call('GET', `${list}?cursor=${cursor}`)
      expect([cursor, status, body[key]]).toEqual([cursor, 200, []])
    }
  })
})
