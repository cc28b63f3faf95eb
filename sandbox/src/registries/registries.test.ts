import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  changePoll,
  child,
  contactCheck,
  contactCreate,
  contactInfo,
  domainCheck,
  domainCreate,
  domainDelete,
  domainInfo,
  domainRenew,
  domainTransfer,
  domainUpdate,
  EppAnswerLost,
  type EppCommand,
  EppPool,
  EppRefused,
  elementsOf,
  hostCreate,
  hostInfo,
  namespaces,
  poll,
  tlsConnector,
  type XmlElement,
} from '@yuming/epp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../world/start-sandbox.ts'
import type { WorldRegistry } from '../world/world.ts'

const ids = ['thin', 'cn', 'wangzhi', 'general'] as const
type Id = (typeof ids)[number]

const names: Record<Id, (label: string) => string> = {
  thin: (label) => `${label}.com`,
  cn: (label) => `${label}.cn`,
  wangzhi: (label) => `${label}.xn--ses554g`,
  general: (label) => `${label}.xyz`,
}
const store = elementsOf(namespaces.namestoreExt)
const feeOf = elementsOf(namespaces.fee)
const cnDomain = elementsOf(namespaces['cnnic-domain'])
const cnContact = elementsOf(namespaces['cnnic-contact'])
const inStore = store('namestoreExt', [store('subProduct', 'COM')])

let data: string
let sandbox: Sandbox
const pools: EppPool[] = []

function pem(path: string): string {
  return readFileSync(path, 'utf8')
}

function registryOf(id: Id): WorldRegistry {
  const found = sandbox.world.registries.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

/** A registrar's pool on one registry. */
function poolOf(id: Id, who: 'ours' | 'rival' = 'ours', max = 2): EppPool {
  const registry = registryOf(id)
  const { clientId, password, tls } = who === 'ours' ? registry : registry.rival
  const pool = new EppPool({
    connect: tlsConnector({
      host: registry.host,
      port: registry.port,
      servername: 'localhost',
      ca: pem(tls.ca),
      cert: pem(tls.cert),
      key: pem(tls.key),
    }),
    login: { clID: clientId, pw: password },
    max,
    keepAliveMs: 60_000,
    queryTimeoutMs: 5_000,
    transformTimeoutMs: 5_000,
    now: () => Date.now(),
    random: () => 0.5,
  })
  pools.push(pool)
  return pool
}

let transaction = 0
/** What a command needs at a registry beside its request. */
function extrasOf(id: Id, command: EppCommand<never, never>): XmlElement[] {
  const extras = id === 'thin' ? [inStore] : []
  if (id !== 'cn' || command.verb !== 'create') return extras
  if (command.object === namespaces.domain)
    return [cnDomain('create', [cnDomain('type', 'E'), cnDomain('purveyor', 'yuming')])]
  if (command.object !== namespaces.contact) return extras
  return [
    cnContact('create', [
      cnContact('type', 'E'),
      cnContact('contact', '91310000MA1', { type: 'TYDM' }),
      cnContact('purveyor', 'yuming'),
      cnContact('mobile', '+86.13800000000'),
    ]),
  ]
}

function talk(id: Id, pool: EppPool) {
  return <Req, Res>(command: EppCommand<Req, Res>, request: Req, extensions: XmlElement[] = []) => {
    transaction += 1
    const extras = extrasOf(id, command as unknown as EppCommand<never, never>)
    return pool.send(command, request, { clTRID: `test-${transaction}`, extensions: [...extras, ...extensions] })
  }
}

async function codeOf(answer: Promise<{ code: number }>): Promise<number> {
  try {
    return (await answer).code
  } catch (error) {
    if (error instanceof EppRefused) return error.response.code
    throw error
  }
}

const postal = { street: ['1 Road'], city: 'Shanghai', sp: 'Shanghai', pc: '200000', cc: 'CN' }
const contactOf = (id: string) => ({
  id,
  postalInfo: [
    { type: 'loc' as const, name: '山月公司', ...postal, city: '上海' },
    { type: 'int' as const, name: 'Shanyue Co', ...postal },
  ],
  voice: { number: '+86.2112345678' },
  email: 'owner@example.cn',
  authInfo: { pw: 'contact-secret' },
})

/** A create as this registry wants it. */
async function register(id: Id, send: ReturnType<typeof talk>, name: string, pw: string | null = 'domain-secret') {
  const registrant = `holder-${id}`
  if (id !== 'thin' && !(await send(contactCheck, { names: [registrant] })).data?.results[0]?.available === false)
    await send(contactCreate, contactOf(registrant)).catch(() => undefined)
  return send(domainCreate, {
    name,
    period: { value: 1, unit: 'y' },
    ...(id === 'thin' ? {} : { registrant }),
    authInfo: { pw },
  })
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'registries-'))
  sandbox = await startSandbox({ data })
})

