import { connect, type Socket } from 'node:net'
import { duplexPair } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { writeCommand, writeHello } from '../frame/command-frame.ts'
import { namespaces } from '../namespaces.ts'
import { login } from '../session/login.ts'
import { makeAuthority } from '../testing/certificates.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { tlsConnector } from '../transport/connector.ts'
import { encodeFrame, FrameDecoder } from '../transport/frame-decoder.ts'
import { createEppServer } from './epp-server.ts'
import type { EppServerOptions, ServerLimits } from './options.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const end of ends.splice(0).reverse()) await end()
})

const signIn = encodeFrame(
  writeCommand(
    login,
    { clID: 'client', pw: 'a-Password-1', version: '1.0', lang: 'en', objURIs: [namespaces.domain], extURIs: [] },
    { clTRID: 'login-1' },
  ),
)
const check = encodeFrame(writeCommand(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' }))
const hello = encodeFrame(writeHello())
/** Far longer than a test runs: whatever cuts a client is not this. */
const never = 3_600_000
const announced = Buffer.from([0, 0, 0x20, 0])

function serverWith(
  limits: Partial<ServerLimits>,
  handled: () => Promise<void> = async () => {},
  tls?: EppServerOptions['tls'],
) {
  let sv = 0
  const epp = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [] },
    ...(tls ? { tls } : {}),
    login: () => ({ ok: true }),
    async handle() {
      await handled()
      return {
        code: 1000,
        data: domainCheck.response?.write({ results: [{ name: 'a.example', available: true }] }),
      }
    },
    now: () => new Date(),
    svTRID: () => `sv-${++sv}-test`,
    limits: { frameBytes: 10_000, loginWithinMs: never, idleMs: never, frameWithinMs: never, ...limits },
  })
  ends.push(() => epp.close())
  return epp
}

/** A client on a real socket, and how many frames it has got. */
async function client(limits: Partial<ServerLimits>) {
  const epp = serverWith(limits)
  const wire = await listenOn((socket) => epp.serve(socket))
  ends.push(wire.close)
  return opened((await wire.connect(new AbortController().signal)) as Socket)
}

function opened(socket: Socket) {
  const decoder = new FrameDecoder()
  const got = { frames: 0 }
  const closed = new Promise<void>((done) => socket.once('close', () => done()))
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    got.frames += decoder.push(chunk).length
  })
  ends.push(() => socket.destroy())
  return { socket, got, closed }
}

/** Sends the same again and again, for as long as the socket takes it. */
function forEver(socket: Socket, bytes: Buffer): void {
  const timer = setInterval(() => socket.writable && socket.write(bytes), 5)
  socket.once('close', () => clearInterval(timer))
  ends.push(() => clearInterval(timer))
}

describe('a client that is cut, though it is never idle', () => {
  it('sends a frame one byte at a time, for ever', async () => {
    const { socket, closed } = await client({ frameWithinMs: 200 })
    socket.write(signIn)
    socket.write(announced)
    forEver(socket, Buffer.from('x'))
    await closed
  })

  it('announces a frame and never sends it', async () => {
    const { socket, closed } = await client({ frameWithinMs: 200 })
    socket.write(signIn)
    socket.write(announced)
    await closed
  })

  it('does not even send the head of one', async () => {
    const { socket, closed } = await client({ frameWithinMs: 200 })
    socket.write(signIn)
    socket.write(announced.subarray(0, 1))
    await closed
  })

  it('says hello for ever and never logs in', async () => {
    const { socket, got, closed } = await client({ loginWithinMs: 300 })
    forEver(socket, hello)
    await closed
    expect(got.frames).toBeGreaterThan(0)
  })

  it('sends without an end and reads nothing, without having logged in', async () => {
    const { socket, closed } = await client({ loginWithinMs: 300 })
    socket.pause()
    const flood = Buffer.concat(Array.from({ length: 500 }, () => hello))
    forEver(socket, flood)
    // A socket that reads nothing does not see the end either; that it cannot be written to any more it does.
    socket.on('error', () => socket.destroy())
    await closed
  })

  it('begins a handshake of TLS and never goes on', async () => {
    const { ca, issue } = await makeAuthority('slow')
    const tls = { ca, ...(await issue({ subject: 'localhost', usage: 'server' })) }
    const epp = serverWith({ loginWithinMs: 200 }, undefined, tls)
    await epp.listen(0, '127.0.0.1')
    const socket = await new Promise<Socket>((resolve) => {
      const made = connect(epp.port, '127.0.0.1', () => resolve(made))
    })
    const { closed } = opened(socket)
    // The head of a record of 16 KB (RFC 8446 §5.1), whose bytes then come one by one.
    socket.write(Buffer.from([0x16, 0x03, 0x01, 0x3f, 0x00]))
    forEver(socket, Buffer.from([0x01]))
    await closed
  })
})

