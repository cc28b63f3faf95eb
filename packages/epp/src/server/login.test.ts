import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { EppPool } from '../client/pool.ts'
import { domainCheck } from '../domain/check.ts'
import type { LoginEvent } from '../extensions/login-sec/login-sec.ts'
import { writeCommand } from '../frame/command-frame.ts'
import { namespaces } from '../namespaces.ts'
import { type Login, login } from '../session/login.ts'
import { encodeFrame, FrameDecoder } from '../transport/frame-decoder.ts'
import { createEppServer } from './epp-server.ts'
import type { EppServerOptions, LoginVerdict } from './options.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function server(verdict: LoginVerdict, limits: EppServerOptions['limits'] = {}): Promise<number> {
  let sv = 0
  const epp = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [namespaces.loginSec] },
    login: () => verdict,
    handle: () => ({ code: 1000, data: domainCheck.response?.write({ results: [] }) }),
    now: () => new Date(),
    svTRID: () => `sv-${++sv}`,
    limits,
  })
  const listener = createServer((socket) => epp.serve(socket))
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  ends.push(() => listener.close())
  ends.push(() => epp.close())
  const address = listener.address()
  return typeof address === 'object' && address ? address.port : 0
}

function dial(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  const frames: string[] = []
  const decoder = new FrameDecoder()
  let closed = false
  socket.on('data', (chunk) => frames.push(...decoder.push(chunk).map((frame) => frame.toString('utf8'))))
  socket.on('error', () => {})
  socket.once('close', () => {
    closed = true
  })
  ends.push(() => socket.destroy())
  return { socket, frames, closed: () => closed }
}

const asked = (more: Partial<Login> = {}) =>
  encodeFrame(
    writeCommand(
      login,
      {
        clID: 'client',
        pw: 'a-Password-1',
        version: '1.0',
        lang: 'en',
        objURIs: [namespaces.domain],
        extURIs: [namespaces.loginSec],
        ...more,
      },
      { clTRID: 'login-1' },
    ),
  )

function poolTo(port: number, told: (readonly LoginEvent[])[], extURIs?: readonly string[]): EppPool {
  const pool = new EppPool({
    connect: () =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket))
        socket.once('error', reject)
      }),
    login: { clID: 'client', pw: 'a-Password-1' },
    max: 1,
    keepAliveMs: 60_000,
    queryTimeoutMs: 2_000,
    transformTimeoutMs: 2_000,
    now: () => performance.now(),
    random: () => 0.5,
    onLoginEvents: (events) => told.push(events),
    ...(extURIs ? { extURIs } : {}),
  })
  ends.push(() => pool.close(0))
  return pool
}

describe('a login for services that the greeting does not offer', () => {
  it.each([
    [2307, { objURIs: [namespaces.domain, namespaces.host] }, namespaces.host],
    [2103, { extURIs: [namespaces.fee] }, namespaces.fee],
  ] as const)('is refused with %i, and which service it was', async (code, more, uri) => {
    const { socket, frames } = dial(await server({ ok: true }))
    socket.write(asked(more))
    await expect.poll(() => frames.length).toBe(2)
    expect(frames[1]).toContain(`code="${code}"`)
    expect(frames[1]).toContain(uri)
    socket.write(asked())
    await expect.poll(() => frames.length).toBe(3)
    expect(frames[2]).toContain('code="1000"')
  })
})

describe('connections that do not log in', () => {
  it('are cut above their number, and disturb nobody who is logged in', async () => {
    const port = await server({ ok: true }, { connectionsBeforeLogin: 3 })
    const one = dial(port)
    one.socket.write(asked())
    await expect.poll(() => one.frames.length).toBe(2)
    const waiting = [dial(port), dial(port), dial(port)]
    await expect.poll(() => waiting.map(({ frames }) => frames.length)).toEqual([1, 1, 1])
    const late = dial(port)
    await expect.poll(late.closed).toBe(true)
    expect(late.frames).toEqual([])
    one.socket.write(encodeFrame(writeCommand(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })))
    await expect.poll(() => one.frames.length).toBe(3)
    waiting[0]?.socket.destroy()
    await expect
      .poll(async () => {
        const next = dial(port)
        await expect.poll(() => next.frames.length + Number(next.closed())).toBe(1)
        return next.frames.length
      })
      .toBe(1)
  })
})

describe('what a server says at a login about passwords and certificates (RFC 8807)', () => {
  const ending: LoginEvent = {
    type: 'certificate',
    level: 'warning',
    exDate: '2026-12-24T00:00:00.0Z',
    text: 'The certificate ends soon',
  }

  it('reaches the owner of the pool, of a refused login too', async () => {
    const told: (readonly LoginEvent[])[] = []
    const pool = poolTo(await server({ ok: true, events: [ending] }), told)
    await pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })
    expect(told).toEqual([[ending]])
    const over: LoginEvent = { type: 'password', level: 'error', text: 'The password is over' }
    const refused = poolTo(await server({ ok: false, events: [over] }), told)
    await expect(refused.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-2' })).rejects.toThrow()
    expect(told).toEqual([[ending], [over]])
  })

  it('is not said to a client that did not log in for it', async () => {
    const told: (readonly LoginEvent[])[] = []
    const pool = poolTo(await server({ ok: true, events: [ending] }), told, [])
    await pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })
    expect(told).toEqual([])
  })
})
