import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'

interface Registration {
  readonly registration: { readonly identity: string; readonly statuses: readonly string[]; readonly front: string }
  readonly axes: readonly { readonly key: string; readonly state: { readonly en: string } }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-international-test-'))
const email = 'international@yuming.example'
const name = 'from-abroad-1.cn'
let world: World
let sandbox: SandboxControls
let client: ApiClient

beforeAll(async () => {
  world = await startCopiedWorld({
    folder,
    web: { limitFactor: 1_000 },
    env: { YUMING_LOG_LEVEL: 'warn' },
    configuration: {
      sites: [
        { id: 'intl', kind: 'international', host: '127.0.0.1' },
        { id: 'cn', kind: 'china', host: 'china.yuming.example' },
      ],
      verification: { before: 'never' },
    },
  })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, 'abroad@yuming.example', 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 100_000)
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a .cn name from the international site', () => {
  it('cannot be filed: its buyer is told before, and sent to the China site (S1-176)', async () => {
    const trial = await client.post<{ lines: { findings: { rule: string; severity: string }[] }[] }>('orders', {
      lines: [{ name, years: 1 }],
      holderType: 'organisation',
      termsAccepted: true,
      dryRun: true,
    })
    expect(trial.lines[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'FILING-FRONT-02', severity: 'advise', see: 'http://china.yuming.example' }),
    )
  })

  it('has to be verified soon as well, or it stops resolving (S1-81)', async () => {
    const templateId = await makeTemplate(client, sandbox, organisationTemplate(email))
    const { number, front } = await client.post<{ number: string; front: string }>('orders', {
      lines: [{ name, years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    await expect
      .poll(async () => (await client.get<{ state: string }>(`orders/${number}`)).state, { timeout: 20_000 })
      .toBe('succeeded')
    const shown = () => client.get<Registration>(`domains/${name}`)
    expect((await shown()).registration).toMatchObject({ identity: 'unverified', front: 'international' })
    expect(front).toBe('international')
    await sandbox.mail(email, (text) => text.includes(name) && text.includes('实名'))
    await turnClock(world, 5.2 * 86_400_000)
    await expect.poll(async () => (await shown()).registration.statuses, { timeout: 20_000 }).toContain('clientHold')
    expect(JSON.stringify(await sandbox.domain('cn', name))).toContain('clientHold')
  }, 60_000)

  it('stays one that cannot be filed, wherever its owner looks at it (S1-175)', async () => {
    const { orders } = await client.get<{ orders: { number: string }[] }>('orders')
    const { steps } = await client.get<{ steps: { key: string; state: string; findings: { rule: string }[] }[] }>(
      `orders/${orders[0]?.number}/next`,
    )
    const filing = steps.filter(({ key }) => key === 'filing')
    expect(filing).toMatchObject([{ state: 'closed', findings: [{ rule: 'FILING-FRONT-01' }] }])
    const { axes } = await client.get<Registration>(`domains/${name}`)
    expect(axes.find(({ key }) => key === 'filing')?.state.en).toBe('Cannot be filed')
  })

  it('is not sold again: the trial of an order says whose it is', async () => {
    const trial = await client.post<{ lines: { state: string; findings: { rule: string }[] }[] }>('orders', {
      lines: [{ name, years: 1 }],
      holderType: 'organisation',
      termsAccepted: true,
      dryRun: true,
    })
    const [line] = trial.lines
    expect([line?.state, line?.findings[0]?.rule]).toEqual(['invalid', 'NAME-HELD-01'])
  })
})
