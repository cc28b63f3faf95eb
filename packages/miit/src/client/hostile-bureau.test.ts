import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { wsdlDocument } from '../soap/wsdl.ts'
import { envelope, type RawBureau, rawBureau } from '../testing/raw-bureau.ts'
import { escapeText } from '../xml/write.ts'
import { BureauClient } from './bureau-client.ts'
import { BureauAnswerLost, BureauNotReached } from './errors.ts'

const open: RawBureau[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((bureau) => bureau.close()))
})

const sealed = { encryptAlgorithm: 0, hashAlgorithm: 0, compressionFormat: 0, beianInfo: 'AAAA', beianInfoHash: 'AAAA' }
const ok = '<?xml version="1.0" encoding="GBK"?><return version="1"><msg_code>0</msg_code><msg>操作成功</msg></return>'

function clientOf(baseUrl: string) {
  const connection = { baseUrl, ispId: '1', userName: 'u', password: 'p' }
  return new BureauClient({
    profile: miit30,
    connection,
    randomBytes,
    timeoutMs: 400,
    fileTimeoutMs: 400,
    largestAnswer: 100_000,
  })
}

async function against(parts: Parameters<typeof rawBureau>[0]) {
  const bureau = await rawBureau(parts)
  open.push(bureau)
  return { bureau, client: clientOf(bureau.baseUrl) }
}

const answering = (body: string) => against({ answer: (response) => void response.end(body) })

describe('the answer of a bureau', () => {
  it.each([
    ['escaped', escapeText(ok)],
    ['in a CDATA section', `<![CDATA[${ok}]]>`],
    ['with white space around', `\n  ${escapeText(`\n${ok}\n`)}\n`],
  ])('is read when its document comes %s', async (_, text) => {
    const { client } = await answering(envelope(`<return>${text}</return>`))
    expect(await client.upload(1, sealed)).toEqual({ code: 0, message: '操作成功' })
  })

  it.each([
    [
      'a fault',
      '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault><faultcode>S:Server</faultcode><faultstring>down</faultstring></S:Fault></S:Body></S:Envelope>',
    ],
    ['nothing', ''],
    ['a page', '<html><body>login</body></html>'],
    ['no XML', 'OK'],
    ['half an envelope', envelope(`<return>${escapeText(ok)}</return>`).slice(0, -30)],
    ['a document type', `<!DOCTYPE a [<!ENTITY x "y">]>${envelope(`<return>${escapeText(ok)}</return>`)}`],
    ['an empty answer', envelope('')],
    ['an inner document type', envelope(`<return>${escapeText(`<!DOCTYPE a>${ok}`)}</return>`)],
    ['an inner document that is cut', envelope(`<return>${escapeText(ok.slice(0, -5))}</return>`)],
    ['an inner document of another kind', envelope('<return>&lt;ok/&gt;</return>')],
    [
      'two codes',
      envelope(`<return>${escapeText('<return><msg_code>0</msg_code><msg_code>5</msg_code></return>')}</return>`),
    ],
    [
      'a code that is no number',
      envelope(`<return>${escapeText('<return><msg_code>ok</msg_code></return>')}</return>`),
    ],
    ['too much', envelope(`<return>${'x'.repeat(3 << 20)}</return>`)],
  ])('leaves the outcome unknown when it is %s', async (_, body) => {
    const { client, bureau } = await answering(body)
    await expect(client.upload(1, sealed)).rejects.toBeInstanceOf(BureauAnswerLost)
    expect(bureau.requests).toHaveLength(1)
  })

  it('leaves the outcome unknown when it is late, cut, or elsewhere', async () => {
    const late = await against({ answer: () => undefined })
    await expect(late.client.upload(1, sealed)).rejects.toThrow('no answer within 400 ms')
    const cut = await against({
      answer(response) {
        response.writeHead(200, { 'content-length': 1000 })
        response.write('<?xml')
        setTimeout(() => response.destroy(), 20)
      },
    })
    await expect(cut.client.upload(1, sealed)).rejects.toBeInstanceOf(BureauAnswerLost)
    const moved = await against({
      answer: (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    })
    await expect(moved.client.upload(1, sealed)).rejects.toBeInstanceOf(BureauAnswerLost)
  })
})

describe('nothing was sent', () => {
  it('when nobody listens, or the description never ends', async () => {
    const socket = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => socket.once('listening', resolve))
    const { port } = socket.address() as { port: number }
    await new Promise((resolve) => socket.close(resolve))
    await expect(clientOf(`http://127.0.0.1:${port}`).upload(1, sealed)).rejects.toBeInstanceOf(BureauNotReached)
    const slow = await against({ describe: () => undefined })
    await expect(slow.client.upload(1, sealed)).rejects.toBeInstanceOf(BureauNotReached)
  })

  const description = wsdlDocument(miit30.wsdl, 'transfer', 'http://elsewhere.invalid/')
  it.each([
    ['is a page', '<html/>'],
    ['is empty', ''],
    ['has a document type', `<!DOCTYPE a>${description}`],
    ['has no such method', description.replaceAll('isp_upload', 'isp_other')],
    ['has one parameter less', description.replace('<xsd:element name="dataSequence" type="xsd:long"/>', '')],
    ['is too large', `${description}<!--${'x'.repeat(2 << 20)}-->`],
    [
      'imports a file of this machine',
      description.replace(
        '<types>',
        '<types><xsd:schema><xsd:import namespace="urn:x" schemaLocation="file:///etc/passwd"/></xsd:schema>',
      ),
    ],
  ])('when the description %s', async (_, wsdl) => {
    const { client, bureau } = await against({ describe: (response) => void response.end(wsdl) })
    await expect(client.upload(1, sealed)).rejects.toBeInstanceOf(BureauNotReached)
    expect(bureau.requests).toEqual([])
  })
})

