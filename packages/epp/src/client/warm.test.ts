import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { namespaces } from '../namespaces.ts'
import { createEppServer } from '../server/epp-server.ts'
import type { LoginVerdict } from '../server/options.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { EppNotSent } from './errors.ts'
import { EppPool } from './pool.ts'
import type { PoolOptions } from './pool-options.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function registry(options: Partial<PoolOptions> = {}) {
  let sv = 0
  const frames: string[] = []
  const state = {
    logins: 0,
    loggingIn: 0,
    mostAtOnce: 0,
    verdict: { ok: true } as LoginVerdict,
    takes: true,
    keeps: true,
  }
  const epp = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [] },
    async login() {
      state.logins++
      state.mostAtOnce = Math.max(state.mostAtOnce, ++state.loggingIn)
      await new Promise((resolve) => setImmediate(resolve))
      state.loggingIn--
      return state.verdict
    },
    handle: () => ({ code: 1000, data: domainCheck.response?.write({ results: [] }) }),
    beforeAnswer: () => (state.keeps ? 'answer' : 'drop'),
    now: () => new Date(),
    svTRID: () => `sv-${++sv}`,
    limits: { sessionsPerClient: 3 },
    onFrame: (direction, xml) => direction === 'in' && frames.push(xml),
  })
  const wire = await listenOn((socket) => (state.takes ? epp.serve(socket) : socket.destroy()))
  const clock = { now: 0 }
  const pool = new EppPool({
    connect: wire.connect,
    login: { clID: 'client', pw: 'a-Password-1' },
    max: 3,
    minWarm: 3,
    keepAliveMs: 60_000,
    queryTimeoutMs: 2_000,
    transformTimeoutMs: 2_000,
    now: () => clock.now,
    random: () => 0,
    ...options,
  })
  ends.push(wire.close, epp.close, () => pool.close())
  const send = () => pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })
  const logouts = () => frames.filter((xml) => xml.includes('<logout')).length
  return { pool, send, wire, state, clock, logouts }
}

describe('lesson 5: the warm minimum', () => {
  it('is refilled in the background after the registry cut every session, one login at a time', async () => {
    const { pool, wire, state } = await registry()
    await pool.warm()
    expect(pool.stats()).toMatchObject({ open: 3, idle: 3 })
    state.mostAtOnce = 0
    expect(wire.cutAll()).toBe(3)
    await expect.poll(() => wire.accepted(), { timeout: 3_000 }).toBe(6)
    await expect.poll(() => pool.stats().idle, { timeout: 3_000 }).toBe(3)
    expect(state.mostAtOnce).toBe(1)
  })

  it('comes back by itself after a registry was down, without a command from anybody', async () => {
    const { pool, wire, state } = await registry()
    await pool.warm()
    state.takes = false
    wire.cutAll()
    await expect.poll(() => wire.accepted(), { timeout: 3_000 }).toBeGreaterThan(5)
    expect(pool.stats().open).toBeLessThanOrEqual(1)
    state.takes = true
    await expect.poll(() => pool.stats().idle, { timeout: 5_000 }).toBe(3)
  })

  it('is opened later when the registry was down at the start', async () => {
    const { pool, state } = await registry()
    state.takes = false
    await expect(pool.warm()).rejects.toBeInstanceOf(EppNotSent)
    state.takes = true
    await expect.poll(() => pool.stats().idle, { timeout: 5_000 }).toBe(3)
  })

  it('is not pursued against a refused login, which could lock the account', async () => {
    const { pool, send, wire, state } = await registry()
    await pool.warm()
    state.verdict = { ok: false, code: 2200 }
    wire.cutAll()
    await expect.poll(() => state.logins, { timeout: 3_000 }).toBe(4)
    await expect(send()).rejects.toMatchObject({ cause: { response: { code: 2200 } } })
    // One for the command, and no more from the background.
    expect(state.logins).toBe(5)
    state.verdict = { ok: true }
    await send()
    expect(state.logins).toBe(6)
  })
})

describe('lesson 5: a registry that lets us in and cuts us at once', () => {
  it('is asked less and less often, and is warm again when it keeps us', async () => {
    const { pool, wire, state } = await registry()
    await pool.warm()
    state.keeps = false
    wire.cutAll()
    await expect.poll(() => wire.accepted(), { timeout: 5_000 }).toBeGreaterThan(6)
    // Pauses of 25, 50, 100 … ms: without them there would be hundreds by now.
    expect(wire.accepted()).toBeLessThan(20)
    state.keeps = true
    await expect.poll(() => pool.stats().idle, { timeout: 5_000 }).toBe(3)
  })
})

describe('lesson 5: a registry that allows fewer sessions than agreed (2502)', () => {
  it('serves every caller with those that it allows', async () => {
    const { pool, send } = await registry({ max: 8, minWarm: 0 })
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    expect(answers.map(({ code }) => code)).toEqual(answers.map(() => 1000))
    expect(pool.stats()).toMatchObject({ limit: 3, open: 3 })
  })

  it('is asked for one more after five minutes, as it may have counted dead ones', async () => {
    const { pool, send, state, clock } = await registry({ max: 3, minWarm: 3, keepAliveMs: 1_000 })
    state.verdict = { ok: false, code: 2502 }
    await send().catch(() => {})
    expect(pool.stats()).toMatchObject({ limit: 1, open: 0 })
    state.verdict = { ok: true }
    await send()
    clock.now = 299_999
    await send()
    expect(pool.stats()).toMatchObject({ limit: 1, open: 1 })
    clock.now = 300_000
    await expect.poll(() => pool.stats(), { timeout: 3_000 }).toMatchObject({ limit: 2, open: 2 })
    clock.now = 600_000
    await expect.poll(() => pool.stats(), { timeout: 3_000 }).toMatchObject({ limit: 3, open: 3 })
  })
})

describe('lesson 5: a session that has grown old', () => {
  it('is logged out when idle, and the warm minimum takes its place', async () => {
    const { pool, wire, clock, logouts } = await registry({ maxSessionMs: 1_000 })
    await pool.warm()
    clock.now = 1_000
    await expect.poll(logouts, { timeout: 3_000 }).toBe(3)
    await expect.poll(() => pool.stats().idle, { timeout: 3_000 }).toBe(3)
    expect(wire.accepted()).toBe(6)
    expect(wire.open()).toBe(3)
  })

  it('is logged out between two commands of a busy pool, and loses none of them', async () => {
    const { pool, send, clock, logouts, wire } = await registry({ maxSessionMs: 1_000, max: 1, minWarm: 0 })
    await Promise.all(Array.from({ length: 5 }, send))
    expect(wire.accepted()).toBe(1)
    clock.now = 1_000
    const answers = await Promise.all(Array.from({ length: 5 }, send))
    expect(answers.map(({ code }) => code)).toEqual([1000, 1000, 1000, 1000, 1000])
    expect(logouts()).toBe(1)
    expect(wire.accepted()).toBe(2)
    expect(pool.stats()).toMatchObject({ open: 1, limit: 1 })
  })
})
