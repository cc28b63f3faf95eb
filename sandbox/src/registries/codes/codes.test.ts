import {
  type DomainInfoData,
  domainCreate,
  domainInfo,
  domainUpdate,
  type EppPool,
  type EppResponse,
  nvCreate,
  verificationCode,
} from '@yuming/epp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, connectorOf, pem, registrarsOf, talk } from '../../testing/registrars.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { type Sandbox, startSandbox } from '../../world/start-sandbox.ts'

let sandbox: Sandbox
let provider: EppPool
let send: ReturnType<typeof talk>
const { registryOf, poolOf, closePools } = registrarsOf(() => sandbox.world)
const { encodedSignedCode, info, infData } = verificationCode.elements

beforeAll(async () => {
  sandbox = await startSandbox({ data: temporaryFolder('codes') })
  const { port, clientId, password, tls } = sandbox.world.verification
  const files = { ca: pem(tls.ca), cert: pem(tls.cert), key: pem(tls.key) }
  provider = poolOf('thin', 'ours', 1, {
    connect: connectorOf({ ...registryOf('thin'), port }, files),
    login: { clID: clientId, pw: password },
  })
  send = talk('thin', poolOf('thin'))
})
afterAll(async () => {
  await closePools()
  await sandbox.close()
})
afterEach(() => demand('none'))

const demand = (what: string, id = 'thin') =>
  sandbox.http.inject({
    method: 'POST',
    url: `/control/registries/${id}/codes`,
    headers: { host: '127.0.0.1' },
    payload: { demand: what },
  })
const create = (name: string, codes: readonly string[] = []) =>
  send(
    domainCreate,
    { name, period: { value: 1, unit: 'y' }, authInfo: { pw: 'x' } },
    codes.length > 0 ? [encodedSignedCode(codes)] : [],
  )
const compliance = ({ extensions }: EppResponse<DomainInfoData>) => infData.from(extensions)
const ask = (name: string) => send(domainInfo, { name }, [info({})])

async function both(label: string): Promise<[string, string]> {
  const passed = async (input: Parameters<typeof nvCreate.request.write>[0]['input']) => {
    const { data } = await provider.send(nvCreate, { input, pw: 'secret' }, { clTRID: `nv-${label}-${input.kind}` })
    if (data?.result !== 'success') throw new Error('not passed')
    return data.encodedSignedCode
  }
  const holder = { kind: 'rnv', role: 'org', name: '山月公司', num: '9', proofType: 'poe', documents: [] } as const
  return [await passed({ kind: 'dnv', name: label }), await passed(holder)]
}

describe('the codes that com and net may demand', () => {
  it('are not demanded at first', async () => {
    expect(await codeOf(create('codes-none-1.com'))).toBe(1000)
    expect(compliance(await ask('codes-none-1.com'))).toEqual({ status: 'notApplicable', profiles: [] })
    expect(infData.from((await send(domainInfo, { name: 'codes-none-1.com' })).extensions)).toBeUndefined()
  })

  it('let no create pass without both, when it shall be refused', async () => {
    await demand('refuse')
    const [label, holder] = await both('codes-refuse-1')
    expect(await codeOf(create('codes-refuse-1.com'))).toBe(2306)
    expect(await codeOf(create('codes-refuse-1.com', [label]))).toBe(2306)
    expect(await codeOf(create('codes-refuse-1.com', [label, Buffer.from('<forged/>').toString('base64')]))).toBe(2306)
    expect(await codeOf(create('codes-refuse-1.com', [label, holder]))).toBe(1000)
    const answer = await ask('codes-refuse-1.com')
    expect(compliance(answer)).toMatchObject({
      status: 'compliant',
      profiles: [{ name: 'china', status: 'compliant', set: [{ type: 'domain' }, { type: 'real-name' }] }],
    })
  })

  it('hold a name until an update has brought all of them', async () => {
    await demand('hold')
    const name = 'codes-hold-1.com'
    const [label, holder] = await both('codes-hold-1')
    expect(await codeOf(create(name, [label]))).toBe(1000)
    const held = await ask(name)
    expect(held.data?.statuses.map(({ s }) => s)).toContain('serverHold')
    expect(compliance(held)).toMatchObject({
      status: 'pendingCompliance',
      profiles: [{ missing: [{ type: 'real-name' }], set: [{ type: 'domain' }] }],
    })
    await send(domainUpdate, { name, chg: {} }, [encodedSignedCode([holder])])
    const freed = await ask(name)
    expect(freed.data?.statuses.map(({ s }) => s)).not.toContain('serverHold')
    expect(compliance(freed)?.status).toBe('compliant')
  })

  it('are overdue after five days on the clock', async () => {
    await demand('hold')
    await create('codes-late-1.com')
    const move = (payload: object) =>
      sandbox.http.inject({ method: 'POST', url: '/control/clock', headers: { host: '127.0.0.1' }, payload })
    await move({ byDays: 6 })
    expect(compliance(await ask('codes-late-1.com'))?.status).toBe('nonCompliant')
  })

  it('cannot be demanded by a registry that does not take them', async () => {
    expect((await demand('refuse', 'general')).statusCode).toBe(409)
    expect((await demand('none', 'general')).statusCode).toBe(200)
  })
})
