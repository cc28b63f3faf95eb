import {
  child,
  contactCheck,
  contactCreate,
  contactInfo,
  domainCheck,
  domainCreate,
  domainDelete,
  domainInfo,
  domainUpdate,
  elementsOf,
  fee,
  idnLang,
  namespaces,
  poll,
  rgp,
  secDNS,
  setAside,
  type XmlElement,
} from '@yuming/epp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, contactOf, inStore, register, registrarsOf, talk } from '../testing/registrars.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type Sandbox, startSandbox } from '../world/start-sandbox.ts'

const feeOf = elementsOf(namespaces.fee)
const store = elementsOf(namespaces.namestoreExt)
let sandbox: Sandbox
const { poolOf, closePools } = registrarsOf(() => sandbox.world)

beforeAll(async () => {
  sandbox = await startSandbox({ data: temporaryFolder('registries') })
})

afterAll(async () => {
  await closePools()
  await sandbox.close()
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
    expect(await codeOf(pool.send(contactCreate, asked, { clTRID: 'bare-2' }))).toBe(2306)
    expect((await send(contactCreate, asked)).code).toBe(1000)
    const told = (await send(contactInfo, { id: 'half-1' })).extensions.find(
      (one) => one.ns === namespaces['cnnic-contact'],
    )
    expect(told && child(told, told.ns, 'contact')).toMatchObject({
      text: '91330106MA2R5XTEA9',
      attributes: { type: 'TYDM' },
    })
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
    await send(contactCreate, contactOf('holder-general'))
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

describe('premium names', () => {
  const ask = (...commands: ('create' | 'renew')[]) =>
    fee.elements.check({ commands: commands.map((name) => ({ name, period: { value: 2, unit: 'y' } })) })
  const agree = (amount: string) => [fee.elements.create({ currency: 'CNY', fees: [{ amount }] })]

  it('tell their price, and are registered for it and for nothing else (RFC 8748 §5.2)', async () => {
    const send = talk('general', poolOf('general'))
    const checked = await send(domainCheck, { names: ['chashan.xyz', 'q8-2.xyz'] }, [ask('create', 'renew')])
    expect(checked.data?.results.map(({ available }) => available)).toEqual([true, true])
    const [premium, usual] = fee.elements.chkData.from(checked.extensions)?.results ?? []
    expect(premium).toMatchObject({
      class: 'premium',
      commands: [
        { name: 'create', standard: false, fees: [{ amount: '8875.00' }] },
        { name: 'renew', standard: true, fees: [{ amount: '150.00' }] },
      ],
    })
    expect(usual).toMatchObject({ class: 'standard', commands: [{ standard: true }, { standard: true }] })
    await codeOf(send(contactCreate, contactOf('holder-general')))
    const create = (extensions: XmlElement[] = []) =>
      codeOf(
        send(
          domainCreate,
          { name: 'chashan.xyz', period: { value: 2, unit: 'y' }, registrant: 'holder-general', authInfo: { pw: 'x' } },
          extensions,
        ),
      )
    expect(await create()).toBe(2003)
    expect(await create(agree('83.00'))).toBe(2004)
    expect(await create(agree('8875.00'))).toBe(1000)
  })

  it('get another price when the registry wants one', async () => {
    const set = (id: string) =>
      sandbox.http.inject({
        method: 'POST',
        url: `/control/registries/${id}/premium`,
        payload: { name: id === 'cn' ? 'q8-3.cn' : 'q8-3.xyz', createFen: 99_900, renewFen: 50_000 },
      })
    expect((await set('cn')).statusCode).toBe(409)
    expect((await set('general')).statusCode).toBe(200)
    const send = talk('general', poolOf('general'))
    const checked = await send(domainCheck, { names: ['q8-3.xyz'] }, [ask('create', 'renew')])
    expect(fee.elements.chkData.from(checked.extensions)?.results[0]?.commands).toMatchObject([
      { standard: false, fees: [{ amount: '1499.00' }] },
      { standard: false, fees: [{ amount: '1000.00' }] },
    ])
  })
})

describe('what the extensions add', () => {
  const digest = 'AB'.repeat(32)
  const ds = { keyTag: 12345, alg: 13, digestType: 2, digest }

  it('keeps DS records (RFC 5910)', async () => {
    const send = talk('thin', poolOf('thin'))
    const name = 'q10-ds.com'
    const create = { name, authInfo: { pw: 'domain-secret' } }
    expect(
      await codeOf(send(domainCreate, create, [secDNS.elements.create({ dsData: [{ ...ds, digest: 'zz' }] })])),
    ).toBe(2005)
    await send(domainCreate, create, [secDNS.elements.create({ dsData: [ds] })])
    const told = async () => secDNS.elements.infData.from((await send(domainInfo, { name })).extensions)?.dsData
    expect(await told()).toEqual([ds])
    const replaced = { rem: { all: true as const }, add: { dsData: [{ ...ds, keyTag: 54321 }] } }
    await send(domainUpdate, { name }, [secDNS.elements.update(replaced)])
    expect(await told()).toEqual([{ ...ds, keyTag: 54321 }])
  })

  it('takes a Chinese label under com only with its language (idnLang-1.0), and an ASCII one without', async () => {
    const send = talk('thin', poolOf('thin'))
    const create = (name: string, tag?: string) =>
      codeOf(send(domainCreate, { name, authInfo: { pw: '' } }, tag === undefined ? [] : [idnLang.elements.tag(tag)]))
    const chinese = 'xn--q10-b40fm18byg5b.com'
    expect(await create(chinese)).toBe(2003)
    expect(await create(chinese, 'GER')).toBe(2306)
    expect(await create(chinese, 'CHI')).toBe(1000)
    expect(await create('q10-ascii.com')).toBe(1000)
  })

  it('restores a deleted name by request and report (RFC 3915)', async () => {
    const send = talk('thin', poolOf('thin'))
    const name = 'q11-restore.com'
    await send(domainCreate, { name, authInfo: { pw: '' } })
    await sandbox.http.inject({ method: 'POST', url: '/control/clock', payload: { byDays: 10 } })
    expect((await send(domainDelete, { name })).code).toBe(1001)
    const rgpOf = async () =>
      rgp.elements.infData.from((await send(domainInfo, { name })).extensions)?.map(({ s }) => s)
    expect(await rgpOf()).toEqual(['redemptionPeriod'])
    const asked = await send(domainUpdate, { name, chg: {} }, [rgp.elements.update({ op: 'request' })])
    expect(rgp.elements.upData.from(asked.extensions)?.map(({ s }) => s)).toEqual(['pendingRestore'])
    const at = '2026-12-03T00:00:00.0Z'
    const report = { preData: 'a', postData: 'a', delTime: at, resTime: at, resReason: 'error', statements: ['1', '2'] }
    await send(domainUpdate, { name, chg: {} }, [rgp.elements.update({ op: 'report', report })])
    expect((await send(domainInfo, { name })).data?.statuses.map(({ s }) => s)).not.toContain('pendingDelete')
  })

  it('refuses an extension and an object that it did not announce', async () => {
    const send = talk('cn', poolOf('cn'))
    const ask = feeOf('check', [feeOf('command', '', { name: 'create' })])
    expect(await codeOf(send(domainCheck, { names: ['q9.cn'] }, [ask]))).toBe(2103)
    expect(await codeOf(talk('thin', poolOf('thin'))(contactCheck, { names: ['c'] }))).toBe(2307)
  })

  it('sets aside what a session did not log in for (RFC 9038)', async () => {
    const pool = poolOf('general', 'ours', 1, { extURIs: [namespaces.unhandledNamespaces] })
    const send = talk('general', pool)
    await register('general', send, 'q12-aside.xyz')
    await sandbox.http.inject({
      method: 'POST',
      url: '/control/registries/general/domains/q12-aside.xyz/statuses',
      payload: { add: ['serverHold'] },
    })
    for (
      let message = await send(poll, { op: 'req' });
      message.code === 1301;
      message = await send(poll, { op: 'req' })
    ) {
      await send(poll, { op: 'ack', msgID: message.queue?.id ?? '' })
      if (!message.queue?.message?.includes('statuses')) continue
      expect(message.extensions).toEqual([])
      expect(setAside(message.reasons).map(({ ns }) => ns)).toEqual([namespaces.changePoll])
      return
    }
    expect.unreachable('the message was not in the queue')
  })
})
