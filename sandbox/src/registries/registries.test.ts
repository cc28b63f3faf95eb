import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  contactCreate,
  contactInfo,
  domainCheck,
  domainDelete,
  domainInfo,
  domainRenew,
  domainTransfer,
  domainUpdate,
  hostCreate,
  hostInfo,
  namespaces,
  poll,
  type XmlElement,
} from '@yuming/epp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, connectorOf, contactOf, ids, names, pem, register, registrarsOf, talk } from '../testing/registrars.ts'
import { type Sandbox, startSandbox } from '../world/start-sandbox.ts'

let sandbox: Sandbox
const data = mkdtempSync(join(tmpdir(), 'registries-'))
const { registryOf, poolOf, closePools } = registrarsOf(() => sandbox.world)

beforeAll(async () => {
  sandbox = await startSandbox({ data })
})

afterAll(async () => {
  await closePools()
  await sandbox.close()
})

describe.each(ids)('the registry %s over TLS', (id) => {
  it('checks, creates, informs, renews, updates and deletes', async () => {
    const send = talk(id, poolOf(id))
    const name = names[id](`q1-${id}`)
    if (id !== 'thin') expect((await send(contactCreate, contactOf(`holder-${id}`))).code).toBe(1000)
    const checked = await send(domainCheck, { names: [name, names[id]('test'), names[id]('whois'), names[id]('-a')] })
    expect(checked.data?.results.map((one) => [one.available, one.reason])).toEqual([
      [true, undefined],
      [false, 'In use'],
      [false, 'reserved'],
      [false, 'Invalid name'],
    ])
    const created = await register(id, send, name)
    expect(created).toMatchObject({ code: 1000, data: { name } })
    expect(await codeOf(register(id, send, name))).toBe(2302)
    expect(await codeOf(register(id, send, names[id]('whois')))).toBe(2306)
    expect((await send(hostCreate, { name: 'ns1.outside.example', addresses: [] })).code).toBe(1000)
    expect(await codeOf(send(hostCreate, { name: `ns1.${name}`, addresses: [] }))).toBe(2003)
    await send(hostCreate, { name: `ns1.${name}`, addresses: [{ ip: 'v4', address: '192.0.2.1' }] })
    const servers = [{ name: 'ns1.outside.example' }, { name: `ns1.${name}` }]
    await send(domainUpdate, {
      name,
      add: { nameservers: { model: 'objects', servers }, statuses: [{ s: 'clientTransferProhibited' }] },
      chg: { authInfo: { pw: 'another-secret' } },
    })
    const info = await send(domainInfo, { name })
    expect(info.data).toMatchObject({
      name,
      clID: registryOf(id).clientId,
      nameservers: { model: 'objects', servers },
      hosts: [`ns1.${name}`],
    })
    expect(info.data?.statuses.map((one) => one.s)).toEqual(['clientTransferProhibited'])
    expect(info.data?.authInfo).toBeUndefined()
    expect(info.extensions.find((one) => one.ns === namespaces.rgp)?.children[0]?.attributes.s).toBe('addPeriod')
    expect((await send(hostInfo, { name: `ns1.${name}` })).data?.statuses).toEqual(['ok', 'linked'])
    const exDate = created.data?.exDate ?? ''
    const renewed = await send(domainRenew, { name, curExpDate: exDate.slice(0, 10), period: { value: 2, unit: 'y' } })
    expect(Number(renewed.data?.exDate?.slice(0, 4)) - Number(exDate.slice(0, 4))).toBe(2)
    expect(await codeOf(send(domainRenew, { name, curExpDate: exDate.slice(0, 10) }))).toBe(2004)
    const other = names[id](`q2-${id}`)
    await register(id, send, other)
    expect((await send(domainDelete, { name: other })).code).toBe(1000)
    expect(await codeOf(send(domainInfo, { name: other }))).toBe(2303)
  })

  it('answers wrong objects, wrong names and foreign names with the codes of the RFCs', async () => {
    const send = talk(id, poolOf(id))
    expect(await codeOf(send(domainInfo, { name: names[id]('nobody-here-1') }))).toBe(2303)
    expect(await codeOf(send(domainInfo, { name: `not a name${names[id]('')}` }))).toBe(2005)
    expect(await codeOf(send(domainDelete, { name: names[id]('test') }))).toBe(2201)
    expect(await codeOf(send(poll, { op: 'ack', msgID: '999999' }))).toBe(2303)
    if (id === 'thin') expect(await codeOf(send(contactInfo, { id: 'someone' }))).toBe(2307)
    else expect(await codeOf(send(contactInfo, { id: 'someone' }))).toBe(2303)
  })

  it('moves a name to the rival and tells both by poll', async () => {
    const ours = talk(id, poolOf(id))
    const rival = talk(id, poolOf(id, 'rival'))
    const name = names[id](`q3-${id}`)
    await register(id, ours, name)
    const request = { op: 'request' as const, name, pw: 'domain-secret' }
    expect(await codeOf(rival(domainTransfer, request))).toBe(2106)
    const clock = (body: object) => sandbox.http.inject({ method: 'POST', url: '/control/clock', payload: body })
    await clock({ byDays: 61 })
    expect(await codeOf(rival(domainTransfer, { ...request, pw: 'wrong' }))).toBe(2202)
    const asked = await rival(domainTransfer, request)
    expect(asked).toMatchObject({ code: 1001, data: { trStatus: 'pending' } })
    const message = await ours(poll, { op: 'req' })
    expect(message.code).toBe(1301)
    expect(domainTransfer.response?.read(message.data as unknown as XmlElement)).toMatchObject({ trStatus: 'pending' })
    await ours(poll, { op: 'ack', msgID: message.queue?.id ?? '' })
    await ours(domainTransfer, { op: 'approve', name })
    expect((await rival(domainInfo, { name })).data?.clID).toBe(registryOf(id).rival.clientId)
  })

  it('refuses a wrong password and a client without our certificate', async () => {
    const registry = registryOf(id)
    const files = { ca: pem(registry.tls.ca), cert: pem(registry.tls.cert), key: pem(registry.tls.key) }
    const attempt = (given: { ca: string; cert?: string; key?: string }, login: { clID: string; pw: string }) =>
      talk(id, poolOf(id, 'ours', 1, { connect: connectorOf(registry, given), login }))(poll, { op: 'req' })
    await expect(attempt(files, { clID: registry.clientId, pw: 'wrong' })).rejects.toThrow()
    await expect(attempt(files, { clID: registry.rival.clientId, pw: registry.rival.password })).rejects.toThrow()
    await expect(attempt({ ca: files.ca }, { clID: registry.clientId, pw: registry.password })).rejects.toThrow()
  })
})

describe('a restart', () => {
  it('keeps names, certificates, passwords and the clock', async () => {
    const before = sandbox.world.registries.map(({ port: _port, ...rest }) => rest)
    await register('general', talk('general', poolOf('general')), 'q4a.xyz')
    const turned = (await sandbox.http.inject({ method: 'POST', url: '/control/clock', payload: { byDays: 1 } })).json()
    expect(turned.offsetMs).toBeGreaterThanOrEqual(86_400_000)
    await closePools()
    await sandbox.close()
    sandbox = await startSandbox({ data })
    expect(sandbox.world.registries.map(({ port: _port, ...rest }) => rest)).toEqual(before)
    expect(statSync(join(data, 'world.json')).mode & 0o777).toBe(0o600)
    expect((await sandbox.http.inject('/control/clock')).json().offsetMs).toBe(turned.offsetMs)
    const info = await talk('general', poolOf('general'))(domainInfo, { name: 'q4a.xyz' })
    expect(info.data?.clID).toBe('yuming-general')
  })
})
