import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { labelKeyOf } from '@yuming/names'
import { rebuildIndex } from '@yuming/taken'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface Row {
  readonly state: string
  readonly confirmed?: false
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-taken-test-'))
let world: World
let sandbox: SandboxControls

async function* labels(names: readonly string[]) {
  yield names
}

beforeAll(async () => {
  const index = { folder: path.join(folder, 'platform', 'taken'), day: '2026-11-20', key: labelKeyOf('com'), seed: 7 }
  // The zone has a name that the registry no longer holds, and a Chinese name in traditional characters.
  await rebuildIndex({ ...index, suffix: 'com', source: labels(['gone-since-1', 'rival-1']) })
  await rebuildIndex({ ...index, suffix: 'xn--fiqs8s', source: labels(['xn--2-fw8cq51cbpj']) })
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'warn' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Every row of a search in the order in which it came. */
async function rows(word: string, suffix: string): Promise<Row[]> {
  const found: Row[] = []
  await new ApiClient(world.origin).events(
    `search?q=${encodeURIComponent(word)}&suffixes=${encodeURIComponent(suffix)}`,
    (event, data) => {
      if (event === 'row') found.push(data as Row)
      return event === 'done'
    },
  )
  return found
}

describe('a search with an index of taken names', () => {
  it('shows what the index has at once, and the registry confirms it (S1-26)', async () => {
    await sandbox.grab('thin', 'rival-1.com')
    expect(await rows('rival-1', 'com')).toMatchObject([{ state: 'taken', confirmed: false }, { state: 'taken' }])
  })

  it('costs nobody a name when the index is wrong (S1-27)', async () => {
    const [first, last] = await rows('gone-since-1', 'com')
    expect(first).toMatchObject({ state: 'taken', confirmed: false })
    expect(last).toMatchObject({ state: 'free' })
    expect(last).not.toHaveProperty('confirmed')
  })

  it('finds a Chinese name in whatever form it is written (S1-30)', async () => {
    const [first] = await rows('龙门2茶', '中国')
    expect(first).toMatchObject({ state: 'taken', confirmed: false })
  })

  it('asks about a name that it does not have', async () => {
    expect(await rows('never-seen-1', 'com')).toMatchObject([{ state: 'free' }])
  })

  it('knows of our own registrations as soon as they are made', async () => {
    const client = await signUp(world.origin, 'taken@yuming.example', 'a-long-enough-Password-1', '山月茶业')
    await topUp(client, sandbox, 100_000)
    const templateId = await makeVerifiedTemplate(
      world,
      { client, sandbox },
      organisationTemplate('taken@yuming.example'),
    )
    const lines = [{ name: 'ours-now-1.com', years: 1 }]
    const order = await client.post<{ number: string }>('orders', {
      lines,
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
    await client.post(`orders/${order.number}/pay`, { method: 'balance' })
    await expect
      .poll(async () => (await client.get<{ state: string }>(`orders/${order.number}`)).state, { timeout: 15_000 })
      .toBe('succeeded')
    // Known without a question: the first row is final.
    const [first] = await rows('ours-now-1', 'com')
    expect(first).toMatchObject({ state: 'taken' })
    expect(first).not.toHaveProperty('confirmed')
  })
})
