import { afterEach, describe, expect, it } from 'vitest'
import { EppRefused } from '../client/errors.ts'
import { EppPool } from '../client/pool.ts'
import { domainInfo } from '../domain/info.ts'
import { rgp, secDNS } from '../extensions/index.ts'
import { setAside } from '../extensions/unhandled-namespaces/unhandled-namespaces.ts'
import type { ResponseInput } from '../frame/response.ts'
import { namespaces } from '../namespaces.ts'
import { poll } from '../poll/poll.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { elementsOf } from '../xml/element.ts'
import { createEppServer } from './epp-server.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const graces = rgp.elements.infData([{ s: 'addPeriod' }])
const keys = secDNS.elements.infData({ dsData: [{ keyTag: 1, alg: 13, digestType: 2, digest: 'AB'.repeat(32) }] })
const info = domainInfo.response?.write({
  name: 'a.example',
  roid: 'D1-TEST',
  statuses: [{ s: 'ok' }],
  contacts: [],
  hosts: [],
  clID: 'client',
})
const balance = elementsOf('http://www.example/epp/balance-1.0')('pollData', 'low')

/** What a client of these extensions gets for this answer. */
async function clientOf(extURIs: readonly string[], answer: ResponseInput) {
  let sv = 0
  const server = createEppServer({
    svID: 'test',
    greeting: {
      objects: [namespaces.domain],
      extensions: [namespaces.rgp, namespaces.secDNS, namespaces.unhandledNamespaces],
    },
    login: () => ({ ok: true }),
    handle: () => answer,
    now: () => new Date(),
    svTRID: () => `sv-${++sv}`,
  })
  const wire = await listenOn(server.serve)
  const pool = new EppPool({
    connect: wire.connect,
    login: { clID: 'client', pw: 'a-Password-1' },
    max: 1,
    keepAliveMs: 60_000,
    queryTimeoutMs: 2_000,
    transformTimeoutMs: 2_000,
    extURIs,
    now: () => performance.now(),
    random: () => 0,
  })
  ends.push(wire.close, server.close, () => pool.close())
  return pool
}

const { unhandledNamespaces } = namespaces

describe('what a client did not log in for (RFC 9038)', () => {
  it('is set aside when the client knows that practice, with the reason of the RFC', async () => {
    const pool = await clientOf([namespaces.rgp, unhandledNamespaces], {
      code: 1000,
      ...(info ? { data: info } : {}),
      extensions: [graces, keys],
    })
    const answer = await pool.send(domainInfo, { name: 'a.example' }, { clTRID: 'info-1' })
    expect(answer.data?.name).toBe('a.example')
    expect(answer.extensions).toEqual([graces])
    expect(setAside(answer.reasons)).toEqual([keys])
    expect(answer.reasons[0]?.reason).toBe(`${namespaces.secDNS} not in login services`)
  })

  it('is left out when the client does not know that practice', async () => {
    const pool = await clientOf([namespaces.rgp], { code: 1000, extensions: [graces, keys] })
    const answer = await pool.send(domainInfo, { name: 'a.example' }, { clTRID: 'info-1' })
    expect(answer.extensions).toEqual([graces])
    expect(answer.raw).not.toContain(namespaces.secDNS)
    expect(answer.reasons).toEqual([])
  })

  it('may be the object of a message: the message can be read and acknowledged all the same (lesson 6)', async () => {
    const queue = { count: 1, id: '7', message: 'low balance' }
    const pool = await clientOf([unhandledNamespaces], { code: 1301, queue, data: balance })
    const answer = await pool.send(poll, { op: 'req' }, { clTRID: 'poll-1' })
    expect(answer).toMatchObject({ code: 1301, queue })
    expect(answer.data).toBeUndefined()
    expect(setAside(answer.reasons)).toEqual([balance])
  })

  it('is nothing when all was asked for, and a refusal keeps its own reasons', async () => {
    const pool = await clientOf([namespaces.rgp, unhandledNamespaces], {
      code: 2304,
      reasons: [{ reason: 'locked' }],
      extensions: [graces],
    })
    const refused: unknown = await pool
      .send(domainInfo, { name: 'a.example' }, { clTRID: 'info-1' })
      .catch((error: unknown) => error)
    expect(refused instanceof EppRefused && refused.response).toMatchObject({
      extensions: [graces],
      reasons: [{ reason: 'locked' }],
    })
  })
})
