import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EppPool } from '../client/pool.ts'
import { domainCheck } from '../domain/check.ts'
import { writeCommand } from '../frame/command-frame.ts'
import { namespaces } from '../namespaces.ts'
import { login } from '../session/login.ts'
import { encodeFrame, FrameDecoder } from '../transport/frame-decoder.ts'
import { createEppServer } from './epp-server.ts'

let sv = 0
const epp = createEppServer({
  svID: 'test',
  greeting: { objects: [namespaces.domain], extensions: [] },
  login: () => ({ ok: true }),
  handle: ({ request }) => ({
    code: 1000,
    data: domainCheck.response?.write({
      results: (request as { names: string[] }).names.map((name) => ({ name, available: true })),
    }),
  }),
  now: () => new Date(),
  svTRID: () => `sv-${++sv}-test`,
  limits: { frameBytes: 10_000 },
})
let listener: Server
let port = 0

beforeAll(async () => {
  listener = createServer((socket) => epp.serve(socket))
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  await epp.close()
  await new Promise((resolve) => listener.close(resolve))
})

const hello = writeCommand(
  login,
  { clID: 'client', pw: 'a-Password-1', version: '1.0', lang: 'en', objURIs: [namespaces.domain], extURIs: [] },
  { clTRID: 'login-1' },
)
const check = writeCommand(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })

function open(): Promise<{ socket: Socket; frames: string[]; closed: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve({ socket, frames, closed }))
    const frames: string[] = []
    const decoder = new FrameDecoder()
    socket.on('data', (chunk) => frames.push(...decoder.push(chunk).map((frame) => frame.toString('utf8'))))
    socket.on('error', reject)
    const closed = new Promise<void>((done) => socket.once('close', () => done()))
  })
}

async function stillServes(): Promise<void> {
  const { socket, frames } = await open()
  socket.write(encodeFrame(hello))
  socket.write(encodeFrame(check))
  await expect.poll(() => frames.length, { timeout: 3_000 }).toBe(3)
  expect(frames[2]).toContain('code="1000"')
  socket.destroy()
}

const documents: [string, Buffer][] = [
  [
    'a document type',
    Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE epp [<!ENTITY x "y">]><epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><hello/></epp>',
    ),
  ],
  [
    'an undeclared prefix',
    Buffer.from(
      '<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command><check><domain:check><domain:name>a</domain:name></domain:check></check></command></epp>',
    ),
  ],
  ['bytes that are not UTF-8', Buffer.from([0x3c, 0x65, 0xff, 0xfe, 0x3e])],
  ['UTF-16', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><epp/>', 'utf16le')],
  ['garbage', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ['another vocabulary', Buffer.from('<html/>')],
  ['a command without a verb', Buffer.from('<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command/></epp>')],
  ['elements a thousand deep', Buffer.from(`${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`)],
]

describe('a server among hostile clients', () => {
  it.each(documents)('answers %s with an error and goes on', async (_, document) => {
    const { socket, frames } = await open()
    const frame = Buffer.alloc(document.length + 4)
    frame.writeUInt32BE(frame.length)
    document.copy(frame, 4)
    socket.write(frame)
    await expect.poll(() => frames.length, { timeout: 3_000 }).toBe(2)
    expect(frames[1]).toMatch(/code="2\d{3}"/)
    socket.destroy()
    await stillServes()
  })

  it('reads a login that comes byte by byte', async () => {
    const { socket, frames } = await open()
    for (const byte of encodeFrame(hello)) socket.write(Buffer.from([byte]))
    await expect.poll(() => frames.length, { timeout: 3_000 }).toBe(2)
    expect(frames[1]).toContain('code="1000"')
    socket.destroy()
  })

  it('cuts whoever announces too large a frame, and goes on', async () => {
    const { socket, closed } = await open()
    socket.write(Buffer.from([0x7f, 0xff, 0xff, 0xff]))
    await closed
    await stillServes()
  })

  it('goes on when a client leaves in the middle of a frame', async () => {
    const { socket } = await open()
    socket.write(encodeFrame(hello).subarray(0, 50))
    socket.destroy()
    await stillServes()
  })
})

describe('a client among hostile servers', () => {
  it.each([...documents, ['nothing at all', Buffer.alloc(0)]] as [string, Buffer][])(
    'gets an error for %s as a greeting, and does not crash',
    async (_, document) => {
      const server = createServer((socket) => {
        socket.on('error', () => {})
        if (document.length === 0) return void socket.end()
        const frame = Buffer.alloc(document.length + 4)
        frame.writeUInt32BE(frame.length)
        document.copy(frame, 4)
        socket.write(frame)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      const pool = new EppPool({
        connect: () =>
          new Promise((resolve, reject) => {
            const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1', () =>
              resolve(socket),
            )
            socket.once('error', reject)
          }),
        login: { clID: 'client', pw: 'a-Password-1' },
        max: 1,
        keepAliveMs: 60_000,
        queryTimeoutMs: 500,
        transformTimeoutMs: 500,
        connectTimeoutMs: 500,
        now: () => performance.now(),
        random: () => 0,
      })
      await expect(pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })).rejects.toThrow(/not sent/)
      await pool.close()
      await new Promise((resolve) => server.close(resolve))
    },
  )
})
