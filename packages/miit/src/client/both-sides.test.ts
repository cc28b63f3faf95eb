import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { readDownload } from '../download/read-download.ts'
import { writeDownload } from '../download/write-download.ts'
import { drainDownloads } from '../line/download-loop.ts'
import { UploadLine } from '../line/upload-line.ts'
import { seal } from '../payload/seal.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { type BureauServer, createBureauServer } from '../server/bureau-server.ts'
import type { BureauAccount, BureauControls } from '../server/options.ts'
import { memoryBureau } from '../testing/memory-bureau.ts'
import { memoryDownloadJournal, memoryUploadJournal } from '../testing/memory-journals.ts'
import { domainReport, newFiling } from '../testing/samples.ts'
import { packFiles } from '../upload/pack-files.ts'
import { readUpload } from '../upload/read-upload.ts'
import { writeRecord } from '../upload/write-record.ts'
import { BureauClient } from './bureau-client.ts'

const open: BureauServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const account: BureauAccount = {
  ispId: '990000000001',
  userName: 'fictional',
  password: 'Fictional-密码1',
  aes: { key: '0123456789abcdef', iv: '0102030405060708' },
}

async function bureau(controls: BureauControls = {}, limits = {}) {
  const store = memoryBureau(account)
  const server = createBureauServer({
    profile: miit30,
    store,
    controls,
    limits,
    now: () => new Date('2026-11-29T02:00:00Z'),
  })
  await server.listen(0, '127.0.0.1')
  open.push(server)
  const connection = { baseUrl: `http://127.0.0.1:${server.port}`, ...account }
  const client = (change: Partial<typeof connection> = {}, timeoutMs = 5000) =>
    new BureauClient({
      profile: miit30,
      connection: { ...connection, ...change },
      randomBytes,
      timeoutMs,
      fileTimeoutMs: timeoutMs,
    })
  return { store, client, controls }
}

const file = (key: string, xml: Uint8Array) => ({ key, fileName: `${key}.xml`, xml })
const [filing] = packFiles(miit30, 'new-filing', [writeRecord(miit30, 'new-filing', newFiling)], account.ispId)
const [report] = packFiles(miit30, 'new-domain', [writeRecord(miit30, 'new-domain', domainReport)], account.ispId)
if (!filing || !report) throw new Error('no file')

