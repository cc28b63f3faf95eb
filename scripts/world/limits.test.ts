import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { organisationTemplate, signUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-limits-test-'))
const password = 'a-long-enough-Password-1'
let world: World
let sandbox: SandboxControls
let db: pg.Client

beforeAll(async () => {
  // The limits as they are in production; this machine's usual address is a reverse proxy.
  world = await startCopiedWorld({ folder, web: { trustProxy: ['127.0.0.1'] }, env: { YUMING_LOG_LEVEL: 'error' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
})
afterAll(async () => {
  await db.end()
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Sent {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** One request as a visitor of the address `from` sends it through the proxy, or past it from the address `peer`. */
function send(
  method: string,
  where: string,
  {
    from,
    peer = '127.0.0.1',
    body,
    headers = {},
  }: { from?: string; peer?: string; body?: string; headers?: object } = {},
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${world.origin}${where}`,
      {
        method,
        localAddress: peer,
        agent: false,
        headers: {
          'x-yuming': '1',
          ...(from ? { 'x-forwarded-for': from } : {}),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
        answer.on('error', reject)
      },
    )
    // A body that is too large is refused before all of it is read.
    sent.on('error', reject)
    sent.end(body)
  })
}

interface Described {
  readonly 'x-who': string
  readonly 'x-per-minute': number
  readonly 'x-counted-over': number
  readonly 'x-body-bytes': number
  readonly requestBody?: unknown
}

async function routeTable(): Promise<{ method: string; url: string; promised: Described }[]> {
  const { paths } = JSON.parse((await send('GET', '/v1/openapi.json')).body) as {
    paths: Record<string, Record<string, Described>>
  }
  return Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, promised]) => ({ method: method.toUpperCase(), url, promised })),
  )
}

const filled = (url: string) => url.replaceAll(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000')

describe('every route of the API', () => {
  it('counts its requests, refuses a body that is too large, and lets in only whom it says', async () => {
    const table = await routeTable()
    expect(table.length).toBeGreaterThan(70)
    for (const { method, url, promised } of table) {
      const name = `${method} ${url}`
      const body = method === 'GET' ? undefined : '{}'
      const answer = await send(method, filled(url), { from: '203.0.113.1', ...(body ? { body } : {}) })
      expect(promised['x-per-minute'], name).toBeGreaterThan(0)
      expect(Number(answer.headers['x-ratelimit-limit']), name).toBe(
        Math.ceil((promised['x-per-minute'] * promised['x-counted-over']) / 60),
      )
      expect(promised['x-body-bytes'], name).toBeGreaterThan(0)
      expect(promised['x-body-bytes'], name).toBeLessThanOrEqual(32 * 1024 * 1024)
      if (promised['x-who'] === 'anyone') expect(answer.status, name).not.toBe(401)
      // A body without the right shape is told first; nobody learns anything by that.
      else expect([400, 401, 415], name).toContain(answer.status)
      if (promised.requestBody && promised['x-body-bytes'] < 1_000_000) {
        const large = await send(method, filled(url), {
          from: '203.0.113.2',
          body: JSON.stringify({ a: 'x'.repeat(promised['x-body-bytes']) }),
        })
        expect([413, 401], name).toContain(large.status)
        if (promised['x-who'] === 'anyone') expect(large.status, name).toBe(413)
      }
    }
  })

  it.each([
    ['/healthz', [200]],
    ['/v1/openapi.json', [200]],
    // Measures have a door of their own; here the console answers, where it is built.
    ['/metrics', [200, 404]],
    ['/v1/there-is-nothing', [404]],
    ['/assets/nor-here.js', [404]],
  ])('%s has a limit as well', async (where, statuses) => {
    const answer = await send('GET', where, { from: '203.0.113.3' })
    expect(statuses).toContain(answer.status)
    expect(Number(answer.headers['x-ratelimit-limit'])).toBeGreaterThan(0)
  })

  it('stops an address that asks for what is not there, and lets the next one be', async () => {
    const ask = (from: string) => send('GET', '/v1/there-is-nothing', { from })
    const limit = Number((await ask('203.0.113.4')).headers['x-ratelimit-limit'])
    for (let n = 1; n < limit; n += 40) await Promise.all(Array.from({ length: 40 }, () => ask('203.0.113.4')))
    expect((await ask('203.0.113.4')).status).toBe(429)
    expect((await ask('203.0.113.5')).status).toBe(404)
  })
})

describe('behind a reverse proxy (web.trustProxy)', () => {
  const left = async (from: string, peer: string) =>
    Number((await send('GET', '/v1/promotions', { from, peer })).headers['x-ratelimit-remaining'])

  it('each visitor has a limit of their own when the proxy is trusted', async () => {
    const first = await left('198.51.100.1', '127.0.0.1')
    expect(await left('198.51.100.1', '127.0.0.1')).toBe(first - 1)
    expect(await left('198.51.100.2', '127.0.0.1')).toBe(first)
  })

  it('a peer that is not trusted cannot make addresses up', async () => {
    const first = await left('198.51.100.3', '127.0.0.2')
    expect(await left('198.51.100.4', '127.0.0.2')).toBe(first - 1)
  })
})

describe('open event streams', () => {
  it('are at most ten an account, and what has ended makes room', async () => {
    const email = 'streams@yuming.example'
    const client = await signUp(world.origin, email, password, '山月茶业')
    const templateId = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
    const { number } = await client.post<{ number: string }>('orders', {
      lines: [{ name: 'streams-1.cn', years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
    const open = () => client.raw('GET', `orders/${number}`, undefined, { accept: 'text/event-stream' })
    const streams = await Promise.all(Array.from({ length: 10 }, open))
    expect(streams.map(({ status }) => status)).toEqual(Array(10).fill(200))
    const eleventh = await open()
    expect(eleventh.status).toBe(429)
    expect(await eleventh.json()).toMatchObject({ code: 'request.too-many-streams' })
    await streams[0]?.body?.cancel()
    await expect.poll(async () => (await open()).status, { timeout: 10_000 }).toBe(200)
    await client.post(`orders/${number}/cancel`)
    for (const stream of streams.slice(1)) await stream.text()
  })
})

describe('payment notices that the channel did not sign', () => {
  it('are counted, and leave a row a minute at most', async () => {
    const rows = async () =>
      Number((await db.query("select count(*) as n from payment_notice where outcome = 'bad-signature'")).rows[0].n)
    const counted = async () =>
      Number(/^payment_notices_unsigned_total (\d+)$/m.exec(await (await fetch(`${world.origin}/metrics`)).text())?.[1])
    const before = await counted()
    for (let n = 0; n < 60; n++) {
      const answer = await fetch(`${world.origin}/v1/payments/alipay/notify`, {
        method: 'POST',
        body: new URLSearchParams({ out_trade_no: `junk-${n}`, sign: 'AAAA' }),
      })
      expect(await answer.text()).toContain('fail')
    }
    expect(await counted()).toBe(before + 60)
    expect(await rows()).toBeLessThanOrEqual(2)
    expect(await new ApiClient(world.origin).get('session')).toMatchObject({ account: null })
  })
})
