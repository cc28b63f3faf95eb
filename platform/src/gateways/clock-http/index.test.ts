import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startSandbox } from '@yuming/sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockOverHttp } from './index.ts'

const data = mkdtempSync(path.join(tmpdir(), 'yuming-clock-http-test-'))
let sandbox: Awaited<ReturnType<typeof startSandbox>>
const { signal } = new AbortController()

beforeAll(async () => {
  sandbox = await startSandbox({ data })
})
afterAll(async () => {
  await sandbox.close()
  rmSync(data, { recursive: true, force: true })
})

describe('the clock of the sandbox, over HTTP', () => {
  it('keeps one who follows it waiting until somebody turns it, and does not go back', async () => {
    const clock = clockOverHttp(sandbox.world.clock)
    expect(await clock.offset(signal)).toBe(0)
    let told: number | undefined
    const waiting = clock.offset(signal, 0).then((offset) => {
      told = offset
    })
    expect(await clock.offset(signal)).toBe(0)
    expect(told).toBeUndefined()
    await fetch(sandbox.world.clock.address, { method: 'POST', body: new URLSearchParams({ byDays: '2' }) })
    await waiting
    expect(told).toBe(172_800_000)
    expect(await clock.advance(1_000)).toBe(172_801_000)
    expect(await clock.advanceTo(172_802_000)).toBe(172_802_000)
    await expect(clock.advanceTo(0)).rejects.toThrow('409')
    await expect(clock.advance(-1)).rejects.toThrow('400')
    expect(await clock.offset(signal)).toBe(172_802_000)
  })

  it('is given up when it is no longer wanted', async () => {
    const clock = clockOverHttp(sandbox.world.clock)
    const now = await clock.offset(signal)
    await expect(clock.offset(AbortSignal.timeout(50), now)).rejects.toThrow()
  })
})
