import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  BureauClient,
  type DownloadPart,
  type FilingResults,
  miit30,
  type NewFiling,
  type PublishedFiling,
  packFiles,
  readDownload,
  seal,
  type UploadName,
  type UploadRecords,
  unseal,
  writeRecord,
} from '@yuming/miit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MovableClock } from '../world/clock.ts'
import { systemRandom } from '../world/random.ts'
import { behaviourSchema } from './bureau-controls.ts'
import { type Bureaus, openBureaus } from './bureaus.ts'
import { ministry } from './provinces.ts'

const zhejiang = '330000'
const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bureaus-'))
let sent: { to: string; message: string }[] = []
let clock: MovableClock
let bureaus: Bureaus

const open = () =>
  openBureaus({
    data: folder,
    port: 0,
    clock,
    random: systemRandom,
    deliver: (to, message) => void sent.push({ to, message }),
    smsPage: () => 'http://sandbox.invalid/bureaus/sms',
  })

beforeEach(async () => {
  sent = []
  clock = new MovableClock({ now: () => new Date('2026-12-01T02:00:00Z') }, 0)
  bureaus = await open()
})
afterEach(async () => {
  await bureaus.close()
  rmSync(folder, { recursive: true, force: true })
})

function clientOf(id: string): BureauClient {
  const bureau = bureaus.all.get(id)
  if (!bureau) throw new Error(`no bureau ${id}`)
  return new BureauClient({
    profile: miit30,
    connection: { baseUrl: `http://127.0.0.1:${bureau.port}`, ...bureau.account },
    randomBytes,
    timeoutMs: 10_000,
    fileTimeoutMs: 10_000,
  })
}

async function upload<N extends UploadName>(id: string, sequence: number, name: N, records: UploadRecords[N][]) {
  const account = bureaus.all.get(id)?.account
  if (!account) throw new Error(`no bureau ${id}`)
  const [file] = packFiles(
    miit30,
    name,
    records.map((record) => writeRecord(miit30, name, record)),
    account.ispId,
  )
  if (!file) throw new Error('no file')
  const answer = await clientOf(id).upload(sequence, seal(file.xml, `u${sequence}.xml`, account.aes))
  await bureaus.turn()
  return answer.code
}

/** Downloads and acknowledges everything. */
async function collect(id: string): Promise<DownloadPart[]> {
  const account = bureaus.all.get(id)?.account
  const client = clientOf(id)
  const parts: DownloadPart[] = []
  for (;;) {
    const { file } = await client.download()
    if (!file || !account) return parts
    const { bytes } = await unseal(file, { aes: account.aes, largestXml: 1 << 24 })
    parts.push(...readDownload(miit30, bytes).parts)
    await client.acknowledge(file.fileName)
  }
}

const filing = (domain: string, change: { mobile?: string; certificate?: string } = {}): NewFiling => ({
  subject: {
    id: '1001',
    kind: 'organisation',
    name: '虚构山月茶业有限公司',
    nature: 4,
    investor: '虚构投资人',
    address: { province: 330000, city: 330100, county: 330106, street: '虚构路1号' },
    certificate: { kind: 1, number: change.certificate ?? 'FICTION330000001', address: '虚构路1号' },
    principal: {
      name: '虚构人',
      officePhones: ['0571-00000000'],
      mobile: change.mobile ?? '13800000001',
      emails: ['nobody@example.invalid'],
      certificate: { kind: 2, number: '000000000000000000' },
    },
    filedBy: 'provider',
  },
  services: [
    {
      kind: 'website',
      id: '2001',
      names: ['虚构茶叶展示'],
      contents: [1],
      languages: [1],
      domains: [{ id: '3001', name: domain }],
      accesses: [
        { id: '4001', places: [1], modes: [4], addresses: [{ id: '5001', first: '192.0.2.10', last: '192.0.2.10' }] },
      ],
      principal: {
        name: '虚构人',
        officePhones: ['0571-00000000'],
        mobile: change.mobile ?? '13800000001',
        emails: ['nobody@example.invalid'],
      },
      homeUrl: `www.${domain}`,
    },
  ],
  attachments: [],
})

const codeFor = (to: string) => /验证码(\d{6})/.exec(sent.findLast((one) => one.to === to)?.message ?? '')?.[1] ?? ''
const resultsIn = (parts: DownloadPart[]) =>
  parts.filter(({ name }) => name === 'filing-results').map(({ content }) => content as FilingResults)

