import { Duplex } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck, domainCreate, domainInfo } from '../index.ts'
import { namespaces } from '../namespaces.ts'
import { createEppServer, type EppServer } from '../server/epp-server.ts'
import type { Delivery, EppServerOptions } from '../server/options.ts'
import { EppAnswerLost, EppNotSent, EppRefused } from './errors.ts'
import { drainPollQueue } from './poll-loop.ts'
import { EppPool } from './pool.ts'
import type { PoolOptions } from './pool-options.ts'

/** Two ends of one wire, in memory. */
function wire(): [Duplex, Duplex] {
  const ends: Duplex[] = []
  const make = (other: () => Duplex | undefined): Duplex => {
    const end: Duplex = new Duplex({
      read() {},
      write(chunk, _, done) {
        const peer = other()
        if (peer && !peer.destroyed) peer.push(chunk)
        done()
      },
      final(done) {
        other()?.push(null)
        done()
      },
      destroy(error, done) {
        const peer = other()
        setImmediate(() => peer?.destroy())
        done(error)
      },
    })
    end.on('error', () => {})
    return end
  }
  ends.push(
    make(() => ends[1]),
    make(() => ends[0]),
  )
  return [ends[0] as Duplex, ends[1] as Duplex]
}

interface Registry {
  readonly server: EppServer
  readonly pool: EppPool
  readonly names: Set<string>
  readonly frames: string[]
  connections: number
  delivery: Delivery
  commands: number
}

const open: EppPool[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()))
})

function registry(options: Partial<PoolOptions> = {}, server: Partial<EppServerOptions> = {}): Registry {
  const names = new Set<string>()
  const frames: string[] = []
  let sv = 0
  const eppServer = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [] },
    login: () => ({ ok: true }),
    now: () => new Date(),
    svTRID: () => `sv-${++sv}-test`,
    handle({ command, request }) {
      made.commands++
      if (command.verb === 'check') {
        const { names: asked } = request as { names: string[] }
        return {
          code: 1000,
          data: domainCheck.response?.write({ results: asked.map((name) => ({ name, available: !names.has(name) })) }),
        }
      }
      if (command.verb === 'create') {
        const { name } = request as { name: string }
        if (names.has(name)) return { code: 2302 }
        names.add(name)
        return { code: 1000, data: domainCreate.response?.write({ name, crDate: '2026-11-24T00:00:00Z' }) }
      }
      if (command.verb === 'info') return { code: 2303 }
      return { code: 1300 }
    },
    beforeAnswer: () => made.delivery,
    ...server,
  })
  const pool = new EppPool({
    connect: async () => {
      made.connections++
      const [near, far] = wire()
      eppServer.serve(far)
      return near
    },
    login: { clID: 'client', pw: 'a-Password-1' },
    max: 2,
    keepAliveMs: 60_000,
    queryTimeoutMs: 2_000,
    transformTimeoutMs: 2_000,
    now: () => performance.now(),
    random: () => 0.5,
    onFrame: (_, xml) => frames.push(xml),
    ...options,
  })
  open.push(pool)
  const made: Registry = { server: eppServer, pool, names, frames, connections: 0, delivery: 'answer', commands: 0 }
  return made
}

const check = (made: Registry, name = 'a.example') =>
  made.pool.send(domainCheck, { names: [name] }, { clTRID: `check-${name}` })
const create = (made: Registry, name: string) =>
  made.pool.send(domainCreate, { name, authInfo: { pw: 'x-Password-1' } }, { clTRID: `create-${name}` })

