import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { decideReview, makeReviewer, makeVerifiedTemplate, submitTemplate } from './verified.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-provider-faults-test-'))
const email = 'provider-faults@yuming.example'
let world: World
let sandbox: SandboxControls
let client: ApiClient
let verified: string

beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
  client = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 1_000_000)
  verified = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  await sandbox.call('DELETE', 'verification/faults')
  await sandbox.call('DELETE', 'verification/scripts')
})

const fault = (kind: string, times: number, more: object = {}) =>
  sandbox.call('POST', 'verification/faults', { kind, verb: 'nv:create', times, ...more })
const open = async () => (await sandbox.call<{ faults: unknown[] }>('GET', 'verification')).faults.length
const logged = () => readFileSync(path.join(folder, 'platform.log'), 'utf8')

async function buy(name: string, beforePaying: () => Promise<unknown> = async () => undefined) {
  const { number } = await client.post<{ number: string }>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId: verified,
    termsAccepted: true,
  })
  await beforePaying()
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  const look = () =>
    client.get<{ state: string; refundedFen: number; lines: { findings: unknown[] }[] }>(`orders/${number}`)
  await expect.poll(async () => (await look()).state, { timeout: 30_000 }).not.toMatch(/awaiting-payment|processing/)
  return look()
}

describe('a provider that is out of order refuses nobody', () => {
  it('a label is asked again until it answers, and an operator can see it in the log', {
    timeout: 60_000,
  }, async () => {
    await fault('command-failed', 1)
    await fault('session-limit', 1)
    await fault('commit-then-drop', 1)
    await fault('delay', 1, { delayMs: 200 })
    expect(await buy('out-of-order-1.com')).toMatchObject({ state: 'succeeded', refundedFen: 0 })
    expect(await open()).toBe(0)
    expect(logged()).toMatch(/"level":50.*"code":2400.*the verification provider is out of order/)
  })

  it('a holder stays in review, and is verified when it answers', { timeout: 60_000 }, async () => {
    const reviewer = await makeReviewer(world.origin, folder, 'reviewer-faults@yuming.example')
    const template = await makeTemplate(client, sandbox, {
      ...organisationTemplate(email),
      name: { zh: '杭州云海茶业有限公司', en: 'Hangzhou Yunhai Tea Co., Ltd.' },
      default: false,
    })
    await fault('command-failed', 2)
    await decideReview(reviewer, await submitTemplate(client, template))
    const identity = async () => (await client.get<{ identity: string }>(`templates/${template}`)).identity
    await expect.poll(open, { timeout: 20_000 }).toBe(0)
    expect(await identity()).toBe('reviewing')
    await expect.poll(identity, { timeout: 20_000 }).toBe('verified')
  })

  it('and what it really refuses stays refused, with the money back', { timeout: 60_000 }, async () => {
    // What the provider refuses before the order is placed is not sold at all; this one changes its mind after that.
    const refuse = () =>
      sandbox.call('POST', 'verification/scripts', { kind: 'dnv', pattern: 'refused-1', decision: 'refuse' })
    expect((await buy('refused-1.com', refuse)).refundedFen).toBeGreaterThan(0)
  })
})
