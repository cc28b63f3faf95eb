import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runChaos } from './chaos.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-chaos-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('never lost, never twice', () => {
  it('ends every paid order registered once or refunded once, though the platform is killed a dozen times and answers are dropped (S0-23, S0-29, S0-30, S1-88, S1-89)', async () => {
    const verdict = await runChaos({ folder, kills: 12, seed: 7, say: () => {} })
    expect(verdict.faults).toEqual([])
    expect(verdict.kills).toBe(12)
    expect(verdict.registered).toBeGreaterThan(0)
  }, 180_000)
})
