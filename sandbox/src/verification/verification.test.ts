import { X509Certificate } from 'node:crypto'
import {
  drainPollQueue,
  EppAnswerLost,
  EppPool,
  EppRefused,
  type NvInput,
  nvCheck,
  nvCreate,
  nvInfo,
  nvPending,
  nvRefusal,
  nvUpdate,
  tlsConnector,
} from '@yuming/epp'
import { readSignedCode } from '@yuming/signed-codes'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pem } from '../testing/registrars.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type Sandbox, startSandbox } from '../world/start-sandbox.ts'

let sandbox: Sandbox
let pool: EppPool
let turn = 0
const data = temporaryFolder('verification')

const holder: NvInput = {
  kind: 'rnv',
  role: 'person',
  name: '王小明',
  num: '11010519491231002X',
  proofType: 'poc',
  documents: [{ fileType: 'jpg', content: '/9j/4AAQ' }],
}
const label = (name: string, rnvCode?: string): NvInput => ({ kind: 'dnv', name, ...(rnvCode ? { rnvCode } : {}) })

async function open(): Promise<void> {
  sandbox = await startSandbox({ data })
  const { host, port, clientId, password, tls } = sandbox.world.verification
  const files = { ca: pem(tls.ca), cert: pem(tls.cert), key: pem(tls.key) }
  pool = new EppPool({
    connect: tlsConnector({ host, port, servername: 'localhost', ...files }),
    login: { clID: clientId, pw: password },
    max: 2,
    keepAliveMs: 60_000,
    queryTimeoutMs: 5_000,
    transformTimeoutMs: 5_000,
    now: () => Date.now(),
    random: () => 0.5,
  })
}
async function close(): Promise<void> {
  await pool.close()
  await sandbox.close()
}
beforeAll(open)
afterAll(close)
beforeEach(() => sandbox.verification.scripts.clear())

const id = () => ({ clTRID: `test-${turn++}` })
const create = async (input: NvInput, pw = 'secret') => (await pool.send(nvCreate, { input, pw }, id())).data
const signedCode = async (code: string) => {
  const { data: found } = await pool.send(nvInfo, { code }, id())
  if (found?.kind !== 'signedCode') throw new Error('no signed code')
  return found.encodedSignedCode
}
const read = (encoded: string) =>
  readSignedCode(encoded, {
    trusted: sandbox.world.verification.trustedCertificates.map((one) => new X509Certificate(one)),
    now: new Date(),
  })
const control = (method: 'POST' | 'GET' | 'DELETE', url: string, payload?: object) =>
  sandbox.http.inject({ method, url, headers: { host: '127.0.0.1' }, ...(payload ? { payload } : {}) })
/** Takes every waiting message. */
async function messages() {
  const ended: ReturnType<typeof nvPending.read>[] = []
  await drainPollQueue(pool, {
    clTRID: () => id().clTRID,
    store: async ({ data: found }) => {
      if (found) ended.push(nvPending.read(found))
    },
  })
  return ended
}

describe('the verification service', () => {
  it('signs codes of a label and of a holder that a registry can prove (S1-161)', async () => {
    const passed = await create(label('shanyue'))
    if (passed?.result !== 'success') throw new Error('not passed')
    expect(read(passed.encodedSignedCode)).toMatchObject({ type: 'domain', code: passed.code })
    expect(await signedCode(passed.code)).toBe(passed.encodedSignedCode)
    const person = await create(holder)
    if (person?.result !== 'success') throw new Error('not passed')
    expect(read(person.encodedSignedCode)).toMatchObject({ type: 'real-name', code: person.code })
    const { data: input } = await pool.send(nvInfo, { type: 'input', code: person.code }, id())
    expect(input).toMatchObject({ kind: 'input', input: holder })
    await pool.send(nvUpdate, { code: person.code, pw: 'another' }, id())
    expect((await pool.send(nvInfo, { code: person.code }, id())).data).toMatchObject({ pw: 'another' })
  })

  it('checks labels, and refuses in its own words what its reviewers do not want', async () => {
    sandbox.verification.scripts.add({ kind: 'dnv', pattern: 'bad', decision: 'refuse', message: '含禁止词' })
    sandbox.verification.scripts.add({ kind: 'dnv', pattern: '银行', decision: 'restricted' })
    const { data: checked } = await pool.send(nvCheck, { labels: ['good', 'verybad', '山月银行'] }, id())
    expect(checked?.results).toEqual([
      { label: 'good', available: true, restricted: false },
      { label: 'verybad', available: false, restricted: false, reason: '含禁止词' },
      { label: '山月银行', available: true, restricted: true },
    ])
    const refused = await create(label('verybad')).catch((error: unknown) => error)
    if (!(refused instanceof EppRefused)) throw new Error('not refused')
    expect(refused.response.code).toBe(2004)
    expect(nvRefusal(refused.response)).toBe('含禁止词')
    await expect(create(label('山月银行'))).rejects.toThrow(EppRefused)
    const person = await create(holder)
    if (person?.result !== 'success') throw new Error('not passed')
    expect(await create(label('山月银行', person.code))).toMatchObject({ result: 'success' })
  })

  it('answers pending and passes after the minutes of the script, told by poll', async () => {
    await control('POST', '/control/verification/scripts', {
      kind: 'dnv',
      pattern: 'slow',
      decision: 'approve-later',
      minutes: 30,
    })
    const pending = await create(label('slow'))
    if (pending?.result !== 'pending') throw new Error('not pending')
    await expect(signedCode(pending.code)).rejects.toThrow(EppRefused)
    expect(await messages()).toEqual([])
    await control('POST', '/control/clock', { byMs: 31 * 60_000 })
    expect(await messages()).toMatchObject([{ code: pending.code, type: 'domain', passed: true }])
    expect(read(await signedCode(pending.code)).code).toBe(pending.code)
  })

  it('waits for a person, whose no is told by poll; no second decision counts', async () => {
    sandbox.verification.scripts.add({ kind: 'rnv', pattern: '*', decision: 'by-hand' })
    const pending = await create(holder)
    if (pending?.result !== 'pending') throw new Error('not pending')
    const url = `/control/verification/${pending.code}/decide`
    expect((await control('POST', url, { passed: false, message: '库中无此号' })).statusCode).toBe(200)
    expect((await control('POST', url, { passed: true, message: 'again' })).statusCode).toBe(404)
    expect(await messages()).toMatchObject([{ code: pending.code, passed: false, message: '库中无此号' }])
    const shown = (await control('GET', '/control/verification')).body
    expect(shown).toContain('库中无此号')
    expect(shown).not.toContain('11010519491231002X')
    expect((await control('GET', '/verification')).body).toContain(pending.code)
  })

  it('may lose an answer; what was submitted is there, through a restart too', async () => {
    sandbox.verification.scripts.add({ kind: 'dnv', pattern: 'lost', decision: 'lose-answer' })
    await expect(create(label('lost'))).rejects.toThrow(EppAnswerLost)
    const found = sandbox.verification.list().find(({ subject }) => subject === 'lost')
    if (!found) throw new Error('it was not kept')
    const before = await signedCode(found.code)
    await close()
    await open()
    expect(await signedCode(found.code)).toBe(before)
    expect(read(before).type).toBe('domain')
  })
})
