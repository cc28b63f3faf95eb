import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { domainCreate } from '../domain/create.ts'
import { namespaces } from '../namespaces.ts'
import { createEppServer } from '../server/epp-server.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { EppAnswerLost, EppNotSent } from './errors.ts'
import { EppPool } from './pool.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A registry that answers a create only when it is let. */
async function registry(max: number) {
  let sv = 0
  const seen: string[] = []
  const held: (() => void)[] = []
  const epp = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [] },
    login: () => ({ ok: true }),
    async handle({ command }) {
      seen.push(command.verb)
      if (command.verb === 'create') await new Promise<void>((resolve) => held.push(resolve))
      return command.verb === 'check'
        ? { code: 1000, data: domainCheck.response?.write({ results: [] }) }
        : { code: 1000, data: domainCreate.response?.write({ name: 'a.example', crDate: '2026-11-24T00:00:00Z' }) }
    },
    now: () => new Date(),
    svTRID: () => `sv-${++sv}`,
    onFrame: (direction, xml) => direction === 'in' && xml.includes('<logout') && seen.push('logout'),
  })
  const wire = await listenOn(epp.serve)
  const pool = new EppPool({
    connect: wire.connect,
    login: { clID: 'client', pw: 'a-Password-1' },
    max,
    minWarm: 1,
    keepAliveMs: 60_000,
    queryTimeoutMs: 5_000,
    transformTimeoutMs: 5_000,
    now: () => performance.now(),
    random: () => 0,
  })
  ends.push(wire.close, epp.close, () => pool.close(0))
  const create = () =>
    pool.send(domainCreate, { name: 'a.example', authInfo: { pw: 'x-Password-1' } }, { clTRID: 'create-1' })
  const check = () => pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })
  return { pool, create, check, seen, held, wire }
}

describe('closing a pool', () => {
  it('waits for the command on its way and its answer, and only then logs out', async () => {
    const { pool, create, seen, held, wire } = await registry(1)
    const created = create()
    await expect.poll(() => held.length).toBe(1)
    const closed = pool.close(5_000)
    expect(pool.close()).toBe(closed)
    expect(pool.stats().open).toBe(1)
    held[0]?.()
    expect((await created).code).toBe(1000)
    await closed
    expect(seen).toEqual(['create', 'logout'])
    expect(pool.stats().open).toBe(0)
    await expect.poll(() => wire.open()).toBe(0)
    expect(wire.accepted()).toBe(1)
  })

  it('logs every idle session out', async () => {
    const { pool, check, seen } = await registry(3)
    await Promise.all([check(), check(), check()])
    await pool.close()
    expect(seen.filter((verb) => verb === 'logout')).toHaveLength(3)
  })

  it('tells who still waits for a session, or comes later, that nothing was sent', async () => {
    const { pool, create, check, held, seen } = await registry(1)
    const created = create()
    await expect.poll(() => held.length).toBe(1)
    const waiting = check()
    const closed = pool.close()
    await expect(waiting).rejects.toBeInstanceOf(EppNotSent)
    await expect(check()).rejects.toBeInstanceOf(EppNotSent)
    held[0]?.()
    await created
    await closed
    expect(seen).toEqual(['create', 'logout'])
  })

  it('sends nothing on a session that was only being opened', async () => {
    const { pool, check, seen } = await registry(1)
    const asked = check()
    const closed = pool.close()
    await expect(asked).rejects.toBeInstanceOf(EppNotSent)
    await closed
    expect(seen).not.toContain('check')
    expect(pool.stats().open).toBe(0)
  })

  it('lesson 7: cuts what is not answered within the limit, and its caller learns that the outcome is unknown', async () => {
    const { pool, create, held, seen } = await registry(1)
    const created = create()
    await expect.poll(() => held.length).toBe(1)
    const closed = pool.close(20)
    await expect(created).rejects.toBeInstanceOf(EppAnswerLost)
    await closed
    held[0]?.()
    expect(seen).toEqual(['create'])
  })
})