afterAll(async () => {
  for (const pool of pools.splice(0)) await pool.close()
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
    await clock({ offsetMs: 0 })
  })

  it('refuses a wrong password and a client without our certificate', async () => {
    const registry = registryOf(id)
    const files = { ca: pem(registry.tls.ca), cert: pem(registry.tls.cert), key: pem(registry.tls.key) }
    const to = { host: registry.host, port: registry.port, servername: 'localhost' }
    const attempt = (tls: Partial<typeof files>, login: { clID: string; pw: string }) => {
      const pool = new EppPool({
        connect: tlsConnector({ ...to, ...tls }),
        login,
        max: 1,
        keepAliveMs: 60_000,
        queryTimeoutMs: 2_000,
        transformTimeoutMs: 2_000,
        now: () => Date.now(),
        random: () => 0,
      })
      pools.push(pool)
      return talk(id, pool)(poll, { op: 'req' })
    }
    await expect(attempt(files, { clID: registry.clientId, pw: 'wrong' })).rejects.toThrow()
    await expect(attempt(files, { clID: registry.rival.clientId, pw: registry.rival.password })).rejects.toThrow()
    await expect(attempt({ ca: files.ca }, { clID: registry.clientId, pw: registry.password })).rejects.toThrow()
  })
})

describe('what differs from registry to registry', () => {
  it('com wants its sub-product and takes no contacts', async () => {
    const pool = poolOf('thin')
    const bare = (extensions: XmlElement[]) =>
      codeOf(pool.send(domainCheck, { names: ['q9.com'] }, { clTRID: 'bare-1', extensions }))
    expect(await bare([])).toBe(2003)
    expect(await bare([store('namestoreExt', [store('subProduct', 'NET')])])).toBe(2306)
    expect(await bare([inStore])).toBe(1000)
    const send = talk('thin', pool)
    expect(await codeOf(send(domainCreate, { name: 'q9.com', registrant: 'me', authInfo: { pw: 'x' } }))).toBe(2306)
  })

  it('cn wants both forms of a contact, the certificate and the purveyor', async () => {
    const pool = poolOf('cn')
    const send = talk('cn', pool)
    const asked = contactOf('half-1')
    expect(await codeOf(send(contactCreate, { ...asked, postalInfo: asked.postalInfo.slice(0, 1) }))).toBe(2003)
    expect(await codeOf(pool.send(contactCreate, asked, { clTRID: 'bare-2' }))).toBe(2003)
    expect((await send(contactCreate, asked)).code).toBe(1000)
    const told = (await send(contactInfo, { id: 'half-1' })).extensions.find(
      (one) => one.ns === namespaces['cnnic-contact'],
    )
    expect(told && child(told, told.ns, 'contact')).toMatchObject({ text: '91310000MA1', attributes: { type: 'TYDM' } })
    const bare = { name: 'q9.cn', registrant: 'half-1', authInfo: { pw: 'x' } }
    expect(await codeOf(pool.send(domainCreate, bare, { clTRID: 'bare-3' }))).toBe(2003)
  })

  it('tells and checks fees in CNY where the extension is served', async () => {
    const send = talk('general', poolOf('general'))
    const ask = feeOf('check', [feeOf('command', [feeOf('period', '2', { unit: 'y' })], { name: 'create' })])
    const checked = await send(domainCheck, { names: ['q8.xyz'] }, [ask])
    const cd = checked.extensions[0]?.children.find((one) => one.name === 'cd')
    const command = cd?.children.find((one) => one.name === 'command')
    const price = command?.children.find((one) => one.name === 'fee')?.text
    expect(price).toBe('16.00')
    const offer = (amount: string) => [feeOf('create', [feeOf('currency', 'CNY'), feeOf('fee', amount)])]
    const create = (amount: string) =>
      send(
        domainCreate,
        { name: 'q8.xyz', period: { value: 2, unit: 'y' }, registrant: 'holder-general', authInfo: { pw: 'x' } },
        offer(amount),
      )
    expect(await codeOf(create('15.99'))).toBe(2004)
    const created = await create('16.00')
    expect(created.extensions[0]?.children.find((one) => one.name === 'fee')?.text).toBe('16.00')
  })
})

