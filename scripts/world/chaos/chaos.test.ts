import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runChaos } from './chaos.ts'
import { mostDangerous } from './kill-points.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-chaos-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('never lost, never twice', () => {
  it('ends every paid order registered, renewed or refunded once, though the platform is killed around the wire a dozen times and answers are lost (S0-23, S0-29, S0-30, S1-88, S1-89)', async () => {
    const verdict = await runChaos({ folder, kills: mostDangerous.length, seed: 7, say: () => {} })
    expect(verdict.faults).toEqual([])
    expect(Object.keys(verdict.killedAt).sort()).toEqual([...mostDangerous].sort())
    for (const verb of ['create', 'renew', 'refund']) expect(verdict.lostAnswers[verb], verb).toBeGreaterThan(0)
    expect(verdict.registered).toBeGreaterThan(0)
    expect(verdict.renewed).toBeGreaterThan(0)
    expect(verdict.refundedByChannel).toBeGreaterThan(0)
  }, 400_000)
})