const publishedIn = (parts: DownloadPart[]) =>
  parts.filter(({ name }) => name === 'published-filings').flatMap(({ content }) => content as PublishedFiling[])

describe('a filing at a bureau', () => {
  beforeEach(async () => {
    await bureaus.office.run(() => bureaus.office.domains.add('fictional-tea.example'))
    await collect(zhejiang)
  })

  it('waits for the SMS code, then for the reviewers, and is published with numbers (S2-33)', async () => {
    expect(await upload(zhejiang, 1, 'new-filing', [filing('fictional-tea.example')])).toBe(0)
    expect(sent.map(({ to }) => to)).toEqual(['+8613800000001'])
    clock.move(3_600_000)
    expect(await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))).toBe('right')
    await bureaus.turn()
    expect(await collect(zhejiang)).toEqual([])
    clock.move(6 * 24 * 3_600_000)
    await bureaus.turn()
    const parts = await collect(zhejiang)
    expect(parts.map(({ name }) => name)).toEqual(['filing-results', 'published-filings'])
    const [results] = resultsIn(parts)
    expect(results?.results).toMatchObject([{ operation: 'new-filing', key: '1001', codes: [{ code: 1001 }] }])
    expect(results?.opinions).toMatchObject([{ verdict: 'approved', recordId: '1001' }])
    const [published] = publishedIn(parts)
    expect(published?.subject.filingNumber).toMatch(/^浙ICP备2026\d{6}号$/)
    expect(published?.services[0]).toMatchObject({
      id: '2001',
      filingNumber: `${published?.subject.filingNumber}-1`,
      accesses: [{ id: '4001' }],
    })
    expect((await clientOf(zhejiang).filingStatus('domain', 'fictional-tea.example')).status).toMatchObject({
      filed: true,
      serviceName: '虚构茶叶展示',
    })
  })

  it('goes back when nobody answers within 24 hours, and with the sixth wrong code', async () => {
    await upload(zhejiang, 1, 'new-filing', [filing('fictional-tea.example')])
    clock.move(24 * 3_600_000)
    await bureaus.turn()
    expect(resultsIn(await collect(zhejiang))).toMatchObject([
      {
        results: [{ codes: [{ code: 1002 }] }],
        opinions: [{ verdict: 'refused', opinion: /24小时/ }].map((one) => ({
          ...one,
          opinion: expect.stringMatching(one.opinion),
        })),
      },
    ])
    await upload(zhejiang, 2, 'new-filing', [filing('fictional-tea.example')])
    const answers: string[] = []
    const wrong = codeFor('+8613800000001') === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 6; tries += 1) answers.push(await bureaus.office.confirmCode('13800000001', wrong))
    expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'returned'])
    expect(await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))).toBe('nothing-waits')
  })

  it('is returned with the opinion of a script, by hand, and at once by the machine', async () => {
    await bureaus.office.run(() =>
      bureaus.office.scripts.add({
        bureau: zhejiang,
        pattern: '茶叶展示',
        decision: 'refuse',
        days: 0,
        opinion: '网站名称与主体不符',
      }),
    )
    await upload(zhejiang, 1, 'new-filing', [filing('fictional-tea.example')])
    await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))
    expect(resultsIn(await collect(zhejiang))[0]?.opinions?.[0]?.opinion).toBe('网站名称与主体不符')
    await bureaus.office.run(() => bureaus.office.scripts.clear())
    await bureaus.office.run(() =>
      bureaus.office.scripts.add({ bureau: '*', pattern: '*', decision: 'by-hand', days: 0 }),
    )
    await upload(zhejiang, 2, 'new-filing', [filing('fictional-tea.example')])
    await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))
    const waiting = bureaus.office.requests.open()[0]
    expect(waiting?.state).toBe('review')
    await bureaus.office.decide(waiting?.id ?? 0, 'approved', '审核通过')
    expect((await collect(zhejiang)).map(({ name }) => name)).toEqual(['filing-results', 'published-filings'])
    await upload(zhejiang, 3, 'new-filing', [filing('unknown-tea.example')])
    const [machine] = resultsIn(await collect(zhejiang))
    expect(machine?.results[0]?.codes.map(({ code }) => code)).toEqual([1004, 1003])
  })

  it('takes filings of its own province only', async () => {
    await collect('110000')
    await upload('110000', 1, 'new-filing', [filing('fictional-tea.example')])
    expect(resultsIn(await collect('110000'))[0]?.results[0]?.codes).toMatchObject([{ code: 1045 }])
  })

  it('gains a site, loses its site and ends', async () => {
    await bureaus.office.run(() => {
      bureaus.office.scripts.add({ bureau: '*', pattern: '*', decision: 'approve', days: 0 })
      bureaus.office.domains.add('second-tea.example')
    })
    await upload(zhejiang, 1, 'new-filing', [filing('fictional-tea.example')])
    await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))
    const [first] = publishedIn(await collect(zhejiang))
    const number = first?.subject.filingNumber ?? ''
    const { services } = filing('second-tea.example')
    await upload(zhejiang, 2, 'new-service', [
      { subject: { filingNumber: number }, services: services.map((one) => ({ ...one, id: '2002' })), attachments: [] },
    ])
    await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))
    const [second] = publishedIn(await collect(zhejiang))
    expect(second?.services.map(({ filingNumber }) => filingNumber)).toEqual([`${number}-2`])
    await upload(zhejiang, 3, 'cancel-filing', [
      { what: 'service', bureauId: second?.services[0]?.bureauId ?? '', reason: 1 },
    ])
    // The principal of the service is asked; for the end of an access nobody is.
    expect(await collect(zhejiang)).toEqual([])
    await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))
    expect((await collect(zhejiang)).map(({ name }) => name)).toEqual(['filing-results', 'cancelled-filings'])
    expect((await clientOf(zhejiang).filingStatus('domain', 'second-tea.example')).status).toEqual({ filed: false })
    await upload(zhejiang, 4, 'cancel-filing', [
      {
        what: 'subject',
        bureauId: first?.subject.bureauId ?? '',
        reason: 1,
        filingPasswordDigest: '0'.repeat(32),
      },
    ])
    await bureaus.office.confirmCode('13800000001', codeFor('+8613800000001'))
    await collect(zhejiang)
    expect((await clientOf(zhejiang).filingStatus('domain', 'fictional-tea.example')).status).toEqual({ filed: false })
  })
})