describe('what goes wrong on request', () => {
  const control = (url: string, payload: object = {}) =>
    sandbox.http.inject({ method: 'POST', url: `/control/registries/${url}`, payload })

  it('drops the connection after doing it, exactly as often as asked (S0-23)', async () => {
    const send = talk('general', poolOf('general'))
    await control('general/faults', { kind: 'commit-then-drop', times: 1, verb: 'domain:create' })
    await expect(register('general', send, 'q7a.xyz')).rejects.toBeInstanceOf(EppAnswerLost)
    expect((await send(domainInfo, { name: 'q7a.xyz' })).data?.name).toBe('q7a.xyz')
    expect((await register('general', send, 'q7b.xyz')).code).toBe(1000)
    await control('general/faults', { kind: 'drop-before', times: 1, verb: 'create' })
    await expect(
      send(domainCreate, { name: 'q7c.xyz', registrant: 'holder-general', authInfo: { pw: 'x' } }),
    ).rejects.toBeInstanceOf(EppAnswerLost)
    expect(await codeOf(send(domainInfo, { name: 'q7c.xyz' }))).toBe(2303)
  })

  it('answers 2400, closes with 2502, answers late, and forgets sessions', async () => {
    const send = talk('general', poolOf('general', 'ours', 1))
    await control('general/faults', { kind: 'command-failed', times: 1, verb: 'create' })
    expect(await codeOf(send(domainCreate, { name: 'q6a.xyz', authInfo: { pw: 'x' } }))).toBe(2400)
    await control('general/faults', { kind: 'session-limit', times: 1, verb: 'create' })
    expect(
      await codeOf(send(domainCreate, { name: 'q6a.xyz', registrant: 'holder-general', authInfo: { pw: 'x' } })),
    ).toBe(2502)
    await control('general/faults', { kind: 'delay', times: 1, delayMs: 50 })
    expect((await send(domainCheck, { names: ['q6a.xyz'] })).code).toBe(1000)
    await control('general/faults', { kind: 'logged-out', times: 1 })
    expect((await send(domainCheck, { names: ['q6a.xyz'] })).code).toBe(1000)
    expect((await control('general/sign-out')).json().sessions).toBeGreaterThan(0)
    expect((await send(domainCheck, { names: ['q6a.xyz'] })).code).toBe(1000)
    expect((await sandbox.http.inject('/control/registries/general')).json().faults).toEqual([])
  })

  it('lets the rival grab a name, empties the account, and speaks up by poll', async () => {
    const send = talk('cn', poolOf('cn'))
    expect((await control('cn/grab', { name: 'q5a.cn' })).json()).toMatchObject({ clID: 'rival-cn' })
    expect(await codeOf(register('cn', send, 'q5a.cn'))).toBe(2302)
    expect((await control('cn/grab', { name: 'q5a.cn' })).statusCode).toBe(409)
    await register('cn', send, 'q5b.cn')
    await control('cn/balance', { fen: 100 })
    expect(await codeOf(register('cn', send, 'q5c.cn'))).toBe(2104)
    await control('cn/balance', { fen: 100_000_000 })
    await sandbox.http.inject({
      method: 'POST',
      url: '/control/registries/cn/domains/q5b.cn/statuses',
      payload: { add: ['serverHold'], reason: 'real name not verified' },
    })
    expect((await send(domainInfo, { name: 'q5b.cn' })).data?.statuses.map((one) => one.s)).toContain('serverHold')
    const texts: string[] = []
    let change: XmlElement | undefined
    for (
      let message = await send(poll, { op: 'req' });
      message.code === 1301;
      message = await send(poll, { op: 'req' })
    ) {
      texts.push(message.queue?.message ?? '')
      change ??= message.extensions.find((one) => one.ns === namespaces.changePoll)
      await send(poll, { op: 'ack', msgID: message.queue?.id ?? '' })
    }
    expect(texts.some((text) => text.startsWith('Low account balance'))).toBe(true)
    expect(change && child(change, change.ns, 'reason')?.text).toBe('real name not verified')
    await control('cn/domains/q5b.cn/delete', {})
    expect(await codeOf(send(domainInfo, { name: 'q5b.cn' }))).toBe(2303)
    const gone = await send(poll, { op: 'req' })
    expect(changePoll.elements.changeData.from(gone.extensions)).toMatchObject({ state: 'before', operation: 'delete' })
    expect(domainInfo.response?.read(gone.data as unknown as XmlElement)).toMatchObject({ name: 'q5b.cn' })
  })

  it('shows pages with everything escaped', async () => {
    await control('thin/faults', { kind: 'delay', times: 1, verb: 'info', delayMs: 1 })
    await sandbox.http.inject({ method: 'DELETE', url: '/control/registries/thin/faults' })
    for (const url of ['/', '/registries', '/registries/thin', '/payment', '/mailbox', '/phone', '/style.css'])
      expect((await sandbox.http.inject(url)).statusCode, url).toBe(200)
    expect((await sandbox.http.inject('/mailbox?to=%3Cscript%3E')).body).not.toContain('<script>')
    expect((await sandbox.http.inject({ url: '/', headers: { host: 'evil.example' } })).statusCode).toBe(403)
  })
})

describe('a restart', () => {
  it('keeps names, certificates, passwords and the clock', async () => {
    const before = sandbox.world.registries.map(({ port: _port, ...rest }) => rest)
    await register('general', talk('general', poolOf('general')), 'q4a.xyz')
    await sandbox.http.inject({ method: 'POST', url: '/control/clock', payload: { byDays: 1 } })
    for (const pool of pools.splice(0)) await pool.close()
    await sandbox.close()
    sandbox = await startSandbox({ data })
    expect(sandbox.world.registries.map(({ port: _port, ...rest }) => rest)).toEqual(before)
    expect(statSync(join(data, 'world.json')).mode & 0o777).toBe(0o600)
    expect((await sandbox.http.inject('/control/clock')).json().offsetMs).toBe(86_400_000)
    const info = await talk('general', poolOf('general'))(domainInfo, { name: 'q4a.xyz' })
    expect(info.data?.clID).toBe('yuming-general')
  })
})