it('begins more handshakes of TLS than there may be: the further ones are cut at once, and those that end are not counted', async () => {
  const { ca, issue } = await makeAuthority('slow')
  const tls = { ca, ...(await issue({ subject: 'localhost', usage: 'server' })) }
  const epp = serverWith({ connectionsBeforeLogin: 2 }, undefined, tls)
  await epp.listen(0, '127.0.0.1')
  const raw = () =>
    new Promise<ReturnType<typeof opened>>((resolve) => {
      const made = connect(epp.port, '127.0.0.1', () => resolve(opened(made)))
    })
  const [first] = [await raw(), await raw()]
  await (await raw()).closed
  first.socket.destroy()
  const { cert, key } = await issue({ subject: 'client', usage: 'client' })
  const client = tlsConnector({ host: '127.0.0.1', servername: 'localhost', port: epp.port, ca, cert, key })
  for (let n = 0; n < 3; n++) {
    const { got, socket } = opened((await retried(() => client(new AbortController().signal))) as Socket)
    socket.write(signIn)
    await expect.poll(() => got.frames, { timeout: 20_000 }).toBe(2)
  }
})

/** Until the server has heard that the first one has left. */
async function retried<T>(what: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++)
    try {
      return await what()
    } catch (error) {
      if (tries > 100) throw error
      await new Promise(setImmediate)
    }
}

describe('a client that is slow, and in time', () => {
  /** A client on a pair of streams, with a clock that the test turns. */
  function onTurnedClock(limits: Partial<ServerLimits>, handled?: () => Promise<void>) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const [here, there] = duplexPair()
    const epp = serverWith(limits, handled)
    epp.serve(there)
    const decoder = new FrameDecoder()
    const got = { frames: 0 }
    here.on('error', () => {})
    here.on('data', (chunk: Buffer) => {
      got.frames += decoder.push(chunk).length
    })
    const settled = async (frames: number) => {
      for (let turns = 0; turns < 200 && got.frames < frames; turns++) await new Promise(setImmediate)
      expect(got.frames).toBe(frames)
    }
    const arrive = async (bytes: Buffer) => {
      here.write(bytes)
      for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate)
    }
    return { arrive, settled, there }
  }

  it('has the whole time for each of its frames, and no more', async () => {
    const { arrive, settled, there } = onTurnedClock({ frameWithinMs: 1_000 })
    await arrive(signIn)
    await settled(2)
    for (const n of [3, 4, 5]) {
      await arrive(check.subarray(0, 10))
      vi.advanceTimersByTime(900)
      // The end of one comes with the beginning of the next.
      await arrive(Buffer.concat([check.subarray(10), check.subarray(0, 3)]))
      vi.advanceTimersByTime(900)
      await arrive(check.subarray(3))
      await settled(2 + 2 * (n - 2))
    }
    await arrive(check.subarray(0, 10))
    vi.advanceTimersByTime(999)
    expect(there.writable).toBe(true)
    vi.advanceTimersByTime(1)
    expect(there.writable).toBe(false)
  })

  it('is not cut for what we do not read while its commands wait', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { arrive, settled, there } = onTurnedClock({ frameWithinMs: 1_000, waitingBytes: 10 }, () => held)
    await arrive(signIn)
    await settled(2)
    await arrive(Buffer.concat([check, check.subarray(0, 10)]))
    vi.advanceTimersByTime(100_000)
    expect(there.writable).toBe(true)
    release()
    await settled(3)
    await arrive(check.subarray(10))
    await settled(4)
  })
})
