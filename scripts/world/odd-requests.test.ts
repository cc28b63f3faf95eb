import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisationTemplate, signUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import { startWorld, type World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface OddRequest {
  readonly method: string
  readonly target: string
  readonly headers: Record<string, string>
  readonly body: string | undefined
  readonly signedIn: boolean
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-odd-requests-test-'))
let world: World
let db: pg.Client
let counting: string
let cookie: string
let orderNumber: string
let templateId: string

beforeAll(async () => {
  world = await startWorld({ folder, web: { limitFactor: 100_000 }, env: { YUMING_LOG_LEVEL: 'error' } })
  const client = await signUp(world.origin, 'odd@yuming.example', 'a-long-enough-Password-1', '山月茶业')
  cookie = client
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  templateId = await makeVerifiedTemplate(
    world,
    { client, sandbox: new SandboxControls(world.sandboxOrigin) },
    organisationTemplate('odd@yuming.example'),
  )
  const lines = [{ name: 'odd-requests.cn', years: 1 }]
  const order = { lines, holderType: 'organisation', templateId, termsAccepted: true }
  orderNumber = (await client.post<{ number: string }>('orders', order)).number
  db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
  // Every bureau gives its tables of codes once, in the first seconds; nothing else comes from them here.
  const taken = async () => (await db.query('select from bureau_download where processed_at is not null')).rowCount ?? 0
  while ((await taken()) < world.sandboxWorld.bureaus.length) await new Promise((resolve) => setTimeout(resolve, 200))
  // The queues of registries are read all the time, whatever anybody asks.
  const { rows } = await db.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'registry\\_%' order by 1",
  )
  counting = rows
    .map(({ name }) => `select '${name}' as name, count(*)::int as rows from "${name}"`)
    .join(' union all ')
})
afterAll(async () => {
  await db.end()
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const rowCounts = async () => (await db.query<{ name: string; rows: number }>(counting)).rows

function send({ method, target, headers, body, signedIn }: OddRequest): Promise<Answer> {
  const { hostname, port } = new URL(world.origin)
  const content = Buffer.from(body?.replaceAll('TEMPLATE', templateId) ?? '')
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method,
        path: `/v1/${target.replace('ORDER', orderNumber)}`,
        headers: {
          ...(signedIn ? { cookie } : {}),
          ...headers,
          ...(body === undefined ? {} : { 'content-length': content.length }),
        },
        agent: false,
      },
      (response) => {
        const type = response.headers['content-type'] ?? ''
        const status = response.statusCode ?? 0
        let text = ''
        const done = () => resolve({ status, type, text })
        // A stream of events lasts as long as what it tells of.
        if (type.startsWith('text/event-stream')) {
          done()
          sent.destroy()
          return
        }
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.once('end', done)
      },
    )
    sent.once('error', reject)
    sent.end(content)
  })
}

