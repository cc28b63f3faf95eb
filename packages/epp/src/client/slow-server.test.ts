import type { Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { domainCreate } from '../domain/create.ts'
import { writeResponse } from '../frame/response.ts'
import { resultMessage } from '../frame/result-codes.ts'
import { namespaces } from '../namespaces.ts'
import { greetingElement } from '../session/greeting.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { encodeFrame, FrameDecoder } from '../transport/frame-decoder.ts'
import { elementsOf } from '../xml/element.ts'
import { writeXml } from '../xml/write.ts'
import { EppAnswerLost } from './errors.ts'
import { EppPool } from './pool.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const greeting = encodeFrame(
  writeXml(
    elementsOf(namespaces.epp)('epp', [
      greetingElement({
        svID: 'slow',
        svDate: '2026-11-24T00:00:00Z',
        versions: ['1.0'],
        langs: ['en'],
        objURIs: [namespaces.domain],
        extURIs: [],
      }),
    ]),
  ),
)
/** Far longer than a test runs: whatever cuts a server is not this. */
const never = 3_600_000
/** The head of a frame of 8 KB. */
const announced = Buffer.from([0, 0, 0x20, 0])

/** Sends a byte again and again, for as long as the client keeps the connection. */
function forEver(socket: Socket): void {
  const timer = setInterval(() => socket.writable && socket.write('x'), 5)
  socket.once('close', () => clearInterval(timer))
  ends.push(() => clearInterval(timer))
}

/** Lets everybody in; what it says first, and to each command, is the test's. */
async function serverThat(
  answers: (socket: Socket, honest: Buffer) => void,
  limits: Partial<ConstructorParameters<typeof EppPool>[0]> = {},
  greets: (socket: Socket) => void = (socket) => void socket.write(greeting),
) {
  const sockets: Socket[] = []
  const wire = await listenOn((socket) => {
    sockets.push(socket)
    const decoder = new FrameDecoder()
    socket.on('data', (chunk: Buffer) => {
      for (const frame of decoder.push(chunk)) {
        const xml = frame.toString('utf8')
        const clTRID = /<clTRID>(.*)<\/clTRID>/.exec(xml)?.[1] ?? ''
        const verb = /<(check|create)>/.exec(xml)?.[1]
        const data =
          verb === 'create'
            ? domainCreate.response?.write({ name: 'a.example', crDate: '2026-11-24T00:00:00Z' })
            : domainCheck.response?.write({ results: [{ name: 'a.example', available: true }] })
        const said = { code: 1000, ...(verb && data ? { data } : {}) }
        const honest = encodeFrame(writeResponse(said, { clTRID, svTRID: 'SV-1' }, resultMessage))
        if (verb) answers(socket, honest)
        else socket.write(honest)
      }
    })
    greets(socket)
  })
  const pool = new EppPool({
    connect: wire.connect,
    login: { clID: 'client', pw: 'a-Password-1' },
    max: 1,
    keepAliveMs: never,
    queryTimeoutMs: never,
    transformTimeoutMs: never,
    connectTimeoutMs: never,
    now: () => performance.now(),
    random: () => 0,
    ...limits,
  })
  ends.push(wire.close, () => pool.close(0))
  const create = () =>
    pool.send(domainCreate, { name: 'a.example', authInfo: { pw: 'x-Password-1' } }, { clTRID: 'create-1' })
  const check = () => pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })
  const allClosed = () => expect.poll(() => wire.open(), { timeout: 20_000 }).toBe(0)
  return { pool, create, check, wire, sockets, allClosed }
}

describe('a server that the client leaves', () => {
  it('greets one byte at a time, for ever', async () => {
    const greets = (socket: Socket) => {
      socket.write(announced)
      forEver(socket)
    }
    const { create, allClosed } = await serverThat(() => {}, { connectTimeoutMs: 200 }, greets)
    await expect(create()).rejects.toThrow(/not sent/)
    await allClosed()
  })

  it('answers one byte at a time, for ever: what became of the command is not known', async () => {
    const trickle = (socket: Socket) => {
      socket.write(announced)
      forEver(socket)
    }
    const { create, allClosed } = await serverThat(trickle, { transformTimeoutMs: 200 })
    await expect(create()).rejects.toBeInstanceOf(EppAnswerLost)
    await allClosed()
  })

  it('announces an answer and never sends it', async () => {
    const { create, allClosed } = await serverThat((socket) => void socket.write(announced), {
      transformTimeoutMs: 200,
    })
    await expect(create()).rejects.toBeInstanceOf(EppAnswerLost)
    await allClosed()
  })

  it('announces a longer answer than is taken, which is a parameter', async () => {
    const { create, allClosed } = await serverThat((socket) => void socket.write(announced), { frameBytes: 8_000 })
    await expect(create()).rejects.toThrow('over the limit of 8000')
    await allClosed()
  })

  it('sends the first byte of a frame while nobody asks', async () => {
    const { check, pool, sockets, allClosed } = await serverThat((socket, honest) => void socket.write(honest))
    expect((await check()).code).toBe(1000)
    expect(pool.stats().open).toBe(1)
    sockets[0]?.write(announced.subarray(0, 1))
    await allClosed()
    expect(pool.stats().open).toBe(0)
  })

  it('sends answers without an end: the first is taken, at the second', async () => {
    const { create, allClosed } = await serverThat((socket, honest) => {
      const flood = setInterval(() => socket.writable && socket.write(honest), 5)
      socket.once('close', () => clearInterval(flood))
      ends.push(() => clearInterval(flood))
    })
    expect((await create()).data?.name).toBe('a.example')
    await allClosed()
  })
})
