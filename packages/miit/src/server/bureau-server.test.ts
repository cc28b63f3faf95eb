import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { BureauClient } from '../client/bureau-client.ts'
import { writeDownload } from '../download/write-download.ts'
import { drainDownloads } from '../line/download-loop.ts'
import { UploadLine } from '../line/upload-line.ts'
import { encrypt } from '../payload/cipher.ts'
import { passwordHash } from '../payload/password.ts'
import { payloadHash, type Sealed, seal } from '../payload/seal.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { goldenDownloads } from '../testing/golden-downloads.ts'
import { type MemoryBureau, memoryBureau } from '../testing/memory-bureau.ts'
import { memoryDownloadJournal, memoryUploadJournal } from '../testing/memory-journals.ts'
import { type BureauServer, createBureauServer } from './bureau-server.ts'
import type { BureauControls, BureauServerOptions } from './options.ts'

const open: BureauServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const aes = { key: '0123456789abcdef', iv: '0102030405060708' }
const account = { ispId: '77', userName: 'fictional', password: 'secret', aes }

interface World {
  readonly store: MemoryBureau
  readonly client: BureauClient
  readonly baseUrl: string
}

async function world(controls: BureauControls = {}, change: Partial<BureauServerOptions> = {}): Promise<World> {
  const store = memoryBureau(account)
  const now = () => new Date('2026-11-29T02:00:00Z')
  const server = createBureauServer({ profile: miit30, store, controls, now, ...change })
  await server.listen(0, '127.0.0.1')
  open.push(server)
  const baseUrl = `http://127.0.0.1:${server.port}`
  const client = new BureauClient({
    profile: miit30,
    connection: { baseUrl, ...account },
    randomBytes,
    timeoutMs: 3000,
  })
  return { store, client, baseUrl }
}