/** Texts that have broken servers: NUL, lone surrogates, direction marks, quotes, very long, very odd scripts. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    'a\0b.cn',
    '\ud800',
    '\u202e',
    "'; drop table domain; --",
    '%',
    '..',
    '-',
    '.',
    '。',
    'xn--',
    'xn--a.cn',
  ),
  fc.constantFrom(
    '山月茶.中国',
    'ｔｅａ.ＣＮ',
    'tea.cn',
    'TEA.CN.',
    'a..cn',
    '💥.cn',
    '٣.com',
    'ß.com',
    'a'.repeat(64),
    'a.'.repeat(200),
  ),
  fc.constantFrom(
    '1e999',
    '-0',
    'NaN',
    'null',
    '[object Object]',
    '{"$gt":""}',
    '#{7*7}',
    '2026-02-30',
    '9999-12-31',
    '0000-00-00',
  ),
)
const inAddress = fc.oneof(
  oddText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%',
    '%0',
    '%00',
    '%ff',
    '%ED%A0%80',
    '%2e%2e',
    '%2F',
    'a%0d%0ab',
    '..',
    '.',
    'ORDER',
    'tea.cn',
    'cn',
  ),
)
const paths = fc.oneof(
  fc.constantFrom(
    'search',
    'list',
    'list/clear-invalid',
    'orders',
    'domains',
    'catalog/suffixes',
    'balance',
    'orders/ORDER',
  ),
  fc.constantFrom('orders/ORDER/pay', 'orders/ORDER/cancel'),
  fc
    .tuple(fc.constantFrom('list/', 'orders/', 'domains/', 'catalog/suffixes/', 'search/', 'tasks/'), inAddress)
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('orders/', 'domains/'),
      inAddress,
      fc.constantFrom('/pay', '/cancel', '/renew', '/auto-renew', '/'),
    )
    .map((parts) => parts.join('')),
)
const names = ['q', 'suffixes', 'on', 'tab', 'sort', 'cursor', 'limit', 'suffix', '__proto__', 'q[]', 'toString']
const query = fc
  .array(fc.tuple(fc.constantFrom(...names), inAddress), { maxLength: 4 })
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.join('=')).join('&')}`))

const oddValue = fc.oneof(
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, -1, 0, 1.5, 1e21, Number.MAX_SAFE_INTEGER, [], {}, true, ['tea.cn'], [[]]),
)
const memberNames = [
  'lines',
  'name',
  'names',
  'years',
  'holderType',
  'templateId',
  'termsAccepted',
  'promoCode',
  'expectedTotalFen',
  'dryRun',
  'method',
  'on',
  'expectedExpiry',
  '__proto__',
  'constructor',
]
const soundOrder = {
  lines: [{ name: 'tea.cn', years: 1 }],
  holderType: 'organisation',
  templateId: 'TEMPLATE',
  termsAccepted: true,
  dryRun: true,
}
/** An order that would do, with one or two members made odd. */
const nearOrder = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...memberNames), oddValue, { minKeys: 1, maxKeys: 2 }),
    oddText,
    oddValue,
    fc.boolean(),
  )
  .map(([odd, name, years, dryRun]) => ({
    lines: [{ name, years }],
    holderType: 'organisation',
    templateId: 'TEMPLATE',
    termsAccepted: true,
    dryRun,
    ...odd,
  }))
const body = fc.oneof(
  nearOrder.map((value) => JSON.stringify(value)),
  fc.dictionary(fc.constantFrom(...memberNames), oddValue, { maxKeys: 3 }).map((value) => JSON.stringify(value)),
  fc.array(oddText, { maxLength: 5 }).map((list) => JSON.stringify({ names: list })),
  fc.json(),
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"',
    '{"a":1e999}',
    '{"__proto__":{"x":1}}',
    '{"name":"\\ud800"}',
    '{"q":"\\u0000"}',
    `${'['.repeat(5_000)}`,
    'a=b&c=d',
    '\uFEFF{}',
  ),
  fc.constant(undefined),
)
const headers = fc.record(
  {
    'x-yuming': fc.constantFrom('1', '1', '1', '0', ''),
    'content-type': fc.constantFrom(
      'application/json',
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'x',
      'application/json;;',
      '',
    ),
    accept: fc.constantFrom('application/json', 'text/event-stream', '*/*', 'image/png;q=x', '', 'a'.repeat(2_000)),
    'accept-language': fc.constantFrom(
      'zh-CN',
      'en',
      '*',
      'xx;q=9',
      ',,,;;',
      '中'.codePointAt(0)?.toString() ?? '',
      'a'.repeat(2_000),
    ),
    authorization: fc.constantFrom(
      'Bearer',
      'Bearer x',
      'Basic YTpi',
      'Bearer \x7f'.slice(0, 7),
      '',
      'Bearer '.concat('x'.repeat(3_000)),
    ),
    cookie: fc.constantFrom(
      '',
      'a',
      '=;=;',
      'locale=%',
      '__proto__=1; better-auth.session_token=x.y',
      `x=${'y'.repeat(3_000)}`,
    ),
    'x-forwarded-for': fc.constantFrom('', '1.2.3.4', 'x, y', '::1'),
    'if-none-match': fc.constantFrom('*', '"x"', ''),
    range: fc.constantFrom('bytes=0-0', 'bytes=-', 'x'),
    'content-encoding': fc.constantFrom('gzip', 'br', 'x'),
    origin: fc.constantFrom('null', 'https://evil.example', ''),
  },
  { requiredKeys: [] },
)
const usual = ['GET', 'POST', 'PUT', 'DELETE']
const oddRequest: fc.Arbitrary<OddRequest> = fc
  .record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...usual) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'QUERY', 'PURGE'),
      },
    ),
    path: paths,
    query,
    // Most carry what every console request carries, so that they come further than to the door.
    headers: fc
      .oneof(fc.constant({}), headers)
      .map((odd) => ({ 'x-yuming': '1', 'content-type': 'application/json', accept: 'application/json', ...odd })),
    body,
    signedIn: fc.oneof(fc.constant(true), fc.constant(true), fc.boolean()),
  })
  .map(({ path: at, query: asked, method, body: content, ...more }) => ({
    ...more,
    method,
    target: `${at}${asked}`,
    body: ['GET', 'HEAD', 'TRACE'].includes(method) ? undefined : content,
  }))

