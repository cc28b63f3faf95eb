import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { loginSec } from '../extensions/login-sec/login-sec.ts'
import { namespaces } from '../namespaces.ts'
import { createEppServer } from '../server/epp-server.ts'
import { EppNotSent } from './errors.ts'
import { EppPool } from './pool.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function registry(
  newPW: string,
  mood: 'obeys' | 'refuses' | 'cuts after' | 'cuts before' | 'has it' | 'has another' = 'obeys',
) {
  let pw = mood === 'has it' ? newPW : mood === 'has another' ? 'other-Password' : 'old-Password'
  let cuts = 1
  let sv = 0
  const logins: string[] = []
  const reports: (number | 'changed')[] = []
  const epp = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [namespaces.loginSec] },
    login(request, _, frame) {
      // RFC 5730's pwType: a longer one that is not in the extension is no password.
      if ([request.pw, request.newPW ?? ''].some((word) => word.length > 16)) return { ok: false, code: 2004 }
      const long = loginSec.elements.loginSec.from(frame.extensions)
      const given = long?.pw ?? request.pw
      const wanted = long?.newPW ?? request.newPW
      logins.push(wanted === undefined ? given : `${given} > ${wanted}`)
      if (given !== pw) return { ok: false, code: 2200 }
      if (wanted === undefined) return { ok: true }
      if (mood === 'refuses') return { ok: false, code: 2306 }
      const cut = mood.startsWith('cuts') && cuts-- > 0
      if (!cut || mood === 'cuts after') pw = wanted
      // What the handler throws would be answered; a registry that dies here answers nothing.
      if (cut) last?.destroy()
      return { ok: true }
    },
    handle: () => ({ code: 1000, data: domainCheck.response?.write({ results: [] }) }),
    now: () => new Date(),
    svTRID: () => `sv-${++sv}`,
  })
  let last: Socket | undefined
  const listener = createServer((socket) => {
    last = socket
    epp.serve(socket)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const pool = new EppPool({
    connect: () =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket))
        socket.once('error', reject)
      }),
    login: { clID: 'client', pw: 'old-Password', newPW },
    max: 3,
    minWarm: 3,
    keepAliveMs: 60_000,
    queryTimeoutMs: 2_000,
    transformTimeoutMs: 2_000,
    now: () => performance.now(),
    random: () => 0,
    onPasswordChanged: (refusal) => reports.push(refusal?.response.code ?? 'changed'),
  })
  ends.push(
    () => new Promise((resolve) => listener.close(resolve)),
    () => epp.close(),
    () => pool.close(),
  )
  const send = () => pool.send(domainCheck, { names: ['a.example'] }, { clTRID: 'check-1' })
  return { pool, send, logins, reports }
}

describe('a new password', () => {
  it.each(['new-Password', 'a-Password-longer-than-sixteen'])(
    'is set once, and used by all later sessions: %s',
    async (wanted) => {
      const { pool, logins, reports } = await registry(wanted)
      await pool.warm()
      expect(logins).toEqual([`old-Password > ${wanted}`, wanted, wanted])
      expect(reports).toEqual(['changed'])
    },
  )

  it('that is refused is told once, and the old one goes on', async () => {
    const { pool, send, logins, reports } = await registry('new-Password', 'refuses')
    await expect(send()).rejects.toBeInstanceOf(EppNotSent)
    await send()
    expect(logins).toEqual(['old-Password > new-Password', 'old-Password'])
    expect(reports).toEqual([2306])
    expect(pool.stats().open).toBe(1)
  })

  it('whose answer was lost is tried as it is, once', async () => {
    const { send, logins, reports } = await registry('new-Password', 'cuts after')
    await expect(send()).rejects.toBeInstanceOf(EppNotSent)
    await send()
    expect(logins).toEqual(['old-Password > new-Password', 'new-Password'])
    expect(reports).toEqual(['changed'])
  })

  it('that another process has made is found', async () => {
    const { send, logins, reports } = await registry('new-Password', 'has it')
    await send()
    expect(logins).toEqual(['old-Password > new-Password', 'new-Password'])
    expect(reports).toEqual(['changed'])
  })

  it('is given up when neither password is right', async () => {
    const { send, logins, reports } = await registry('new-Password', 'has another')
    await expect(send()).rejects.toBeInstanceOf(EppNotSent)
    expect(logins).toEqual(['old-Password > new-Password', 'new-Password'])
    expect(reports).toEqual([2200])
  })

  it('that was not taken before the cut gives way to the old one', async () => {
    const { send, logins, reports } = await registry('new-Password', 'cuts before')
    await expect(send()).rejects.toBeInstanceOf(EppNotSent)
    await send()
    expect(logins.slice(0, 3)).toEqual(['old-Password > new-Password', 'new-Password', 'old-Password > new-Password'])
    expect(reports).toEqual(['changed'])
  })
})
