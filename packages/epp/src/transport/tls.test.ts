import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EppNotSent } from '../client/errors.ts'
import { EppPool } from '../client/pool.ts'
import { domainCreate } from '../domain/create.ts'
import { namespaces } from '../namespaces.ts'
import { createEppServer, type EppServer } from '../server/epp-server.ts'
import { type Authority, makeAuthority, type Pair, type Wanted } from '../testing/certificates.ts'
import { type TlsOptions, tlsConnector } from './connector.ts'

let ours: Authority
let strangers: Authority
let client: Pair
const ends: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  ours = await makeAuthority('ours')
  strangers = await makeAuthority('strangers')
  client = await ours.issue({ subject: 'client', usage: 'client' })
})
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const localhost: Wanted = { subject: 'localhost', usage: 'server' }

async function registry(pair: Pair): Promise<{ server: EppServer; seen: { logins: number; creates: number } }> {
  let sv = 0
  const seen = { logins: 0, creates: 0 }
  const server = createEppServer({
    svID: 'test',
    greeting: { objects: [namespaces.domain], extensions: [] },
    tls: { ca: ours.ca, ...pair },
    login(request, peer) {
      seen.logins++
      return peer?.authorized && peer.commonName === request.clID ? { ok: true } : { ok: false }
    },
    handle() {
      seen.creates++
      return {
        code: 1000,
        data: domainCreate.response?.write({ name: 'a.example', crDate: '2026-11-24T00:00:00Z' }),
      }
    },
    now: () => new Date(),
    svTRID: () => `sv-${++sv}`,
  })
  await server.listen(0, '127.0.0.1')
  ends.push(server.close)
  return { server, seen }
}

async function create(server: EppServer, tls: Partial<TlsOptions> = {}): Promise<number> {
  const pool = new EppPool({
    connect: tlsConnector({
      host: '127.0.0.1',
      port: server.port,
      servername: 'localhost',
      ca: ours.ca,
      ...client,
      ...tls,
    }),
    login: { clID: 'client', pw: 'a-Password-1' },
    max: 1,
    keepAliveMs: 60_000,
    queryTimeoutMs: 3_000,
    transformTimeoutMs: 3_000,
    connectTimeoutMs: 3_000,
    now: () => performance.now(),
    random: () => 0,
  })
  try {
    const request = { name: 'a.example', authInfo: { pw: 'x-Password-1' } }
    return (await pool.send(domainCreate, request, { clTRID: 'create-1' })).code
  } finally {
    await pool.close()
  }
}

/** The refusal, and that nothing came of it at the registry. */
async function refused(server: EppServer, tls: Partial<TlsOptions>, seen: { logins: number; creates: number }) {
  const error: unknown = await create(server, tls).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(EppNotSent)
  expect(seen).toEqual({ logins: 0, creates: 0 })
  return error instanceof Error ? error.message : ''
}

describe('TLS with certificates on both sides (RFC 5734 §8)', () => {
  it('carries a command when both are good', async () => {
    const { server, seen } = await registry(await ours.issue(localhost))
    expect(await create(server)).toBe(1000)
    expect(seen).toEqual({ logins: 1, creates: 1 })
  })

  it.each<[string, () => Promise<Pair>, RegExp]>([
    ['has expired', () => ours.issue({ ...localhost, fromDay: -30, untilDay: -1 }), /certificate has expired/],
    ['is not valid yet', () => ours.issue({ ...localhost, fromDay: 1 }), /certificate is not yet valid/],
    [
      'is for another host',
      () => ours.issue({ ...localhost, subject: 'epp.example' }),
      /localhost.*not in the cert's altnames/,
    ],
    ['comes from an unknown authority', () => strangers.issue(localhost), /unable to verify|unable to get/],
    ['is one for clients', () => ours.issue({ ...localhost, usage: 'client' }), /purpose/],
  ])('sends nothing to a server whose certificate %s', async (_, issue, says) => {
    const { server, seen } = await registry(await issue())
    expect(await refused(server, {}, seen)).toMatch(says)
  })

  it.each<[string, () => Promise<Partial<TlsOptions>>]>([
    ['without a certificate', async () => ({ cert: undefined, key: undefined }) as Partial<TlsOptions>],
    ['with one of an unknown authority', () => strangers.issue({ subject: 'client', usage: 'client' })],
    ['with one that has expired', () => ours.issue({ subject: 'client', usage: 'client', fromDay: -30, untilDay: -1 })],
    ['with one for servers', () => ours.issue({ subject: 'client', usage: 'server' })],
  ])('lets no client in %s', async (_, tls) => {
    const { server, seen } = await registry(await ours.issue(localhost))
    expect(await refused(server, await tls(), seen)).toMatch(/may not accept our certificate/)
    expect(await create(server)).toBe(1000)
  })

  it('refuses a login with the good certificate of another client', async () => {
    const { server, seen } = await registry(await ours.issue(localhost))
    const other = await ours.issue({ subject: 'other', usage: 'client' })
    await expect(create(server, other)).rejects.toMatchObject({ cause: { response: { code: 2200 } } })
    expect(seen.creates).toBe(0)
  })

  it.each(['TLSv1', 'TLSv1.1'] as const)('is not spoken as %s', async (version) => {
    const { server } = await registry(await ours.issue(localhost))
    const failed = await new Promise<unknown>((resolve) => {
      const socket = connect({
        host: '127.0.0.1',
        port: server.port,
        servername: 'localhost',
        ca: ours.ca,
        ...client,
        minVersion: version,
        maxVersion: version,
        // Without this our own side would not even offer it.
        ciphers: 'DEFAULT@SECLEVEL=0',
      })
      socket.once('error', resolve)
      socket.once('secureConnect', () => resolve(undefined))
    })
    expect(failed).toMatchObject({ message: expect.stringMatching(/protocol version/) })
  })
})