describe('what pools in production have taught', () => {
  it('lesson 1: a session that the registry has forgotten answers 2002, leaves the pool, and the command goes out again on a fresh one', async () => {
    const made = registry()
    await check(made)
    expect(made.server.signOutAll()).toBe(1)
    const answer = await check(made)
    expect(answer.data?.results).toEqual([{ name: 'a.example', available: true }])
    expect(made.connections).toBe(2)
    expect(made.pool.stats().open).toBe(1)
  })

  it('lesson 1: an idle session is probed with a command that needs the login, not with hello', async () => {
    const made = registry({ keepAliveMs: 100 })
    await check(made)
    await expect.poll(() => made.frames.some((xml) => xml.includes('<poll op="req"/>')), { timeout: 3_000 }).toBe(true)
    expect(made.frames.some((xml) => xml.includes('<hello'))).toBe(false)
  })

  it('lesson 2: a transform whose answer is lost is never sent again, though the registry has done it', async () => {
    const made = registry()
    made.delivery = 'drop'
    await expect(create(made, 'once.example')).rejects.toBeInstanceOf(EppAnswerLost)
    expect(made.commands).toBe(1)
    made.delivery = 'answer'
    await expect(create(made, 'once.example')).rejects.toMatchObject({ response: { code: 2302 } })
  })

  it('lesson 3: an answer with another transaction id closes the session instead of being believed', async () => {
    let wrong = true
    const made = registry({}, {})
    const [near, far] = wire()
    made.server.serve(far)
    const pool = new EppPool({
      connect: async () => {
        const original = near.push.bind(near)
        near.push = (chunk: unknown) => {
          if (!Buffer.isBuffer(chunk)) return original(chunk)
          const text = chunk.toString('latin1')
          if (wrong && text.includes('check-other')) {
            wrong = false
            return original(Buffer.from(text.replace('check-other', 'check-OTHER'), 'latin1'))
          }
          return original(chunk)
        }
        return near
      },
      login: { clID: 'client', pw: 'a-Password-1' },
      max: 1,
      keepAliveMs: 60_000,
      queryTimeoutMs: 500,
      transformTimeoutMs: 500,
      connectTimeoutMs: 300,
      now: () => performance.now(),
      random: () => 0.5,
    })
    open.push(pool)
    await expect(pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-other' })).rejects.toBeInstanceOf(
      EppNotSent,
    )
    expect(near.destroyed).toBe(true)
  })

  it('lesson 3: a caller that gives up does not leave the stream one answer behind', async () => {
    const made = registry({ max: 1 })
    made.delivery = { delayMs: 200 }
    const abort = new AbortController()
    const given = made.pool.send(
      domainCreate,
      { name: 'late.example', authInfo: { pw: 'x-Password-1' } },
      { clTRID: 'late', signal: abort.signal },
    )
    setTimeout(() => abort.abort(), 50)
    await expect(given).rejects.toBeInstanceOf(EppAnswerLost)
    made.delivery = 'answer'
    expect((await check(made, 'next.example')).data?.results[0]?.name).toBe('next.example')
  })

  it('lesson 3: a caller that gives up while its session is being opened leaves the place to the next', async () => {
    let hold: (() => void) | undefined
    let first = true
    const made = registry({ max: 1 })
    const pool = new EppPool({
      connect: async () => {
        if (!first)
          await new Promise<void>((resolve) => {
            hold = resolve
          })
        first = false
        const [near, far] = wire()
        made.server.serve(far)
        return near
      },
      login: { clID: 'client', pw: 'a-Password-1' },
      max: 1,
      keepAliveMs: 60_000,
      queryTimeoutMs: 1_000,
      transformTimeoutMs: 1_000,
      now: () => performance.now(),
      random: () => 0,
    })
    open.push(pool)
    const send = (clTRID: string, signal?: AbortSignal) =>
      pool.send(domainCheck, { names: ['a.example'] }, { clTRID, ...(signal ? { signal } : {}) })
    await send('check-1')
    made.delivery = 'drop'
    const abort = new AbortController()
    const one = pool.send(domainCreate, { name: 'x.example', authInfo: { pw: 'x-Password-1' } }, { clTRID: 'create-x' })
    const waiting = send('check-2', abort.signal)
    await expect(one).rejects.toBeInstanceOf(EppAnswerLost)
    await expect.poll(() => hold !== undefined).toBe(true)
    abort.abort()
    await expect(waiting).rejects.toBeInstanceOf(EppNotSent)
    made.delivery = 'answer'
    hold?.()
    expect((await send('check-3')).code).toBe(1000)
  })

  it('a caller that has given up before anything was sent is told so', async () => {
    const made = registry()
    const sent = made.pool.send(
      domainCreate,
      { name: 'never.example', authInfo: { pw: 'x-Password-1' } },
      { clTRID: 'never', signal: AbortSignal.abort() },
    )
    await expect(sent).rejects.toBeInstanceOf(EppNotSent)
    expect(made.commands).toBe(0)
  })

  it('lesson 4: answers are read by namespace, whatever their prefixes, and kept raw', async () => {
    const made = registry()
    const answer = await check(made)
    expect(answer.raw).toContain('<domain:chkData')
    const { parseXml } = await import('../xml/parse.ts')
    const { readResponse } = await import('../frame/response.ts')
    const other = answer.raw.replaceAll('domain:', 'd:').replaceAll('xmlns:domain', 'xmlns:d')
    expect(readResponse(parseXml(other), other, domainCheck).data).toEqual(answer.data)
  })

  it('lesson 5: sessions open when first needed, up to the limit, and 2502 teaches a lower one', async () => {
    const made = registry({ max: 4 }, { limits: { sessionsPerClient: 2 } })
    expect(made.connections).toBe(0)
    made.delivery = { delayMs: 30 }
    const results = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => check(made, `n${n}.example`)))
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(4)
    await Promise.all(Array.from({ length: 8 }, (_, n) => check(made, `m${n}.example`)))
    expect(made.pool.stats()).toMatchObject({ limit: 2 })
    expect(made.pool.stats().open).toBeLessThanOrEqual(2)
  })

  it('lesson 5: callers that wait learn it when no session can be had, and the pool comes back by itself', async () => {
    let down = true
    const made = registry({ max: 1 })
    const pool = new EppPool({
      connect: async () => {
        if (down) throw new Error('refused')
        const [near, far] = wire()
        made.server.serve(far)
        return near
      },
      login: { clID: 'client', pw: 'a-Password-1' },
      max: 1,
      keepAliveMs: 60_000,
      queryTimeoutMs: 500,
      transformTimeoutMs: 500,
      now: () => performance.now(),
      random: () => 0,
    })
    open.push(pool)
    const send = () => pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })
    const all = await Promise.allSettled([send(), send(), send()])
    for (const result of all) expect(result.status === 'rejected' && result.reason).toBeInstanceOf(EppNotSent)
    down = false
    expect((await send()).code).toBe(1000)
  })

  it('lesson 6: a message is stored before it is acknowledged, and one acknowledged already is no error', async () => {
    const queue = ['1', '2']
    const order: string[] = []
    let acknowledgeTwice = true
    const made = registry(
      {},
      {
        handle({ request }) {
          const { op, msgID } = request as { op: string; msgID?: string }
          if (op === 'ack') {
            order.push(`ack ${msgID}`)
            queue.shift()
            if (acknowledgeTwice) {
              acknowledgeTwice = false
              return { code: 2303 }
            }
            return { code: 1000 }
          }
          return queue[0] === undefined
            ? { code: 1300 }
            : { code: 1301, queue: { count: queue.length, id: queue[0], message: 'low balance' } }
        },
      },
    )
    let n = 0
    const stored = await drainPollQueue(made.pool, {
      clTRID: () => `poll-${++n}`,
      store: async ({ queue: message }) => {
        order.push(`store ${message.id}`)
      },
    })
    expect(stored).toBe(2)
    expect(order).toEqual(['store 1', 'ack 1', 'store 2', 'ack 2'])
  })

  it('lesson 7: a late query is asked again on a fresh session; a late transform is unknown', async () => {
    const made = registry({ queryTimeoutMs: 100, transformTimeoutMs: 100 })
    made.delivery = { delayMs: 400 }
    const asked = made.pool.send(domainInfo, { name: 'a.example' }, { clTRID: 'info-1' })
    setTimeout(() => {
      made.delivery = 'answer'
    }, 60)
    await expect(asked).rejects.toBeInstanceOf(EppRefused)
    expect(made.connections).toBe(2)
    made.delivery = { delayMs: 400 }
    await expect(create(made, 'slow.example')).rejects.toBeInstanceOf(EppAnswerLost)
    expect(made.names.has('slow.example')).toBe(true)
  })
})
