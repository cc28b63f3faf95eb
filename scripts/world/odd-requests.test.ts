import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCopiedWorld } from './copied-world.ts'
import { nearRequest, type OddRequest, oddRequest } from './odd-requests/odd-request.ts'
import { organisationTemplate, signUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

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
  world = await startCopiedWorld({ folder, web: { limitFactor: 100_000 }, env: { YUMING_LOG_LEVEL: 'error' } })
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
