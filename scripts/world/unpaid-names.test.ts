import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface Shown {
  readonly serviceState: {
    readonly key: string
    readonly title: { readonly zh: string }
    readonly next: { zh: string }
  }
  readonly closed: readonly { readonly operations: readonly string[]; readonly finding: { readonly rule: string } }[]
  readonly life: { readonly expires: string; readonly registryExpires: string | null }
}
interface Order {
  readonly number: string
  readonly state: string
  readonly totalFen: number
}
interface Held {
  readonly exDate: string
  readonly phase: string
  readonly statuses: readonly string[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-unpaid-test-'))
const email = 'unpaid@yuming.example'
const password = 'a-long-enough-Password-1'
const day = 86_400_000
const [lost, paid, killed] = ['unpaid-lost.com', 'unpaid-paid.com', 'unpaid-killed.com']
const all = [lost, paid, killed]
const quiet = { YUMING_LOG_LEVEL: 'warn' }
const waiting = { timeout: 30_000, interval: 100 }
let world: World
let sandbox: SandboxControls
let client: ApiClient
/** The instant at which all of them end. */
let end: number

/** Days after the end, China time. */
const dayAfter = (days: number) => new Date(end + days * day + 8 * 3_600_000).toISOString().slice(0, 10)
const page = (name: string) => client.get<Shown>(`domains/${name}`)
const held = async (name: string) => (await sandbox.domain('thin', name)) as Held | undefined
const balance = async () => (await client.get<{ balanceFen: number }>('balance')).balanceFen
const registrysBalance = async () => (await sandbox.call<{ balanceFen: number }>('GET', 'registries/thin')).balanceFen
async function ask<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
  try {
    return (await db.query<T>(sql, [...values])).rows
  } finally {
    await db.end()
  }
}
const told = async (name: string) =>
  (await ask<{ kind: string }>('select kind from message where subject = $1 order by created_at', [name])).map(
    ({ kind }) => kind,
  )
/** Turns the clock to so many days after the end, and signs in anew: no session lasts a year. */
async function turnTo(days: number, { anew = false } = {}): Promise<void> {
  const { now } = await sandbox.call<{ now: string }>('GET', 'clock')
  await turnClock(world, end + days * day - Date.parse(now))
  // Reminders are looked for once a minute, and at the start.
  if (anew) await world.restartPlatform(quiet)
  client = new ApiClient(world.origin)
  await client.post('auth/sign-in', { email, password })
}

beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: quiet })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, email, password, '山月茶业')
  await topUp(client, sandbox, 5_000_000)
  const templateId = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
  const { number } = await client.post<Order>('orders', {
    lines: all.map((name) => ({ name, years: 1 })),
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  for (let tries = 0; tries < 300; tries++, await delay(100))
    if ((await client.get<Order>(`orders/${number}`)).state === 'succeeded') break
  end = Math.max(...(await Promise.all(all.map(async (name) => Date.parse(String((await held(name))?.exDate))))))
}, 180_000)
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('names that their registry renews by itself and that their owner does not pay for', () => {
  let before = { ours: 0, registrys: 0, renewFen: 0 }

  it('are told of a month before, a week before and after the end, with the days on which they stop and go (ERRP 2.1)', async () => {
    before = { ours: await balance(), registrys: await registrysBalance(), renewFen: 0 }
    await turnTo(-29, { anew: true })
    await expect.poll(() => told(lost), waiting).toEqual(['domain.expires-soon'])
    await turnTo(-6, { anew: true })
    await expect.poll(() => told(lost), waiting).toEqual(['domain.expires-soon', 'domain.expires-soon'])
    await turnTo(0.1)
    for (const name of all)
      await expect.poll(async () => Date.parse(String((await held(name))?.exDate)), waiting).toBeGreaterThan(end)
    const added = async () =>
      (await ask('select 1 from domain where registry_expires_at is not null and ascii = any($1)', [all])).length
    await expect.poll(added, waiting).toBe(3)
    await turnTo(2, { anew: true })
    const mail = await sandbox.mail(email, (text) => text.includes(lost) && text.includes(dayAfter(30)))
    expect(mail).toContain(dayAfter(20))
    const { serviceState, life } = await page(lost)
    const aYearOn = `${Number(dayAfter(0).slice(0, 4)) + 1}${dayAfter(0).slice(4)}`
    expect(life).toMatchObject({ expires: dayAfter(0), registryExpires: aYearOn })
    expect(serviceState).toMatchObject({ key: 'expired', title: { zh: '已过期，可续费' } })
    expect(serviceState.next.zh).toBe(`过期 2 天，轮到你：${dayAfter(20)}起停止解析，${dayAfter(30)}删除，之后要赎回`)
    expect((await held(lost))?.statuses).not.toContain('clientHold')
    before = { ...before, renewFen: (before.registrys - (await registrysBalance())) / 3 }
    expect(before.renewFen).toBeGreaterThan(0)
  }, 120_000)

  it('do not resolve in the last ten days in which they can be renewed (ERRP 2.2), and their owner is told so', async () => {
    await turnTo(20.1)
    for (const name of all) await expect.poll(async () => (await held(name))?.statuses, waiting).toContain('clientHold')
    expect((await told(lost)).at(-1)).toBe('domain.unpaid-held')
    await sandbox.mail(email, (text) => text.includes(`${lost} 已于`) && text.includes('已停止解析'))
    await expect
      .poll(async () => (await page(lost)).serviceState, waiting)
      .toMatchObject({
        key: 'expired',
        title: { zh: '已停止解析，可续费' },
        next: { zh: `轮到你：${dayAfter(30)}前续费，随即恢复解析；到那天删除，之后要赎回` },
      })
  }, 120_000)

  it('resolve again as soon as they are renewed, and the year is paid for once', async () => {
    await turnTo(29)
    const { number, totalFen } = await client.post<Order>(`domains/${paid}/renew`, {
      years: 1,
      expectedExpiry: (await page(paid)).life.expires,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    await expect.poll(async () => (await client.get<Order>(`orders/${number}`)).state, waiting).toBe('succeeded')
    await expect.poll(async () => (await held(paid))?.statuses, waiting).not.toContain('clientHold')
    await expect.poll(async () => (await page(paid)).serviceState.key, waiting).toBe('normal')
    expect((await told(paid)).at(-1)).toBe('domain.hold-lifted')
    expect((await page(paid)).life.registryExpires).toBeNull()
    expect(await balance()).toBe(before.ours - totalFen)
    // The registry has had its money for this year since the end.
    expect(await registrysBalance()).toBe(before.registrys - 3 * before.renewFen)
  }, 120_000)

  it('are deleted within the grace, once, though an answer is lost and the platform is killed: the registry gives the years back', async () => {
    await sandbox.fault('thin', { kind: 'commit-then-drop', verb: 'domain:delete', times: 1 })
    await world.restartPlatform({ ...quiet, YUMING_KILL_AT: 'DOMAIN_UNPAID:delete:sent' })
    const ended = world.platform.ended
    await turnTo(30.1).catch(() => {})
    await ended
    await world.restartPlatform(quiet)
    await turnTo(30.2)
    for (const name of [lost, killed])
      await expect.poll(async () => (await held(name))?.phase, waiting).toBe('redemption')
    for (const name of [lost, killed])
      await expect.poll(async () => (await told(name)).at(-1), waiting).toBe('domain.unpaid-deleted')
    expect((await held(paid))?.phase).toBe('active')
    expect(await registrysBalance()).toBe(before.registrys - before.renewFen)
    await expect.poll(async () => (await page(lost)).serviceState.key, waiting).toBe('redemption')
    const { closed } = await page(lost)
    expect(closed.find(({ finding }) => finding.rule === 'STATUS-DELETED-01')?.operations).toContain('renew')
    const expectedExpiry = (await page(lost)).life.expires
    await expect(client.post(`domains/${lost}/renew`, { years: 1, expectedExpiry })).rejects.toMatchObject({
      body: { findings: [{ rule: 'STATUS-DELETED-01' }] },
    })
  }, 120_000)

  it('leave the page of their owner when the registry lets them go', async () => {
    await turnTo(67)
    await expect.poll(() => held(lost), waiting).toBeUndefined()
    await turnTo(69)
    const ours = async () =>
      (await client.get<{ items: { ascii: string }[] }>('domains')).items.map(({ ascii }) => ascii)
    await expect.poll(ours, waiting).toEqual([paid])
    expect(await registrysBalance()).toBe(before.registrys - before.renewFen)
  }, 120_000)
})
