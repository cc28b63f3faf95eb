import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freeRoute, route } from '../../kernel/http/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { admit } from '../../modules/accounts/index.ts'
import { registrantsRoutes } from '../../modules/registrants/index.ts'
import { type TestApi, testApi, testOrigin, testPassword, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createConsoleApi } from './index.ts'

function outsideRoutes(app: FastifyInstance): void {
  const common = { tag: 'test', who: 'anyone', perMinute: 3 } as const
  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'notify',
      summary: 'Called by a channel',
      outside: true,
      body: z.record(z.string(), z.string()),
      answers: { 200: z.object({ keys: z.array(z.string()) }) },
    },
    async ({ body }) => ({ keys: Object.keys(body) }),
  )
  freeRoute(
    app,
    { ...common, method: 'GET', url: 'fails', summary: 'Fails', answers: { 200: z.object({ ok: z.boolean() }) } },
    async () => {
      throw new Error('the secret inside')
    },
  )
}

let api: TestApi
let someone: Visitor
beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const keys = keyFileService(path.join(temporaryFolder('keys'), 'vault.key'))
    const vault = createVault({ keys, clock, random: systemRandom })
    return [registrantsRoutes({ vault, origin: testOrigin }), outsideRoutes]
  })
  someone = await api.customer()
})
afterAll(() => api.close())

describe('problems', () => {
  it('answers a bad body with the field, in both languages, in the language asked for', async () => {
    const answer = await api
      .visitor()
      .call('POST', 'v1/auth/sign-in', { email: 'nobody', password: 'x' }, { 'accept-language': 'en-GB' })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({
      type: 'urn:yuming:problem:request.invalid',
      status: 400,
      code: 'request.invalid',
      title: 'The request is not well formed; correct what is named',
      findings: [{ rule: 'request.shape', severity: 'refuse', field: 'email' }],
    })
    expect(answer.body.findings[0].message.zh).toMatch(/\p{Script=Han}/u)
  })

  it('refuses a field that it does not know, and names it', async () => {
    const body = { email: 'a@example.cn', password: testPassword, role: 'owner' }
    const answer = await api.visitor().call('POST', 'v1/auth/sign-in', body)
    expect(answer).toMatchObject({ status: 400, body: { findings: [{ field: 'role' }] } })
  })

  it.each([
    ['{"email": ', 400, 'request.invalid'],
    ['', 400, 'request.invalid'],
    [`"${'x'.repeat(70_000)}"`, 413, 'request.too-large'],
  ])('answers a body that is not whole JSON, or too long, with its own problem', async (body, status, code) => {
    expect(await api.visitor().call('POST', 'v1/auth/sign-in', body)).toMatchObject({ status, body: { code } })
  })

  it('answers other media types with 415 and unknown addresses with 404', async () => {
    const xml = await api.visitor().call('POST', 'v1/auth/sign-in', '<a/>', { 'content-type': 'text/xml' })
    expect(xml).toMatchObject({ status: 415, body: { code: 'request.media-type' } })
    expect(await api.visitor().call('GET', 'v1/nothing')).toMatchObject({
      status: 404,
      body: { code: 'request.not-found' },
    })
  })

  it('tells nothing of what failed inside', async () => {
    const answer = await api.visitor().call('GET', 'v1/fails')
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } })
    expect(JSON.stringify(answer.body)).not.toContain('secret')
  })
})

