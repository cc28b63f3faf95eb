import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface Line {
  readonly name: string
  readonly premium: boolean
  readonly state: string
  readonly subtotalFen: number
  readonly findings: readonly { rule: string }[]
  readonly detail: { zh: string }
}
interface Order {
  readonly number: string
  readonly state: string
  readonly totalFen: number
  readonly refundedFen: number
  readonly lines: readonly Line[]
}
interface Row {
  readonly name: string
  readonly state: string
  readonly reason?: string
  readonly price?: { registerFen: number; renewFen: number | null; premium?: true }
  readonly findings: readonly { rule: string }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-premium-test-'))
let world: World
let sandbox: SandboxControls
let client: ApiClient
let templateId: string

beforeAll(async () => {
  world = await startCopiedWorld({
    folder,
    web: { limitFactor: 10_000 },
    env: { YUMING_LOG_LEVEL: 'warn' },
    configuration: { catalog: { premium: { marginPercent: 10 } } },
  })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, 'premium@yuming.example', 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 5_000_000)
  templateId = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate('premium@yuming.example'))
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const search = async (...names: string[]) => (await client.post<{ rows: Row[] }>('search', { names })).rows
const order = (name: string, years: number, more: object = {}) =>
  client.post<Order>('orders', {
    lines: [{ name, years }],
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
    ...more,
  })
const balance = async () => (await client.get<{ balanceFen: number }>('balance')).balanceFen
const registryBalance = async (id: string) =>
  ((await (await fetch(`${world.sandboxOrigin}/control/registries/${id}`)).json()) as { balanceFen: number }).balanceFen
const price = (name: string, createFen: number) =>
  sandbox.call('POST', 'registries/general/premium', { name, createFen })

async function paid(number: string): Promise<Order> {
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  const look = () => client.get<Order>(`orders/${number}`)
  await expect.poll(async () => (await look()).state, { timeout: 15_000 }).not.toMatch(/awaiting-payment|processing/)
  return look()
}

describe('premium names', () => {
  it('are found, quoted, ordered and registered at their own price, never at that of the suffix', async () => {
    const [premium, usual] = await search('chashan.xyz', 'chashan-2026.xyz')
    expect(premium).toMatchObject({ state: 'free', price: { registerFen: 968_000, premium: true } })
    expect(usual?.state).toBe('free')
    expect(usual?.price?.registerFen).toBeLessThan(100_000)
    expect(usual?.price).not.toHaveProperty('premium')

    // The list shows it before the order is confirmed.
    for (const name of ['chashan.xyz', 'chashan-2026.xyz']) await client.put(`list/${name}`, { years: 1 })
    const list = await client.get<{ items: Row[]; firstYearFen: number }>('list')
    expect(list.items.map((item) => item.price)).toMatchObject([
      { registerFen: 968_000, premium: true },
      { registerFen: usual?.price?.registerFen },
    ])
    expect(list.firstYearFen).toBe(968_000 + (usual?.price?.registerFen ?? 0))

    // ¥8,800 and a further year at ¥75 at the registry, and a tenth on top.
    const trial = await order('chashan.xyz', 2, { dryRun: true })
    expect(trial.lines).toMatchObject([{ premium: true, state: 'ok', subtotalFen: 976_300 }])
    const placed = await order('chashan.xyz', 2, { expectedTotalFen: 976_300 })
    const before = [await balance(), await registryBalance('general')] as const
    const done = await paid(placed.number)
    expect(done).toMatchObject({ state: 'succeeded', totalFen: 976_300, lines: [{ premium: true }] })
    expect(await balance()).toBe(before[0] - 976_300)
    expect(await registryBalance('general')).toBe(before[1] - 887_500)
  })

  it('are given back in full when the registry raises the price, and no create is sent', async () => {
    await price('raised-1.xyz', 100_000)
    const { number, totalFen } = await order('raised-1.xyz', 1)
    expect(totalFen).toBe(110_000)
    await price('raised-1.xyz', 100_001)
    const before = [await balance(), await registryBalance('general')] as const
    // A create would be done and then cut, and be found by the reconciler.
    await sandbox.fault('general', { kind: 'commit-then-drop', verb: 'domain:create', times: 1 })
    const ended = await paid(number)
    expect(ended).toMatchObject({ state: 'failed', refundedFen: 110_000 })
    expect(ended.lines).toMatchObject([{ state: 'refunded', findings: [{ rule: 'NAME-PREMIUM-02' }] }])
    expect([await balance(), await registryBalance('general')]).toEqual(before)
    const { faults } = await sandbox.call<{ faults: { met: number }[] }>('GET', 'registries/general')
    expect(faults).toMatchObject([{ met: 0 }])
    await sandbox.clearFaults('general')
    expect(await sandbox.domain('general', 'raised-1.xyz')).toBeUndefined()
    // It is told as what it is, with both prices, and not as a name that somebody else took.
    expect(ended.lines[0]?.detail.zh).toBe(
      '注册局提高了这个溢价域名的价：下单时1000.00 CNY，现在1000.01 CNY；¥1100.00 已退回账户余额',
    )
    const mail = await sandbox.mail('premium@yuming.example', (text) => text.includes('没有按新价注册'))
    expect(mail).toContain('raised-1.xyz')
  })

  it('cost the registry what it asks on the day, when that is less', async () => {
    await price('lowered-1.xyz', 100_000)
    const { number } = await order('lowered-1.xyz', 1)
    await price('lowered-1.xyz', 90_000)
    const before = await registryBalance('general')
    expect((await paid(number)).state).toBe('succeeded')
    expect(await registryBalance('general')).toBe(before - 90_000)
  })

  it('that turn premium after they were ordered are refused by the registry, and the money is back', async () => {
    const { number, totalFen } = await order('turned-1.xyz', 1)
    await price('turned-1.xyz', 500_000)
    const before = await balance()
    expect(await paid(number)).toMatchObject({ state: 'failed', refundedFen: totalFen })
    expect(await balance()).toBe(before)
  })

  it('whose renewals have a price of their own are not sold, and say so', async () => {
    const [row] = await search('jinyu.xyz')
    expect([row?.state, row?.findings[0]?.rule, row?.price]).toEqual(['refused', 'NAME-PREMIUM-01', undefined])
    const trial = await order('jinyu.xyz', 1, { dryRun: true })
    const [line] = trial.lines
    expect([trial.totalFen, line?.state, line?.findings[0]?.rule]).toEqual([0, 'invalid', 'NAME-PREMIUM-01'])
    await expect(order('jinyu.xyz', 1)).rejects.toMatchObject({ status: 422 })
  })
})

describe('whole names asked for at once', () => {
  it('say what is reserved, and what is taken, in the words of the registry', async () => {
    const [reserved, taken] = await search('whois.xyz', 'shop.xyz')
    expect(reserved).toMatchObject({ state: 'reserved', reason: 'reserved' })
    expect(taken).toMatchObject({ state: 'taken', reason: 'In use' })
  })
})

describe('a Chinese name under .com', () => {
  it('is registered: its language travels with the create', async () => {
    const { number } = await order('山月茶二零二六.com', 1)
    expect((await paid(number)).state).toBe('succeeded')
  })
})