describe('the ministry', () => {
  it('knows a domain once it is reported, and its state survives a restart', async () => {
    const contact = {
      name: '虚构人',
      organisation: '虚构公司',
      address: '虚构路1号',
      province: 330000,
      city: 330100,
      email: 'nobody@example.invalid',
      phone: '0571-00000000',
    }
    const report = {
      id: '7001',
      name: 'reported-tea.example',
      type: 1,
      registeredOn: '2026-11-30',
      expiresOn: '2027-11-30',
      registrant: contact,
      administrator: contact,
      registrar: '虚构注册商',
      nameServers: ['ns1.example.invalid'],
    }
    await upload(ministry, 1, 'new-domain', [
      report,
      { ...report, id: '7002', name: 'old-tea.example', expiresOn: '2026-11-30' },
    ])
    const [tables, results] = await collect(ministry)
    expect(tables?.name).toBe('code-tables')
    expect(results?.content).toMatchObject([
      { id: '7001', operation: 'new-domain', codes: [{ code: 3998 }], bureauId: expect.stringMatching(/^\d+$/) },
      { id: '7002', codes: [{ code: 3004 }] },
    ])
    await bureaus.close()
    bureaus = await open()
    expect(bureaus.office.domains.knows('reported-tea.example')).toBe(true)
    expect((await clientOf(ministry).previousUpload()).previous?.sequence).toBe(1)
  })
})

describe('a bad day', () => {
  it('closes at night, is under maintenance, loses answers and reports gaps', async () => {
    await bureaus.office.run(() => bureaus.office.domains.add('fictional-tea.example'))
    const record = [filing('fictional-tea.example')]
    const behave = (change: object) => bureaus.behave(zhejiang, behaviourSchema.parse(change))
    behave({ hours: { from: 11, to: 20 } })
    expect(await upload(zhejiang, 1, 'new-filing', record)).toBe(20)
    behave({ maintenance: 'both' })
    expect(await upload(zhejiang, 1, 'new-filing', record)).toBe(901)
    behave({ loseAnswers: 1 })
    await expect(upload(zhejiang, 1, 'new-filing', record)).rejects.toThrow()
    expect((await clientOf(zhejiang).previousUpload()).previous?.sequence).toBe(1)
    await bureaus.office.run(() => bureaus.office.inbox.forgetNewest(zhejiang, 1))
    expect(await upload(zhejiang, 2, 'new-filing', record)).toBe(14)
  })
})
