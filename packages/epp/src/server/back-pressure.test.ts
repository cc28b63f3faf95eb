import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { writeCommand } from '../frame/command-frame.ts'
import { namespaces } from '../namespaces.ts'
import { login } from '../session/login.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { encodeFrame, FrameDecoder } from '../transport/frame-decoder.ts'
import { createEppServer } from './epp-server.ts'
import type { ServerLimits } from './options.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const signIn = encodeFrame(
  writeCommand(
    login,
    { clID: 'client', pw: 'a-Password-1', version: '1.0', lang: 'en', objURIs: [namespaces.domain], extURIs: [] },
    { clTRID: 'login-1' },
  ),
)
const check = (n: number) => encodeFrame(writeCommand(domainCheck, { names: ['a.example'] }, { clTRID: `check-${n}` }))
// The kernel's own buffers take some megabytes before the server's fills at all.
const reason = 'x'.repeat(100_000)

async function registry(limits: Partial<ServerLimits>, mood: 'prompt' | 'held' = 'prompt') {
  let sv = 0
  const accepted: Socket[] = []
  const seen = { commands: 0, ended: 0, read: () => accepted[0]?.bytesRead ?? 0 }
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const epp = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [] },
    login: () => ({ ok: true }),
    async handle() {
      seen.commands++
      if (mood === 'held') await held
      return {
        code: 1000,
        data: domainCheck.response?.write({ results: [{ name: 'a.example', available: false, reason }] }),
      }
    },
    now: () => new Date(),
    svTRID: () => `sv-${++sv}-test`,
    limits,
  })
  const wire = await listenOn((socket) => {
    accepted.push(socket)
    socket.once('close', () => seen.ended++)
    epp.serve(socket)
  })
  ends.push(wire.close, epp.close)
  const client = (): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect(wire.port, '127.0.0.1', () => resolve(socket))
      socket.on('error', () => {})
      ends.push(() => socket.destroy())
    })
  return { seen, client, release }
}

/** Sends commands and reads nothing until the server has stopped answering; how many it answered. */
async function sendWithoutReading(socket: Socket, commands: () => number): Promise<number> {
  socket.pause()
  socket.write(signIn)
  for (let n = 0; n < 2_000; n++) socket.write(check(n))
  let before = -1
  await expect
    .poll(
      () => {
        const still = commands() === before && before > 0
        before = commands()
        return still
      },
      { timeout: 5_000, interval: 100 },
    )
    .toBe(true)
  return before
}

describe('a client that sends and does not read', () => {
  it('is not answered without end: what it has not taken stays under the limit', async () => {
    const { seen, client } = await registry({})
    const answered = await sendWithoutReading(await client(), () => seen.commands)
    // 200 MB of answers were asked for; what the kernel holds and our limit are a small part of that.
    expect(answered).toBeLessThan(500)
    expect(seen.ended).toBe(0)
  })

  it('gets every answer, in order, when it reads at last', async () => {
    const { seen, client } = await registry({})
    const socket = await client()
    await sendWithoutReading(socket, () => seen.commands)
    const decoder = new FrameDecoder()
    const ids: (string | undefined)[] = []
    socket.on('data', (chunk) => {
      for (const frame of decoder.push(chunk)) ids.push(/<clTRID>(.+)<\/clTRID>/.exec(frame.toString('latin1'))?.[1])
    })
    socket.resume()
    await expect.poll(() => ids.length, { timeout: 10_000 }).toBe(2_002)
    expect(ids).toEqual([undefined, 'login-1', ...Array.from({ length: 2_000 }, (_, n) => `check-${n}`)])
  })

  it('is cut when it does not take its answers in time, and others are served meanwhile', async () => {
    const { seen, client } = await registry({ takenWithinMs: 300 })
    await sendWithoutReading(await client(), () => seen.commands)
    await expect.poll(() => seen.ended, { timeout: 5_000 }).toBe(1)
    const other = await client()
    const decoder = new FrameDecoder()
    let frames = 0
    other.on('data', (chunk) => {
      frames += decoder.push(chunk).length
    })
    other.write(signIn)
    other.write(check(1))
    await expect.poll(() => frames, { timeout: 3_000 }).toBe(3)
  })

  it('has its further commands left in the network while one is at work', async () => {
    const { seen, client, release } = await registry({ waitingBytes: 2_000 }, 'held')
    const socket = await client()
    socket.resume()
    socket.write(signIn)
    const sent = Array.from({ length: 2_000 }, (_, n) => check(n))
    for (const frame of sent) socket.write(frame)
    await expect.poll(() => seen.commands).toBe(1)
    // Beyond the limit: what one read gives, and the socket's own buffer.
    expect(seen.read()).toBeLessThan(2_000 + 3 * 65_536)
    expect(Buffer.concat(sent).length).toBeGreaterThan(500_000)
    release()
    await expect.poll(() => seen.commands, { timeout: 5_000 }).toBe(2_000)
  })
})