describe('both sides of the interface, over sockets', () => {
  it('uploads filings and domain reports under rising numbers, and the bureau reads them', async () => {
    const { store, client } = await bureau()
    const line = new UploadLine(memoryUploadJournal(), client())
    expect(await line.send(file('f1', filing.xml))).toEqual({ outcome: 'accepted', sequence: 1 })
    expect(await line.send(file('f2', report.xml))).toEqual({ outcome: 'accepted', sequence: 2 })
    expect(await line.send(file('f1', filing.xml))).toEqual({ outcome: 'accepted', sequence: 1 })
    expect(store.uploads.map(({ sequence, fileName }) => [sequence, fileName])).toEqual([
      [1, 'f1.xml'],
      [2, 'f2.xml'],
    ])
    const received = store.uploads.map(({ xml }) => readUpload(miit30, xml))
    expect(received[0]).toMatchObject({
      name: 'new-filing',
      unitId: account.ispId,
      version: 'V.3.0',
      records: [newFiling],
      setAside: [],
      unknown: [],
    })
    expect(received[1]).toMatchObject({ name: 'new-domain', records: [domainReport], setAside: [], unknown: [] })
  })

  it.each(['one-ends', 'zero-then-two'] as const)(
    'downloads and acknowledges every file once (%s)',
    async (downloadMode) => {
      const { store, client } = await bureau({ downloadMode })
      const results = {
        results: [{ codes: [{ code: 1001, description: '审核通过' }], operation: 'new-filing' as const, key: '1001' }],
      }
      const domains = [
        { codes: [{ code: 3998, description: '成功' }], operation: 'new-domain' as const, id: '7001', bureauId: '88' },
      ]
      store.outgoing.push({ fileName: 'r1.xml', xml: writeDownload(miit30, 'filing-results', results) })
      store.outgoing.push({ fileName: 'r2.xml', xml: writeDownload(miit30, 'domain-results', domains) })
      const journal = memoryDownloadJournal()
      const drained = await drainDownloads(journal, client(), { alarm: () => expect.unreachable() })
      expect(drained).toMatchObject({ stored: 2, repeated: 0, ended: 'nothing-more' })
      expect(journal.entries.map(({ read }) => read?.parts)).toEqual([
        [{ name: 'filing-results', content: results }],
        [{ name: 'domain-results', content: domains }],
      ])
      expect(store.acknowledged).toEqual(['r1.xml', 'r2.xml'])
      expect(readDownload(miit30, journal.entries[0]?.xml ?? Buffer.alloc(0)).setAside).toEqual([])
    },
  )

  it('asks whether something is filed, and whether a filing password is right', async () => {
    const { client } = await bureau()
    expect(await client().filingStatus('domain', 'filed.example')).toMatchObject({
      code: 0,
      status: {
        filed: true,
        subjectNumber: '京ICP备00000000号',
        serviceNumber: '京ICP备00000000号-1',
        serviceName: '虚构站',
      },
    })
    expect((await client().filingStatus('domain', 'free.example')).status).toEqual({ filed: false })
    expect((await client().verifyFilingPassword('京ICP备00000000号', 'right')).right).toBe(true)
    expect((await client().verifyFilingPassword('京ICP备00000000号', 'wrong')).right).toBe(false)
    expect(await client().verifyFilingPassword('locked', 'right')).toMatchObject({ code: 22 })
  })

  it('starts where the former system of the enterprise stopped', async () => {
    const { store, client } = await bureau()
    expect(await client().previousUpload()).toMatchObject({ code: 0, previous: { sequence: 0, fileName: '' } })
    const former = new UploadLine(memoryUploadJournal(), client())
    for (const key of ['a', 'b', 'c']) await former.send(file(key, report.xml))
    expect(await new UploadLine(memoryUploadJournal(), client()).send(file('d', filing.xml))).toEqual({
      outcome: 'accepted',
      sequence: 4,
    })
    expect(store.uploads).toHaveLength(4)
  })

  it('finds out by asking when the answer of an upload was lost', async () => {
    let toLose = 1
    const { store, client } = await bureau({
      loseAnswer: (method) => method === 'isp_upload' && toLose-- > 0,
    })
    const line = new UploadLine(memoryUploadJournal(), client())
    expect(await line.send(file('f1', filing.xml))).toEqual({ outcome: 'accepted', sequence: 1 })
    expect(store.uploads).toHaveLength(1)
  })
})

describe('what a bureau answers no with', () => {
  const code = async (controls: BureauControls, change: object = {}) =>
    (await (await bureau(controls)).client(change).upload(1, seal(filing.xml, 'a.xml', account.aes))).code

  it.each<[number, BureauControls, object]>([
    [0, {}, {}],
    [901, { maintenance: { upload: true } }, {}],
    [20, { hours: { open: () => false, text: '08:00-20:00' } }, {}],
    [4, {}, { userName: 'somebody' }],
    [5, {}, { password: 'wrong' }],
    [12, {}, { ispId: '5' }],
  ])('is %i', async (expected, controls, change) => {
    expect(await code(controls, change)).toBe(expected)
  })

  it('follows the account: its addresses, its province, its rights', async () => {
    const { store, client } = await bureau()
    const sealed = seal(filing.xml, 'a.xml', account.aes)
    const answers: number[] = []
    for (const change of [
      { addresses: ['192.0.2.1'] },
      { ofThisProvince: false },
      { mayReport: false },
      { aes: { key: 'fedcba9876543210', iv: '0102030405060708' } },
    ]) {
      store.accounts.set(account.ispId, { ...account, ...change })
      answers.push((await client().upload(1, sealed)).code)
    }
    expect(answers).toEqual([12, 13, 19, 6])
    expect(store.uploads).toEqual([])
  })

  it('names the missing numbers with 14, and knows 902 and 21', async () => {
    const { client, controls } = await bureau()
    const sealed = seal(filing.xml, 'a.xml', account.aes)
    expect(await client().upload(4, sealed)).toMatchObject({ code: 14, missing: [1, 2, 3] })
    expect(await client().acknowledge('')).toMatchObject({ code: 21 })
    controls.maintenance = { download: true }
    expect((await client().download()).code).toBe(902)
  })
})