describe('a description that leads elsewhere', () => {
  it('is not followed', async () => {
    let asked = 0
    const other = await rawBureau({
      describe(response) {
        asked++
        response.end('<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"/>')
      },
    })
    open.push(other)
    const schema = `<types><xsd:schema><xsd:import namespace="urn:x" schemaLocation="${other.baseUrl}/x.xsd"/></xsd:schema>`
    const { client } = await against({
      describe: (response, location) =>
        void response.end(wsdlDocument(miit30.wsdl, 'transfer', location).replace('<types>', schema)),
    })
    await expect(client.upload(1, sealed)).rejects.toThrow('another host')
    expect(asked).toBe(0)
  })
})

describe('what the document leaves to the description', () => {
  const upload = miit30.wsdl.methods.upload.parameters
  it('is taken from there: names, namespace, the style of remote procedures; the address stays ours', async () => {
    const parts = upload.map(([, type], index) => `<part name="arg${index}" type="xsd:${type}"/>`).join('')
    const wsdl = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:bureau" targetNamespace="urn:bureau" name="s">
<message name="in">${parts}</message><message name="out"><part name="return" type="xsd:string"/></message>
<portType name="p"><operation name="isp_upload"><input message="tns:in"/><output message="tns:out"/></operation></portType>
<binding name="b" type="tns:p"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/><operation name="isp_upload"><soap:operation soapAction="urn:up"/><input><soap:body use="literal" namespace="urn:bureau"/></input><output><soap:body use="literal" namespace="urn:bureau"/></output></operation></binding>
<service name="s"><port name="q" binding="tns:b"><soap:address location="http://10.0.0.1/inner"/></port></service></definitions>`
    const { client, bureau } = await against({
      describe: (response) => void response.end(wsdl),
      answer: (response) =>
        void response.end(envelope(`<return>${escapeText(ok)}</return>`, 'isp_upload', 'urn:bureau')),
    })
    expect(await client.upload(7, sealed)).toEqual({ code: 0, message: '操作成功' })
    const [request = ''] = bureau.requests
    expect(request).toMatch(/<arg6>7<\/arg6>/)
    expect(request).toContain('urn:bureau')
    expect(request).toMatch(/<arg4>AAAA<\/arg4>/)
  })

  it('may be spread over two files of the same host', async () => {
    const whole = wsdlDocument(miit30.wsdl, 'transfer', 'http://10.0.0.1/')
    const [, schema = ''] = /<types>([\s\S]*)<\/types>/.exec(whole) ?? []
    const { client } = await against({
      describe(response, location, request) {
        const types = `<types><xsd:schema><xsd:import namespace="${miit30.wsdl.namespace}" schemaLocation="${location}?xsd=1"/></xsd:schema></types>`
        const part = schema.replace('<xsd:schema ', '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" ')
        response.end(request.url?.includes('xsd=1') ? part : whole.replace(/<types>[\s\S]*<\/types>/, types))
      },
      answer: (response) => void response.end(envelope(`<return>${escapeText(ok)}</return>`)),
    })
    expect(await client.upload(1, sealed)).toEqual({ code: 0, message: '操作成功' })
  })

  it('is read again after an answer that made no sense: it may have changed', async () => {
    let described = 0
    const { client } = await against({
      describe(response, location) {
        described++
        response.end(wsdlDocument(miit30.wsdl, 'transfer', location))
      },
      answer: (response) => void response.end('?'),
    })
    for (let time = 0; time < 2; time++) await expect(client.download()).rejects.toBeInstanceOf(BureauAnswerLost)
    expect(described).toBe(2)
  })
})

describe('a request', () => {
  it('carries a fresh random value of twenty characters and the hash of the password with it', async () => {
    const { client, bureau } = await answering(envelope(`<return>${escapeText(ok)}</return>`))
    for (let time = 0; time < 2; time++) await client.upload(1, sealed)
    const values = bureau.requests.map((body) => /<randVal>([0-9A-Za-z]{20})<\/randVal>/.exec(body)?.[1])
    expect(new Set(values).size).toBe(2)
    expect(values).not.toContain(undefined)
    expect(bureau.requests.join('')).not.toContain('>p<')
  })

  it('is never made with a key that cannot be one, or to an address that is none', () => {
    const connection = { baseUrl: 'http://b.example', ispId: '1', userName: 'u', password: 'p' }
    const make = (change: object) => () =>
      new BureauClient({ profile: miit30, connection: { ...connection, ...change }, randomBytes })
    expect(make({ aes: { key: 'short', iv: '0102030405060708' } })).toThrow(RangeError)
    expect(make({ baseUrl: 'ftp://b.example' })).toThrow(RangeError)
  })
})
