import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { madeUpCard } from '@yuming/papers/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { systemClock } from '../../platform/src/kernel/clock/index.ts'
import { createDb, createPool } from '../../platform/src/kernel/database/index.ts'
import { systemRandom } from '../../platform/src/kernel/random.ts'
import { createVault, keyFileService } from '../../platform/src/kernel/vault/index.ts'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { makeTemplate, signUp, topUp } from './person.ts'
import { dumped, filesBelow } from './planted-places.ts'
import { type Planted, searchFor } from './planted-values.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { decideReview, makeReviewer } from './verified.ts'

// All made up; the check digit of the number is right.
const number = '653101199202030045'
const password = 'Planted-Pass-7qZ!vv'
const wrongPassword = 'Planted-Wrong-8rY?ww'
const name = { zh: '穆昭棠', en: 'Mu Zhaotangplanted' }
const phone = '15099887766'
const email = 'zhaotang.planted@yuming.example'
const street = { zh: '人民西路七十三号植入院', en: '73 Plantedcourt, Renmin West Road' }
const camera = 'planted-by-the-camera-4f2a9c'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-planted-test-'))
const frames = path.join(folder, 'frames')
let world: World
let sandbox: SandboxControls
let client: ApiClient
let stranger: ApiClient
let reviewer: ApiClient
let db: ReturnType<typeof createPool>
/** What another account than the holder's was answered. */
const overheard: string[] = []
/** Secrets that are only known while the world runs. */
const secrets: Planted[] = []
const pictures: Planted[] = []

