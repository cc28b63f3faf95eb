import { Resolver } from 'node:dns/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { decode, encode, streamDecode, streamEncode } from 'dns-packet'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { dnsAnswer } from './dns-answer.ts'
import { openSites, type Sites } from './sites.ts'

let data: string
let sites: Sites
let resolver: Resolver

beforeEach(async () => {
  data = temporaryFolder('sites')
  sites = await openSites({ data, dnsPort: 0, proxyPort: 0 })
  resolver = new Resolver({ timeout: 5_000, tries: 2 })
  resolver.setServers([`127.0.0.1:${sites.dnsPort}`])
})
afterEach(() => sites.close())

const put = (host: string, addresses: string[], body = 'page', status = 200) =>
  sites.store.put({ host, addresses, status, body })
const code = (asked: Promise<unknown>) => asked.then(String, (error: { code: string }) => error.code)

/** One GET through the proxy, as to a server at `authority`. */
function get(authority: string, host: string): Promise<{ connected: number; status?: number; text?: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: sites.proxyPort, method: 'CONNECT', path: authority })
    asked.on('error', reject)
    asked.on('connect', (answer, socket) => {
      const connected = answer.statusCode ?? 0
      if (connected !== 200) return resolve({ connected })
      const page = request({ createConnection: () => socket, headers: { host } }, async (response) => {
        let text = ''
        for await (const part of response) text += part
        resolve({ connected, status: response.statusCode ?? 0, text })
      })
      page.on('error', reject)
      page.end()
    })
    asked.end()
  })
}

describe('the DNS of sites', () => {
  it('knows their addresses, tells what is not there from what has no address, and sees a change at once', async () => {
    put('www.shanyue.cn', ['203.0.113.20', '2001:db8::20'])
    expect(await resolver.resolve4('WWW.shanyue.cn')).toEqual(['203.0.113.20'])
    expect(await resolver.resolve6('www.shanyue.cn')).toEqual(['2001:db8::20'])
    expect(await code(resolver.resolve4('shanyue.cn'))).toBe('ENODATA')
    expect(await code(resolver.resolveMx('www.shanyue.cn'))).toBe('ENODATA')
    expect(await code(resolver.resolve4('hanyue.cn'))).toBe('ENOTFOUND')
    put('www.shanyue.cn', ['203.0.113.21'])
    expect(await resolver.resolve4('www.shanyue.cn')).toEqual(['203.0.113.21'])
    sites.store.remove('www.shanyue.cn')
    expect(await code(resolver.resolve4('www.shanyue.cn'))).toBe('ENOTFOUND')
  })

  it('answers by TCP what no datagram holds', async () => {
    const many = Array.from({ length: 150 }, (_, n) => `203.0.113.${n + 1}`)
    put('many.cn', many)
    expect((await resolver.resolve4('many.cn')).toSorted()).toEqual(many.toSorted())
  })

  it('says nothing to noise, and goes on', async () => {
    put('shanyue.cn', ['203.0.113.20'])
    const closed = await new Promise<boolean>((resolve) => {
      const socket = connect(sites.dnsPort, '127.0.0.1', () => socket.write(Buffer.from([0, 2, 1, 1])))
      socket.on('close', () => resolve(true))
    })
    expect(closed).toBe(true)
    const question = { type: 'query' as const, id: 7, questions: [{ type: 'A' as const, name: 'shanyue.cn' }] }
    const odd = Buffer.from(encode(question))
    // A type that nobody knows, and another class.
    odd.writeUInt16BE(65_000, odd.length - 4)
    odd.writeUInt16BE(3, odd.length - 2)
    const refused = decode(dnsAnswer(odd, sites.store, 'stream') ?? Buffer.alloc(0))
    expect([refused.id, (refused.flags ?? 0) & 0b1111]).toEqual([7, 5])
    // Two questions in pieces, as a stream may bring them.
    const bytes = Buffer.concat([streamEncode(question), streamEncode({ ...question, id: 8 })])
    const answered = await new Promise<number[]>((resolve) => {
      let read = Buffer.alloc(0)
      const socket = connect(sites.dnsPort, '127.0.0.1', () => {
        socket.write(bytes.subarray(0, 9))
        socket.write(bytes.subarray(9))
      })
      socket.on('data', (part: Buffer) => {
        read = Buffer.concat([read, part])
        const length = 2 + read.readUInt16BE(0)
        if (read.length < 2 * length) return
        socket.destroy()
        resolve([0, length].map((at) => streamDecode(read.subarray(at, at + length)).id ?? 0))
      })
    })
    expect(answered).toEqual([7, 8])
  })
})

describe('the way to the sites', () => {
  it('leads to a server at each address of a site, and to nothing else', async () => {
    put('shanyue.cn', ['203.0.113.20', '2001:db8::20'], '山月')
    put('moved.cn', ['198.51.100.7'], 'gone', 503)
    expect(await get('203.0.113.20:80', 'shanyue.cn')).toEqual({ connected: 200, status: 200, text: '山月' })
    expect(await get('[2001:db8::20]:80', 'shanyue.cn')).toMatchObject({ text: '山月' })
    expect(await get('198.51.100.7:80', 'moved.cn')).toEqual({ connected: 200, status: 503, text: 'gone' })
    expect(await get('203.0.113.20:80', 'unknown.cn')).toMatchObject({ connected: 200, status: 404 })
    for (const nowhere of ['203.0.113.99:80', '203.0.113.20:443', `127.0.0.1:${sites.dnsPort}`, 'shanyue.cn:80'])
      expect([nowhere, await get(nowhere, 'shanyue.cn')]).toEqual([nowhere, { connected: 502 }])
  })

  it('keeps its sites when it is opened again', async () => {
    put('shanyue.cn', ['203.0.113.20'])
    await sites.close()
    sites = await openSites({ data, dnsPort: 0, proxyPort: 0 })
    expect(sites.store.list()).toEqual([{ host: 'shanyue.cn', addresses: ['203.0.113.20'], status: 200, body: 'page' }])
  })
})
