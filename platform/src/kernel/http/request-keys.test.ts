import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestApi, testApi, type Visitor } from '../../testing/console-api.ts'
import { freeRoute } from './route.ts'

let api: TestApi
let done = 0

beforeAll(async () => {
  api = await testApi(() => [
    (app) =>
      freeRoute(
        app,
        {
          method: 'POST',
          url: 'counted',
          summary: 'Counts',
          tag: 'test',
          who: 'customer',
          perMinute: 600,
          keyed: true,
          body: z.strictObject({ n: z.int() }),
          answers: { 200: z.object({ nth: z.int() }) },
        },
        async ({ once }) => ({ nth: await once(async () => ++done) }),
      ),
  ])
})
afterAll(() => api.close())

const count = (who: Visitor, key: string, n = 1) => who.call('POST', 'v1/counted', { n }, { 'idempotency-key': key })

describe('Idempotency-Key', () => {
  it('is kept for 24 hours, and then is a new one', async () => {
    const who = await api.customer()
    const { body } = await count(who, 'kept-a-day')
    api.clock.advance(24 * 3_600_000 - 1_000)
    expect((await count(who, '"kept-a-day"')).body).toEqual(body)
    expect(await count(who, 'kept-a-day', 2)).toMatchObject({ status: 422, body: { code: 'request.key-reused' } })
    api.clock.advance(2_000)
    expect((await count(who, 'kept-a-day', 2)).body.nth).toBeGreaterThan(body.nth)
  })

  it('sweeps away what is older, and keeps nothing of the request', async () => {
    const who = await api.customer()
    for (let n = 0; n < 3; n++) await count(who, `swept-${n}-key`)
    api.clock.advance(25 * 3_600_000)
    await count(who, 'swept-by-this')
    const { rows } = await api.pool.query("select key from request_key where key like 'swept-%'")
    expect(rows).toEqual([{ key: 'swept-by-this' }])
  })

  it('that is malformed is refused with its field, and nothing is done', async () => {
    const who = await api.customer()
    const before = done
    expect(await count(who, 'short')).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'idempotency-key' }] },
    })
    expect(done).toBe(before)
  })
})
