import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { makeOperator } from './operator.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface Order {
  readonly number: string
  readonly state: string
}
interface Shown {
  readonly items: readonly {
    readonly ascii: string
    readonly expiresOn: string
    readonly serviceState: { readonly key: string; readonly title: { readonly zh: string } }
  }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-clock-test-'))
const password = 'a-long-enough-Password-1'
const day = 86_400_000
let world: World
let client: ApiClient
let sandbox: SandboxControls

const start = async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 1_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
}
beforeAll(async () => {
  await start()
  client = await signUp(world.origin, 'clock@yuming.example', password, '山月茶业')
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The two sides' instants may differ by the time it takes to ask them, and no more. */
async function times() {
  const { clock } = await client.get<{ clock: { now: string; today: string; page: string } }>('session')
  const outside = await sandbox.call<{ now: string }>('GET', 'clock')
  return { ...clock, apartMs: Math.abs(Date.parse(outside.now) - Date.parse(clock.now)) }
}
const aheadDays = async () => (Date.parse((await times()).now) - Date.now()) / day

describe('the one clock of the world', () => {
  it('is turned once for the platform and everybody outside: a name registered afterwards has its whole year', async () => {
    await turnClock(world, 399 * day)
    expect(await aheadDays()).toBeCloseTo(399, 2)
    const { today, apartMs, page } = await times()
    expect(apartMs).toBeLessThan(5_000)
    expect(page).toBe(`${world.sandboxOrigin}/#clock`)
    expect(await (await fetch(world.sandboxOrigin)).text()).toContain(`<section id="clock">`)
    await topUp(client, sandbox, 100_000)
    const templateId = await makeVerifiedTemplate(
      world,
      { client, sandbox },
      organisationTemplate('holder-after@yuming.example'),
    )
    const { number } = await client.post<Order>('orders', {
      lines: [{ name: 'one-clock-1.xyz', years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    await expect
      .poll(async () => (await client.get<Order>(`orders/${number}`)).state, { timeout: 20_000 })
      .toBe('succeeded')
    const shown = (await client.get<Shown>('domains')).items[0]
    expect(shown?.serviceState.title.zh).toBe('正常')
    expect(shown?.expiresOn).toBe(`${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)
    const held = (await sandbox.domain('general', 'one-clock-1.xyz')) as { exDate: string }
    expect(Date.parse(held.exDate) - Date.parse((await times()).now)).toBeGreaterThan(364 * day)
  })

  it('may be turned through the platform by an admin, for everybody, and by no customer', async () => {
    const before = await aheadDays()
    for (const who of [client, new ApiClient(world.origin)])
      await expect(who.post('clock', { advanceMs: day })).rejects.toThrow(/answered (401|403|404)/)
    await signUp(world.origin, 'turner@yuming.example', password, '拨钟的人')
    makeOperator(folder, 'turner@yuming.example', 'admin')
    const admin = new ApiClient(world.origin)
    await admin.post('auth/sign-in', { email: 'turner@yuming.example', password })
    for (const wrong of [0, -day, 401 * day, 0.5])
      await expect(admin.post('clock', { advanceMs: wrong })).rejects.toThrow('answered 400')
    await admin.post('clock', { advanceMs: day })
    expect((await aheadDays()) - before).toBeCloseTo(1, 2)
    expect((await times()).apartMs).toBeLessThan(5_000)
  })

  it('does not go back, and is the same after both sides were started again', async () => {
    await expect(sandbox.call('POST', 'clock', { offsetMs: 0 })).rejects.toThrow('409')
    const before = await aheadDays()
    await world.stop()
    await start()
    client = new ApiClient(world.origin)
    expect(await aheadDays()).toBeCloseTo(before, 2)
    expect((await times()).apartMs).toBeLessThan(5_000)
  }, 60_000)
})