const xml = Buffer.from('<UploadData version="V.3.0"/>')
const good = seal(xml, 'a.xml', aes)
const sealedZip = (zip: Uint8Array): Sealed => ({
  ...good,
  beianInfo: encrypt(zip, aes).toString('base64'),
  beianInfoHash: payloadHash(zip),
})
const post = (url: string, body: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers: { 'content-type': 'text/xml', SOAPAction: '""' } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

describe('the order in which a bureau looks', () => {
  it.each<[number, string, Sealed]>([
    [9, 'a cipher that nobody knows', { ...good, encryptAlgorithm: 2 }],
    [10, 'a hash that nobody knows', { ...good, hashAlgorithm: 1 }],
    [11, 'a compression that nobody knows', { ...good, compressionFormat: 1 }],
    [6, 'a payload that is not base64', { ...good, beianInfo: '%' }],
    [6, 'a payload that is not encrypted', { ...good, beianInfo: Buffer.from('plain').toString('base64') }],
    [7, 'another hash', { ...good, beianInfoHash: payloadHash(Buffer.from('x')) }],
    [8, 'no archive', sealedZip(Buffer.from('no archive'))],
    [17, 'two files', sealedZip(zipSync({ 'a.xml': xml, 'b.xml': xml }))],
    [18, 'a file over the limit', sealedZip(zipSync({ 'a.xml': new Uint8Array(2000) }))],
    [0, 'a good file', good],
  ])('%i for %s', async (code, _, sealed) => {
    const { client, store } = await world({}, { limits: { xmlBytes: 1000 } })
    expect((await client.upload(1, sealed)).code).toBe(code)
    expect(store.uploads).toHaveLength(code === 0 ? 1 : 0)
  })

  it('15 when too many files wait; a repeated number is never taken twice', async () => {
    const { client, store } = await world({}, { limits: { waitingFiles: 1 } })
    expect((await client.upload(1, good)).code).toBe(0)
    expect((await client.upload(1, good)).code).toBe(999)
    expect((await client.upload(2, good)).code).toBe(15)
    expect(store.uploads).toHaveLength(1)
  })

  it('12 from an address that was not registered, which a proxy may tell', async () => {
    const addressOf = () => '198.51.100.7'
    const { client, store } = await world({}, { addressOf })
    store.accounts.set('77', { ...account, addresses: ['198.51.100.8'] })
    expect((await client.download()).code).toBe(12)
    store.accounts.set('77', { ...account, addresses: ['198.51.100.7'] })
    expect((await client.download()).code).toBe(2)
  })

  it('16 when the random value is short', async () => {
    const { baseUrl, store } = await world()
    const short = 'AbCdEfGhIj'
    const body = `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><n:isp_download xmlns:n="${miit30.wsdl.namespace}"><ispId>77</ispId><userName>fictional</userName><randVal>${short}</randVal><pwdHash>${passwordHash('secret', short)}</pwdHash><hashAlgorithm>0</hashAlgorithm></n:isp_download></S:Body></S:Envelope>`
    const { text } = await post(`${baseUrl}/ISPWebService/upDownLoad`, body)
    expect(text).toContain('&lt;msg_code&gt;16&lt;')
    expect(store.acknowledged).toEqual([])
  })

  it('20 with the hours of the bureau', async () => {
    const { client } = await world({ hours: { open: (now) => now.getUTCHours() > 8, text: '（每日 17:00 至 23:00）' } })
    const answer = await client.upload(1, good)
    expect([answer.code, answer.message]).toEqual([20, '不在规定的上报时间段（每日 17:00 至 23:00）'])
    expect(client.meaning(answer).reaction).toBe('wait')
  })
})

describe('a bad day', () => {
  const file = (key: string) => ({ key, fileName: `${key}.xml`, xml: Buffer.from(`<UploadData>${key}</UploadData>`) })

  it('a bureau that closes, loses answers and comes back: everything arrives once, in order', async () => {
    const controls: BureauControls = {}
    const { client, store } = await world(controls)
    const line = new UploadLine(memoryUploadJournal(), client)
    controls.maintenance = { upload: true }
    expect(await line.send(file('a'))).toMatchObject({ outcome: 'waiting', code: 901 })
    controls.maintenance = {}
    controls.loseAnswer = () => true
    expect((await line.send(file('a'))).outcome).toBe('waiting')
    controls.loseAnswer = (method) => method === 'isp_upload'
    for (const key of ['a', 'b', 'c']) expect((await line.send(file(key))).outcome).toBe('accepted')
    controls.answerInstead = () => 999
    expect((await line.send(file('d'))).outcome).toBe('waiting')
    delete controls.answerInstead
    expect((await line.send(file('d'))).outcome).toBe('accepted')
    expect(store.uploads.map(({ sequence, fileName }) => `${sequence} ${fileName}`)).toEqual([
      '1 a.xml',
      '2 b.xml',
      '3 c.xml',
      '4 d.xml',
    ])
  })

  it('a bureau that delivers again what was acknowledged: it is stored once', async () => {
    const { client, store } = await world({ redeliver: 2 })
    for (const fileName of ['x', 'y'])
      store.outgoing.push({ fileName, xml: writeDownload(miit30, 'illegal-access', goldenDownloads['illegal-access']) })
    const journal = memoryDownloadJournal()
    expect(await drainDownloads(journal, client, { alarm: () => expect.unreachable() })).toMatchObject({
      stored: 2,
      repeated: 2,
    })
    expect(store.outgoing).toEqual([])
  })

  it('a maintenance of downloads (902) leaves uploads alone', async () => {
    const { client } = await world({ maintenance: { download: true } })
    expect((await client.download()).code).toBe(902)
    expect((await client.upload(1, good)).code).toBe(0)
  })
})

describe('whoever calls', () => {
  it('finds the descriptions, and nothing else', async () => {
    const { baseUrl } = await world()
    for (const path of Object.values(miit30.wsdl.paths)) {
      const described = await fetch(`${baseUrl}${path}?wsdl`)
      expect(await described.text()).toContain(`<soap:address location="${baseUrl}${path}"/>`)
    }
    expect((await fetch(`${baseUrl}/other?wsdl`)).status).toBe(404)
    expect((await fetch(`${baseUrl}/ISPWebService/upDownLoad`, { method: 'DELETE' })).status).toBe(405)
  })

  it('offers only what it was told to offer', async () => {
    const { baseUrl } = await world({}, { services: ['transfer'] })
    expect((await fetch(`${baseUrl}${miit30.wsdl.paths.status}?wsdl`)).status).toBe(404)
  })

  it.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['half an envelope', '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    [
      'an unknown method',
      '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><x/></S:Body></S:Envelope>',
    ],
    [
      'no parameters',
      `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><isp_upload xmlns="${miit30.wsdl.namespace}"/></S:Body></S:Envelope>`,
    ],
    [
      'nested parameters',
      `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><isp_download xmlns="${miit30.wsdl.namespace}"><ispId><a>1</a></ispId></isp_download></S:Body></S:Envelope>`,
    ],
  ])('and sends %s gets a refusal, and the bureau goes on', async (_, body) => {
    const { baseUrl, client, store } = await world()
    const { status, text } = await post(`${baseUrl}/ISPWebService/upDownLoad`, body)
    expect(status >= 400 || text.includes('msg_code&gt;12') || text.includes('Fault')).toBe(true)
    expect(text).not.toMatch(/root:|node_modules/)
    expect(store.uploads).toEqual([])
    expect((await client.download()).code).toBe(2)
  })

  it('and declares a document type is not read at all', async () => {
    const { baseUrl } = await world()
    const call = `<!DOCTYPE a><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><isp_download xmlns="${miit30.wsdl.namespace}"><ispId>77</ispId></isp_download></S:Body></S:Envelope>`
    const path = `${baseUrl}/ISPWebService/upDownLoad`
    expect((await post(path, call)).status).toBe(400)
    expect((await post(path, call.replace('<!DOCTYPE a>', ''))).status).toBe(200)
  })

  it('and sends more than a file can have is cut off', async () => {
    const { baseUrl } = await world({}, { limits: { xmlBytes: 1000 } })
    const sending = post(`${baseUrl}/ISPWebService/upDownLoad`, 'x'.repeat(3 << 20))
    expect(
      await sending.then(
        ({ status }) => status,
        () => 'cut',
      ),
    ).toEqual(expect.toSatisfy((got) => got === 413 || got === 'cut'))
  })
})