const template = {
  holderType: 'person',
  name,
  contact: name,
  region: 'CN',
  province: { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
  city: { zh: '喀什地区', en: 'Kashgar' },
  street,
  postcode: '844000',
  phone: `+86.${phone}`,
  email,
  certificate: { kind: 'SFZ', number, issuedOn: '2020-07-01', endsOn: '2040-07-01' },
  default: true,
}

async function photograph(kind: 'id-front' | 'id-back'): Promise<Uint8Array> {
  const drawn = (await madeUpCard(kind)).withExif({ IFD0: { ImageDescription: camera } })
  const bytes = await drawn.jpeg({ quality: 92 }).toBuffer()
  pictures.push(...cutOf(`the photograph ${kind}`, bytes))
  return new Uint8Array(bytes)
}

/** Pieces of a picture that no other picture has. */
const cutOf = (what: string, bytes: Buffer): Planted[] =>
  [0.3, 0.5, 0.7].map((at) => {
    const from = Math.floor(bytes.length * at)
    return { what, value: bytes.subarray(from, from + 24) }
  })

async function refused(who: ApiClient, method: string, target: string, body?: unknown, headers = {}): Promise<void> {
  const answer = await who.raw(method, target, body, headers)
  const text = await answer.text()
  expect([target, answer.status >= 400 && answer.status < 500]).toEqual([target, true])
  if (who === stranger) overheard.push(text)
}

async function badInput(id: string, order: string): Promise<void> {
  const anyone = new ApiClient(world.origin)
  const word = encodeURIComponent(`${name.zh} ${number}`)
  for (const target of ['auth/sign-up', 'auth/sign-in', 'templates', 'orders', 'consents', `templates/${id}/submit`]) {
    const all = { ...template, password, [number]: phone, [password]: 1 }
    await refused(client, 'POST', target, `{"password":"${password}","number":"${number}",`)
    await refused(client, 'POST', target, JSON.stringify(all), { 'content-type': 'text/plain' })
    await refused(client, 'POST', `${target}/${word}?number=${number}&phone=${phone}`, all)
    await refused(client, 'POST', target, { padding: `${number} ${password} `.repeat(20_000) })
    if (!target.includes('submit')) await refused(client, 'POST', target, { ...all, email: `${number}\0${password}` })
  }
  await refused(anyone, 'POST', 'auth/sign-in', { email, password: wrongPassword })
  await refused(anyone, 'POST', 'auth/sign-in', { email: password, password: email })
  await refused(client, 'POST', 'templates', { ...template, certificate: { kind: number, number: name.zh } })
  await refused(client, 'POST', 'templates', { ...template, phone: number, postcode: phone, region: name.zh })
  await refused(client, 'POST', 'templates', { ...template, [number]: password })
  await refused(client, 'PUT', `templates/${id}`, { ...template, certificate: { kind: 'SFZ', number: `${number}9` } })
  await refused(client, 'POST', 'orders', { lines: [{ name: `${name.zh}${number}`, years: 1 }], templateId: number })
  await refused(client, 'GET', `templates/${word}?phone=${phone}`)
  await refused(client, 'GET', `domains/${word}`)
  await refused(client, 'GET', `domains?after=${word}&${number}=${encodeURIComponent(password)}`)
  await refused(client, 'POST', 'email-verifications', { templateId: id, code: phone })
  await refused(client, 'POST', `templates/${id}/papers/${word}`, await photograph('id-back'), {
    'content-type': 'image/jpeg',
  })
  await refused(client, 'POST', `templates/${id}/papers/id-front`, Buffer.from(`${number} is no picture`), {
    'content-type': 'image/jpeg',
  })
  await refused(anyone, 'POST', `uploads/${word}/id-front`, await photograph('id-back'), {
    'content-type': 'image/jpeg',
  })
  for (const [method, target, body] of [
    ['GET', `templates/${id}`],
    ['PUT', `templates/${id}`, template],
    ['GET', `templates/${id}/verification`],
    ['POST', `templates/${id}/submit`],
    ['POST', `templates/${id}/upload-link`],
    ['POST', `templates/${id}/email`, { email: 'stranger@yuming.example' }],
    ['GET', `orders/${order}`],
    ['POST', `orders/${order}/pay`, { method: 'balance' }],
    ['GET', `domains/planted-1.cn`],
    ['GET', `domains/planted-1.cn/verification`],
    ['GET', 'operator/reviews'],
    ['POST', 'auth/sign-up', { email, password: 'another-Password-1', name: '路人' }],
    ['POST', 'auth/sign-in', { email, password: 'another-Password-1' }],
  ] as const)
    await refused(stranger, method, target, body)
}

/** The database refuses a row and says all that was in it; somebody else's request fails at the same time. */
async function failingDatabase(): Promise<void> {
  const broken = async (table: string, work: () => Promise<void>) => {
    await db.query(`alter table ${table} add constraint planted check (false) not valid`)
    await work()
    await db.query(`alter table ${table} drop constraint planted`)
  }
  await broken('registrant_template', async () => {
    const other = { ...template, certificate: { ...template.certificate, number: '440305198806123023' } }
    expect((await client.raw('POST', 'templates', other)).status).toBe(500)
  })
  await broken('auth."user"', async () => {
    const answer = await stranger.raw('POST', 'auth/sign-up', { email: `x-${email}`, password, name: name.zh })
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })
}

const order = async (label: string, id: string) =>
  (
    await client.post<{ number: string }>('orders', {
      lines: [{ name: label, years: 1 }],
      holderType: 'person',
      templateId: id,
      termsAccepted: true,
    })
  ).number
const patience = { timeout: 30_000, interval: 50 }
const ended = (made: string, wanted: string) =>
  vi.waitFor(async () => {
    const { state } = await client.get<{ state: string }>(`orders/${made}`)
    expect(state).toBe(wanted)
  }, patience)
const identity = (id: string, wanted: string) =>
  vi.waitFor(async () => {
    const { identity: state } = await client.get<{ identity: string }>(`templates/${id}`)
    expect(state).toBe(wanted)
  }, patience)

async function viewed(review: string): Promise<void> {
  const { cases } = await reviewer.get<{ cases: { id: string; number: string }[] }>('operator/reviews')
  const id = cases.find((one) => one.number === review)?.id ?? ''
  const { papers } = await reviewer.get<{ papers: { id: string }[] }>(`operator/reviews/${id}`)
  expect(papers).toHaveLength(2)
  for (const paper of papers) {
    const { url } = await reviewer.post<{ url: string }>(`operator/reviews/${id}/papers/${paper.id}/views`)
    secrets.push({ what: 'an address of a view', value: url.split('/').at(-1) ?? '' })
    const shown = await reviewer.raw('GET', url.replace('/v1/', ''))
    expect(shown.status).toBe(200)
    pictures.push(...cutOf('a picture that a reviewer saw', Buffer.from(await shown.arrayBuffer())))
    await refused(stranger, 'GET', url.replace('/v1/', ''))
  }
}

beforeAll(async () => {
  mkdirSync(frames, { recursive: true })
  world = await startCopiedWorld({
    folder,
    web: { limitFactor: 100_000 },
    env: { YUMING_LOG_LEVEL: 'debug', YUMING_FRAMES: frames },
  })
  sandbox = new SandboxControls(world.sandboxOrigin)
  db = createPool(String(world.platform.ready.database), { max: 2 })
  reviewer = await makeReviewer(world.origin, folder, 'planted-reviewer@yuming.example')
  stranger = await signUp(world.origin, 'stranger@yuming.example', 'a-long-enough-Password-1', '路人')
  client = await signUp(world.origin, email, password, name.zh)
  for (const { name: cookie, value } of client.cookies()) secrets.push({ what: `the cookie ${cookie}`, value })
})
afterAll(async () => {
  await db?.end()
  await world?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The whole life of a holder: good requests, bad ones, refusals, failures of others. */
async function livedThrough(): Promise<void> {
  await topUp(client, sandbox, 2_000_000)
  const id = await makeTemplate(client, sandbox, template)
  await client.post('consents', { purpose: 'identity-papers' })
  const sent = await client.raw('POST', `templates/${id}/papers/id-front`, await photograph('id-front'), {
    'content-type': 'image/jpeg',
  })
  expect(sent.status).toBe(201)
  const { url } = await client.post<{ url: string }>(`templates/${id}/upload-link`)
  const token = url.split('/').at(-1) ?? ''
  secrets.push({ what: 'the token of an upload link', value: token })
  const byPhone = await new ApiClient(world.origin).raw(
    'POST',
    `uploads/${token}/id-back`,
    await photograph('id-back'),
    { 'content-type': 'image/jpeg' },
  )
  expect(byPhone.status).toBe(201)

  const first = (await client.post<{ number: string }>(`templates/${id}/submit`)).number
  await viewed(first)
  await decideReview(reviewer, first, { pass: false, reasons: ['rn-address-detail'] })
  await identity(id, 'failed')
  const second = (await client.post<{ number: string }>(`templates/${id}/submit`)).number
  await viewed(second)
  await decideReview(reviewer, second)
  await identity(id, 'verified')

  for (const label of ['planted-1.cn', 'planted-1.com']) {
    const made = await order(label, id)
    await client.post(`orders/${made}/pay`, { method: 'balance' })
    await ended(made, 'succeeded')
  }
  const lost = await order('planted-lost.cn', id)
  const { outTradeNo } = await client.post<{ outTradeNo: string }>(`orders/${lost}/pay`, { method: 'alipay' })
  await sandbox.grab('cn', 'planted-lost.cn')
  await sandbox.pay(outTradeNo)
  await ended(lost, 'failed')
  await badInput(id, lost)
  await failingDatabase()

  const vault = createVault({
    keys: keyFileService(path.join(folder, 'platform', 'vault.key')),
    clock: systemClock,
    random: systemRandom,
  })
  const { rows } = await db.query<{ auth_info: Buffer }>("select auth_info from domain where ascii like 'planted-%'")
  for (const { auth_info: box } of rows)
    secrets.push({ what: 'a transfer password', value: await vault.unbox(box, 'domain.auth-info') })
  const papers = await db.query<{ item: string; kind: string }>('select item, kind from identity_paper')
  for (const { item, kind } of papers.rows)
    pictures.push(...cutOf(`the kept picture ${kind}`, await vault.open(createDb(db), item, 'identity.paper')))
}

const personal: readonly Planted[] = [
  { what: 'the name', value: name.zh },
  { what: 'the name in English', value: name.en },
  { what: 'the telephone number', value: phone },
  { what: 'the mail address', value: email },
  { what: 'the street', value: street.zh },
  { what: 'the street in English', value: street.en },
]
const sealed: readonly Planted[] = [
  { what: 'the number of the certificate', value: number },
  { what: 'the password', value: password },
  { what: 'the wrong password', value: wrongPassword },
  { what: 'what the camera wrote', value: camera },
]
const platformFolder = path.join(folder, 'platform')
const told = () => [
  ...filesBelow(platformFolder, ['database']),
  ...filesBelow(path.join(platformFolder, 'database'), ['postgres']),
  [path.join(folder, 'platform.log'), readFileSync(path.join(folder, 'platform.log'))] as const,
]

describe('what is personal stays sealed', () => {
  beforeAll(livedThrough, 120_000)

  it('and a search finds each value that is put into a copy of what was written, in every form', () => {
    const copy = mkdtempSync(path.join(folder, 'copy-'))
    const log = readFileSync(path.join(folder, 'platform.log'))
    for (const { what, value } of [...personal, ...sealed, ...secrets, ...pictures]) {
      const bytes = Buffer.from(value)
      const forms = [bytes, bytes.toString('hex'), bytes.toString('base64'), `x${bytes.toString('base64')}`]
      if (typeof value === 'string')
        forms.push(Buffer.from(value, 'utf16le'), value.split('').join(' '), encodeURIComponent(value))
      for (const [n, form] of forms.entries()) {
        const file = path.join(copy, String(n))
        writeFileSync(file, Buffer.concat([log.subarray(0, 1_000), Buffer.from(form), log.subarray(1_000, 2_000)]))
        const found = searchFor([{ what, value }], [[file, readFileSync(file)]])
        expect([what, n, found.length > 0]).toEqual([what, n, true])
      }
    }
    rmSync(copy, { recursive: true })
  })

  it('in the log, the data folder and the log of the database server', () => {
    expect(told().length).toBeGreaterThan(2)
    // What failed was told all the same.
    expect(readFileSync(path.join(folder, 'platform.log'), 'utf8')).toMatch(/"code":"23514".*a request failed/)
    expect(searchFor([...personal, ...sealed, ...secrets, ...pictures], told())).toEqual([])
  })

  it('in frames that were written down to look at', () => {
    const seen = filesBelow(frames)
    expect(seen.length).toBeGreaterThan(20)
    expect(searchFor([...personal, ...sealed, ...secrets, ...pictures], seen)).toEqual([])
  })

  it('in a dump of the database: no number, no password, no picture', async () => {
    const places = await dumped(db)
    expect(searchFor([{ what: 'the name', value: name.zh }], places)).not.toEqual([])
    const kept = secrets.filter(({ what }) => !what.startsWith('the cookie'))
    expect(searchFor([...sealed, ...kept, ...pictures], places)).toEqual([])
  })

  it('in measures, and in what other accounts are answered', async () => {
    const measures = await fetch(`${world.origin}/metrics`)
    expect(measures.status).toBe(200)
    const places = [
      ['measures', Buffer.from(await measures.text())],
      ['answers to others', Buffer.from(overheard.join('\n'))],
    ] as const
    expect(overheard.length).toBeGreaterThan(15)
    const others = personal.filter(({ what }) => what !== 'the mail address')
    expect(searchFor([...others, ...sealed, ...secrets, ...pictures], places)).toEqual([])
  })
})