const wellFormed = (text: string) => encodeURIComponent(text.toWellFormed())
const usualHeaders = { 'x-yuming': '1', 'content-type': 'application/json', accept: 'application/json' }
/** What a console would ask, with one thing in it made odd. */
const nearRequest: fc.Arbitrary<OddRequest> = fc
  .oneof(
    oddText.map((text) => ['GET', `search?q=${wellFormed(text)}&suffixes=cn,com`, undefined] as const),
    inAddress.map((text) => ['GET', `search?q=tea&suffixes=${text}`, undefined] as const),
    oddText.map((text) => ['POST', 'search', { names: ['tea.cn', text] }] as const),
    oddText.map((text) => ['PUT', `list/${wellFormed(text)}`, { years: 1 }] as const),
    oddValue.map((years) => ['PUT', 'list/tea.cn', { years }] as const),
    oddText.map((text) => ['DELETE', `list/${wellFormed(text)}`, {}] as const),
    oddText.map((text) => ['GET', `domains?q=${wellFormed(text)}&suffix=cn`, undefined] as const),
    oddText.map((text) => ['GET', `domains?cursor=${wellFormed(text)}&sort=name`, undefined] as const),
    oddText.map((text) => ['GET', `domains?cursor=${Buffer.from(text).toString('base64url')}`, undefined] as const),
    oddValue.map(
      (value) =>
        ['GET', `domains?cursor=${Buffer.from(JSON.stringify(value)).toString('base64url')}`, undefined] as const,
    ),
    oddText.map((text) => ['GET', `domains/${wellFormed(text)}`, undefined] as const),
    oddText.map((text) => ['GET', `orders/${wellFormed(text)}`, undefined] as const),
    oddText.map((text) => ['GET', `catalog/suffixes?on=${wellFormed(text)}`, undefined] as const),
    oddText.map((text) => ['GET', `catalog/suffixes/${wellFormed(text)}`, undefined] as const),
    nearOrder.map((order) => ['POST', 'orders', order] as const),
    oddText.map((name) => ['POST', 'orders', { ...soundOrder, lines: [{ name, years: 1 }] }] as const),
    oddText.map((promoCode) => ['POST', 'orders', { ...soundOrder, promoCode }] as const),
  )
  .map(([method, target, content]) => ({
    method,
    target,
    headers: usualHeaders,
    body: content === undefined ? undefined : JSON.stringify(content),
    signedIn: true,
  }))

describe('odd requests', () => {
  it('are answered by a problem with a code, never by a failure of ours, and what is refused writes nothing', async () => {
    let before = await rowCounts()
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(fc.oneof(oddRequest, nearRequest), async (odd) => {
        const { status, type, text } = await send(odd)
        seen.set(`${status}`, (seen.get(`${status}`) ?? 0) + 1)
        expect(status, text).toBeLessThan(500)
        const after = await rowCounts()
        if (status >= 400) {
          expect(after).toEqual(before)
          if (odd.method !== 'HEAD') {
            expect(type).toMatch(/^application\/problem\+json/)
            const problem = JSON.parse(text) as Record<string, unknown>
            expect(problem).toMatchObject({
              status,
              code: expect.stringMatching(/^[a-z][\w.-]+$/),
              title: expect.any(String),
            })
          }
        }
        before = after
      }),
      { numRuns: Number(process.env.YUMING_FUZZ_RUNS ?? 400), interruptAfterTimeLimit: 100_000 },
    )
    // Half of them must come further than to a refusal of their method, or nothing was proven.
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['200', '404']))
    expect(await fetch(`${world.origin}/healthz`).then(({ status }) => status)).toBe(200)
  }, 120_000)
})
