import {
  changePoll,
  child,
  domainCheck,
  domainCreate,
  domainInfo,
  EppAnswerLost,
  namespaces,
  poll,
  type XmlElement,
} from '@yuming/epp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, register, registrarsOf, talk } from '../testing/registrars.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type Sandbox, startSandbox } from '../world/start-sandbox.ts'

let sandbox: Sandbox
const { poolOf, closePools } = registrarsOf(() => sandbox.world)

beforeAll(async () => {
  sandbox = await startSandbox({ data: temporaryFolder('registries') })
})

afterAll(async () => {
  await closePools()
  await sandbox.close()
})

describe('what goes wrong on request', () => {
  const control = (url: string, payload: object = {}) =>
    sandbox.http.inject({ method: 'POST', url: `/control/registries/${url}`, payload })

  it('drops the connection after doing it, exactly as often as asked', async () => {
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
