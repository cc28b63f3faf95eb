import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fixedClock } from '../../kernel/clock/index.ts'
import { route } from '../../kernel/http/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { type TestApi, testApi, testOrigin } from '../../testing/console-api.ts'
import { betterAuthSignIn, setOperator } from './index.ts'

let api: TestApi
const clock = fixedClock('2026-11-24T02:00:00Z')

beforeAll(async () => {
  api = await testApi(() => [
    (app) => {
      for (const role of ['catalog', undefined] as const)
        route(
          app,
          {
            method: 'GET',
            url: `operator/${role ?? 'any'}`,
            summary: 'a door',
            tag: 'test',
            who: 'operator',
            ...(role && { role }),
            perMinute: 100,
            answers: { 200: z.object({ user: z.string() }) },
          },
          async ({ actor }) => ({ user: actor.user }),
        )
    },
  ])
})
afterAll(() => api.close())

const give = (email: string, roles: ('admin' | 'catalog')[]) =>
  api.db
    .transaction()
    .execute((trx) =>
      setOperator(
        betterAuthSignIn({ db: api.db, clock, random: systemRandom, secret: 'x'.repeat(32), origin: testOrigin }),
        { email, roles },
        { trx, clock, actor: { kind: 'system', name: 'test' } },
      ),
    )

describe('people who run the platform', () => {
  it('are let in by role, and nobody else is', async () => {
    const who = await api.customer('keeper@yuming.example')
    expect((await api.visitor().call('GET', 'v1/operator/catalog')).status).toBe(401)
    expect(await who.call('GET', 'v1/operator/catalog')).toMatchObject({
      status: 403,
      body: { code: 'account.operator-only' },
    })
    expect(await give('Keeper@yuming.example', ['catalog'])).toBe(true)
    expect((await who.call('GET', 'v1/operator/catalog')).status).toBe(200)
    expect((await who.call('GET', 'v1/operator/any')).status).toBe(403)
    await give('keeper@yuming.example', ['admin'])
    expect((await who.call('GET', 'v1/operator/any')).status).toBe(200)
    const token = await api.tokenOf(who)
    expect(
      (await api.visitor().call('GET', 'v1/operator/any', undefined, { authorization: `Bearer ${token}` })).status,
    ).toBe(403)
    await give('keeper@yuming.example', [])
    expect((await who.call('GET', 'v1/operator/any')).status).toBe(403)
  })

  it('must have signed up', async () => {
    expect(await give('nobody@yuming.example', ['admin'])).toBe(false)
  })
})
