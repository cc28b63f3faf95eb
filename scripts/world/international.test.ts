import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import { startWorld, type World } from './start-world.ts'
import { turnClock } from './turn-clock.ts'

interface Registration {
  readonly registration: { readonly identity: string; readonly statuses: readonly string[] }
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-international-test-'))
const email = 'international@yuming.example'
const name = 'from-abroad-1.cn'
let world: World
let sandbox: SandboxControls
let client: ApiClient

beforeAll(async () => {
  world = await startWorld({
    folder,
    web: { limitFactor: 1_000 },
    env: { YUMING_LOG_LEVEL: 'warn' },
    configuration: { site: 'international', verification: { before: 'never' } },
  })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, 'abroad@yuming.example', 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 100_000)
}, 60_000)
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a .cn name from the international site', () => {
  it('has to be verified soon as well, or it stops resolving (S1-81)', async () => {
    const templateId = await makeTemplate(client, sandbox, organisationTemplate(email))
    const { number } = await client.post<{ number: string }>('orders', {
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
    expect((await shown()).registration.identity).toBe('unverified')
    await sandbox.mail(email, (text) => text.includes(name) && text.includes('实名'))
    await turnClock(world, 5.2 * 86_400_000)
    await expect.poll(async () => (await shown()).registration.statuses, { timeout: 20_000 }).toContain('clientHold')
    expect(JSON.stringify(await sandbox.domain('cn', name))).toContain('clientHold')
  }, 60_000)
})