describe('forged requests', () => {
  it('refuses a change without our header, unless a token comes with it or the route is for outsiders', async () => {
    const send = (url: string, headers: Record<string, string>, body: string) =>
      fetch(`${api.address}/v1/${url}`, { method: 'POST', headers, body })
    const token = await api.tokenOf(someone)
    const json = { 'content-type': 'application/json' }
    const name = JSON.stringify({ name: 'x' })
    const forged = await send('account/tokens', { ...json, cookie: someone.cookie() }, name)
    expect(forged.status).toBe(403)
    expect(await forged.json()).toMatchObject({ code: 'request.header-missing' })
    expect((await send('account/tokens', { ...json, authorization: `Bearer ${token}` }, name)).status).toBe(201)
    const form = await send('notify', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1&b=%E5%9F%9F')
    expect(await form.json()).toEqual({ keys: ['a', 'b'] })
  })

  it('lets no cookie stand in for a bad token', async () => {
    const headers = { cookie: someone.cookie(), authorization: 'Bearer ymk_wrong' }
    expect((await fetch(`${api.address}/v1/account/tokens`, { headers })).status).toBe(401)
  })
})

describe('limits', () => {
  it('stops a caller that asks too often, by route', async () => {
    const strict = await testApi(() => [outsideRoutes], {})
    try {
      const ask = () => strict.visitor().call('POST', 'v1/notify', {})
      const statuses = [(await ask()).status, (await ask()).status, (await ask()).status]
      expect(statuses).toEqual([200, 200, 200])
      expect(await ask()).toMatchObject({ status: 429, body: { code: 'request.too-many' } })
      expect((await strict.visitor().call('GET', 'v1/session')).status).toBe(200)
    } finally {
      await strict.close()
    }
  })
})

describe('any JSON whatever', () => {
  const routes = [
    ['POST', 'auth/sign-up'],
    ['POST', 'auth/sign-in'],
    ['POST', 'auth/phone/code'],
    ['POST', 'auth/phone/sign-in'],
    ['POST', 'account/sub-users'],
    ['POST', 'account/tokens'],
    ['POST', 'templates'],
    ['POST', 'email-verifications'],
    ['PUT', 'templates/%00/default'],
    ['GET', 'templates/..%2f'],
    ['DELETE', 'account/tokens/%F0%9F'],
  ] as const
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u0000', 'a@example.cn', '+86.13800000003'),
  )
  const field = fc.oneof(text, fc.integer(), fc.constant(null), fc.record({ zh: text, en: text }), fc.jsonValue())
  const keys = [
    'email',
    'password',
    'name',
    'phone',
    'code',
    'locale',
    'token',
    'templateId',
    'holderType',
    '__proto__',
  ]
  const body = fc.oneof(
    fc.json(),
    fc.dictionary(fc.constantFrom(...keys), field).map((value) => JSON.stringify(value)),
  )

  it.each(routes)('%s %s never fails inside', async (method, url) => {
    await fc.assert(
      fc.asyncProperty(body, async (json) => {
        const answer = await someone.call(method, `v1/${url}`, method === 'GET' ? undefined : json)
        expect(answer.status, json).toBeLessThan(500)
        if (answer.status >= 400) expect(answer.body).toHaveProperty('code')
      }),
      { numRuns: 25 },
    )
  })
})

describe('what surrounds the API', () => {
  it('describes every route with its shapes (OpenAPI 3.1) and example', async () => {
    const { body } = await api.visitor().call('GET', 'v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/v1/session', '/v1/templates/{id}', '/v1/auth/sign-in']),
    )
    const { schema: shape } = body.paths['/v1/templates'].post.requestBody.content['application/json']
    expect(shape.additionalProperties).toBe(false)
    expect(shape.properties.certificate.examples[0].kind).toBe('SFZ')
  })

  it('is alive, and shows its measures to this machine only', async () => {
    expect((await api.visitor().call('GET', 'healthz')).body).toEqual({ ok: true })
    expect((await api.visitor().call('GET', 'metrics')).body).toContain('http_request_seconds')
    const forwarded = await api.visitor().call('GET', 'metrics', undefined, { 'x-forwarded-for': '203.0.113.9' })
    expect(forwarded.status).toBe(404)
  })

  it('sends headers that forbid framing, foreign scripts and sniffing', async () => {
    const { headers } = await api.visitor().call('GET', 'v1/session')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('serves the console: hashed files for ever, any page as the application, never an API address', async () => {
    const folder = temporaryFolder('console')
    mkdirSync(path.join(folder, 'assets'))
    writeFileSync(path.join(folder, 'index.html'), '<title>域名</title>')
    writeFileSync(path.join(folder, 'assets/index-abc.js'), 'export {}')
    const app = await createConsoleApi({
      config: { version: '0.0.0' },
      db: api.db,
      clock: api.clock,
      random: systemRandom,
      log: pino({ level: 'silent' }),
      sessions: { actorOf: async () => ({ cookies: [] }) },
      plugins: [],
      consoleDist: folder,
    })
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    try {
      const script = await fetch(`${address}/assets/index-abc.js`)
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const page = await fetch(`${address}/domains/example.cn`)
      expect([page.status, await page.text()]).toEqual([200, '<title>域名</title>'])
      expect(page.headers.get('cache-control')).toBe('no-cache')
      for (const missing of ['v1/nothing', 'assets/gone.js', '..%2f..%2fetc/passwd']) {
        const answer = await fetch(`${address}/${missing}`)
        expect(await answer.text()).not.toContain('root:')
        if (!missing.startsWith('..')) expect(answer.status).toBe(404)
      }
    } finally {
      await app.close()
    }
  })

  it('lets nobody through a customer’s door without an account', () => {
    expect(() => admit('customer', undefined)).toThrow(/account.sign-in-needed/)
  })
})
