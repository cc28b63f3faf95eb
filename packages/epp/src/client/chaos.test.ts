import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { domainCreate } from '../domain/create.ts'
import { namespaces } from '../namespaces.ts'
import { createEppServer } from '../server/epp-server.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { EppAnswerLost, EppNotSent, EppRefused } from './errors.ts'
import { EppPool } from './pool.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** The same numbers for the same seed, in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('a pool in the worst of weather', () => {
  it.each([1, 2, 3])(
    'gives every caller its own answer, or says honestly that there is none (lessons 1, 2, 3 and 7): seed %i',
    async (seed) => {
      const random = numbers(seed)
      const done = new Map<string, number>()
      let sv = 0
      let most = 0
      const epp = createEppServer({
        svID: 'test',
        greeting: { objects: [namespaces.domain], extensions: [] },
        login: () => (random() < 0.1 ? { ok: false, code: 2400 } : { ok: true }),
        handle({ command, request }) {
          if (random() < 0.02) epp.signOutAll()
          if (random() < 0.02) wire.cutAll()
          most = Math.max(most, epp.sessionCount())
          if (random() < 0.05) return { code: 2400 }
          if (command.verb === 'check') {
            const { names } = request as { names: string[] }
            return {
              code: 1000,
              data: domainCheck.response?.write({ results: names.map((name) => ({ name, available: true })) }),
            }
          }
          if (command.verb !== 'create') return { code: 1300 }
          const { name } = request as { name: string }
          done.set(name, (done.get(name) ?? 0) + 1)
          return { code: 1000, data: domainCreate.response?.write({ name, crDate: '2026-11-24T00:00:00Z' }) }
        },
        beforeAnswer: () => (random() < 0.05 ? 'drop' : random() < 0.1 ? { delayMs: 5 } : 'answer'),
        now: () => new Date(),
        svTRID: () => `sv-${++sv}`,
        limits: { sessionsPerClient: 4 },
      })
      const wire = await listenOn(epp.serve)
      const pool = new EppPool({
        connect: wire.connect,
        login: { clID: 'client', pw: 'a-Password-1' },
        max: 6,
        minWarm: 2,
        keepAliveMs: 60_000,
        queryTimeoutMs: 2_000,
        transformTimeoutMs: 2_000,
        now: () => performance.now(),
        random: () => 0,
      })
      ends.push(wire.close, epp.close, () => pool.close())

      const count = { answered: 0, refused: 0, notSent: 0, lost: 0 }
      const judge = async (name: string, creates: boolean) => {
        try {
          if (creates) {
            const request = { name, authInfo: { pw: 'x-Password-1' } }
            const answer = await pool.send(domainCreate, request, { clTRID: `create-${name}` })
            expect(answer.data?.name).toBe(name)
            expect(done.get(name)).toBe(1)
          } else {
            const answer = await pool.send(domainCheck, { names: [name] }, { clTRID: `check-${name}` })
            expect(answer.data?.results).toEqual([{ name, available: true }])
          }
          count.answered++
        } catch (error) {
          if (error instanceof EppRefused) {
            count.refused++
            expect(done.has(name)).toBe(false)
          } else if (error instanceof EppNotSent) {
            count.notSent++
            expect(done.has(name)).toBe(false)
          } else if (error instanceof EppAnswerLost) {
            count.lost++
            expect(done.get(name) ?? 0).toBeLessThanOrEqual(1)
          } else throw error
        }
      }
      for (let round = 0; round < 10; round++)
        await Promise.all(Array.from({ length: 30 }, (_, n) => judge(`n${round}-${n}.example`, n % 2 === 0)))

      expect(count.answered + count.refused + count.notSent + count.lost).toBe(300)
      expect(count.answered).toBeGreaterThan(150)
      expect(count.lost + count.notSent).toBeGreaterThan(0)
      expect(Math.max(0, ...done.values())).toBe(1)
      expect(most).toBeLessThanOrEqual(4)
      expect(pool.stats().waiting).toBe(0)
      await pool.close()
      expect(pool.stats().open).toBe(0)
      await expect.poll(() => wire.open()).toBe(0)
    },
  )
})
