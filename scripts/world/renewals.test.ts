import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface Order {
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly totalFen: number
  readonly lines: readonly { readonly state: string; readonly ascii: string; readonly expiresOn: string | null }[]
}
interface Trial {
  readonly lines: readonly {
    readonly ascii: string
    readonly state: string
    readonly subtotalFen: number
    readonly newExpiry: string | null
    readonly findings: readonly { readonly rule: string }[]
  }[]
  readonly totalFen: number
}
interface Row {
  readonly ascii: string
  readonly expiresOn: string
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-renewals-test-'))
const password = 'a-long-enough-Password-1'
let world: World
let sandbox: SandboxControls
let owner: ApiClient
let other: ApiClient

async function ended(client: ApiClient, number: string): Promise<Order> {
  for (let tries = 0; tries < 150; tries++) {
    const order = await client.get<Order>(`orders/${number}`)
    if (!/awaiting-payment|processing/.test(order.state)) return order
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`order ${number} did not end within fifteen seconds`)
}

async function register(client: ApiClient, names: readonly string[], email: string): Promise<string> {
  const templateId = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
  const { number } = await client.post<Order>('orders', {
    lines: names.map((name) => ({ name, years: 1 })),
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  expect((await ended(client, number)).state).toBe('succeeded')
  return number
}

const matching = (client: ApiClient, filter = '') =>
  client.get<{ items: Row[]; more: boolean }>(`domains/matching${filter}`)
const lineOf = ({ ascii, expiresOn }: Row, years = 1) => ({ name: ascii, years, expectedExpiry: expiresOn })
const orderCount = async (client: ApiClient) => (await client.get<{ orders: Order[] }>('orders')).orders.length

let order: string
beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  owner = await signUp(world.origin, 'many@yuming.example', password, '山月茶业')
  other = await signUp(world.origin, 'another@yuming.example', password, '青梧文化')
  await topUp(owner, sandbox, 5_000_000)
  await topUp(other, sandbox, 5_000_000)
  order = await register(owner, ['many-1.cn', 'many-2.cn', 'many-3.com'], 'many@yuming.example')
  await register(other, ['theirs-1.cn'], 'another@yuming.example')
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('after a registration', () => {
  it('says what comes next: the filing with its rule and first day, then automatic renewal; to nobody else (S1-93)', async () => {
    const { steps } = await owner.get<{
      steps: { key: string; state: string; earliest: string | null; findings: { rule: string }[] }[]
    }>(`orders/${order}/next`)
    expect(steps.map(({ key, state }) => `${key} ${state}`)).toEqual(['filing waits', 'auto-renew now'])
    expect(steps[0]?.earliest).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(steps[0]?.findings.map(({ rule }) => rule)).toEqual(['FILING-NEEDED-01', 'DUE-BUREAU'])
    await expect(other.get(`orders/${order}/next`)).rejects.toMatchObject({ status: 404 })
  })
})

describe('renewing many names', () => {
  it('prices every row and says what stands against each, and writes nothing', async () => {
    const { items } = await matching(owner)
    const before = await orderCount(owner)
    const trial = await owner.post<Trial>('renewals', {
      lines: [...items.map((row) => lineOf(row)), lineOf({ ascii: 'theirs-1.cn', expiresOn: '2027-11-24' })],
      dryRun: true,
    })
    expect(trial.lines.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'invalid'])
    expect(trial.lines[3]?.findings.map(({ rule }) => rule)).toEqual(['RENEW-OWN-01'])
    expect(trial.totalFen).toBe(trial.lines.reduce((sum, { subtotalFen }) => sum + subtotalFen, 0))
    expect(await orderCount(owner)).toBe(before)
  })

  it('makes no order when one row is refused, when the sum has changed, or for another account’s names', async () => {
    const { items } = await matching(owner)
    const before = await orderCount(owner)
    const lines = items.map((row) => lineOf(row))
    const foreign = lineOf({ ascii: 'theirs-1.cn', expiresOn: '2027-11-24' })
    await expect(owner.post('renewals', { lines: [...lines, foreign] })).rejects.toMatchObject({
      status: 422,
      code: 'domain.renewal-refused',
    })
    await expect(owner.post('renewals', { lines, expectedTotalFen: 1 })).rejects.toMatchObject({
      code: 'order.price-changed',
    })
    await expect(owner.post('renewals', { lines: [foreign] })).rejects.toMatchObject({ status: 404 })
    await expect(owner.post('renewals', { lines: [] })).rejects.toMatchObject({ status: 400 })
    await expect(new ApiClient(world.origin).post('renewals', { lines })).rejects.toMatchObject({ status: 401 })
    expect(await orderCount(owner)).toBe(before)
  })

  it('is one order of many lines, each moved by its own years at the registry, and told by mail', async () => {
    const { items } = await matching(owner)
    const lines = items.map((row, at) => lineOf(row, at + 1))
    const trial = await owner.post<Trial>('renewals', { lines, dryRun: true })
    const placed = await owner.post<Order>('renewals', { lines, expectedTotalFen: trial.totalFen })
    expect(placed).toMatchObject({ kind: 'renew', state: 'awaiting-payment', totalFen: trial.totalFen })
    await owner.post(`orders/${placed.number}/pay`, { method: 'balance' })
    const done = await ended(owner, placed.number)
    expect(done.state).toBe('succeeded')
    expect(done.lines.map(({ expiresOn }) => expiresOn)).toEqual(trial.lines.map(({ newExpiry }) => newExpiry))
    expect((await matching(owner)).items.map(({ expiresOn }) => expiresOn).toSorted()).toEqual(
      trial.lines.map(({ newExpiry }) => newExpiry).toSorted(),
    )
    await sandbox.mail('many@yuming.example', (text) => /已续费|renewed/.test(text))
    // The days have moved: the same request again renews nothing.
    await expect(owner.post('renewals', { lines })).rejects.toMatchObject({ code: 'domain.renewal-refused' })
  })
})

describe('all matching names', () => {
  it('are the account’s own, by filter, to choose from and as a file', async () => {
    expect((await matching(owner, '?q=many')).items).toHaveLength(3)
    expect((await matching(owner, '?suffix=com')).items.map(({ ascii }) => ascii)).toEqual(['many-3.com'])
    expect(await matching(owner, '?q=theirs')).toEqual({ items: [], more: false })
    const answer = await owner.raw('GET', 'domains/export?suffix=cn&sort=name', undefined, { 'accept-language': 'zh' })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="yuming-domains-[\d-]+\.csv"/)
    const rows = (await answer.text()).trim().split('\r\n')
    expect(rows[0]).toMatch(/"域名","ASCII","服务状态","下一步","到期日","自动续费"$/)
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['"many-1.cn"', '"many-2.cn"'])
    expect((await new ApiClient(world.origin).raw('GET', 'domains/export')).status).toBe(401)
  })
})

describe('the record of a taken name', () => {
  it('tells its registrar, days and statuses as the registry does, and nothing of its holder', async () => {
    await sandbox.grab('cn', 'grabbed-record.cn')
    const visitor = new ApiClient(world.origin)
    const record = await visitor.get<Record<string, unknown>>('search/grabbed-record.cn/record')
    expect(record).toMatchObject({ name: 'grabbed-record.cn', ours: false, form: null })
    expect(Object.keys(record).toSorted()).toEqual(
      ['ascii', 'askedAt', 'form', 'name', 'ours', 'registrar', 'since', 'statuses', 'until'].toSorted(),
    )
    expect(record.since).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(String(record.until) > String(record.since)).toBe(true)
    expect(await visitor.get('search/many-1.cn/record')).toMatchObject({ ours: true })
    await expect(visitor.get('search/nobody-has-this.cn/record')).rejects.toMatchObject({ status: 404 })
    await expect(visitor.get('search/nobody.nosuchsuffix/record')).rejects.toMatchObject({ status: 404 })
  })
})
