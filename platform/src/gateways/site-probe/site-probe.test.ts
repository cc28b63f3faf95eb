import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readPem, registryTls } from '../../../../sandbox/src/registries/certificates.ts'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { siteProbe } from './index.ts'
import { mayBeAsked } from './public-address.ts'
import { remembered } from './remembered.ts'

const open: Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function site(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A port where nothing listens. */
async function nowhere(): Promise<number> {
  const port = await site(() => {})
  const server = open.pop()
  await new Promise((resolve) => server?.close(resolve))
  return port
}

const dns =
  (names: Readonly<Record<string, readonly string[] | 'none' | undefined>>) =>
  async (host: string): Promise<readonly string[] | 'none' | undefined> =>
    host in names ? names[host] : 'none'

async function probe(port: number, names: Parameters<typeof dns>[0], more: object = {}) {
  return siteProbe({
    resolve: dns(names),
    networks: ['127.0.0.1/32'],
    ports: { http: port, https: await nowhere() },
    ...more,
  })
}

describe('a look at a name from outside', () => {
  it('sees a page, its addresses and the words at its foot, also in GBK', async () => {
    const port = await site((request, response) => {
      expect(request.headers.host).toBe('shanyue.cn')
      response.setHeader('content-type', 'text/html; charset=gbk')
      // 粤ICP备12345678号-1
      response.end(Buffer.from([0xd4, 0xc1, ...Buffer.from('ICP'), 0xb1, 0xb8, ...Buffer.from('12345678'), 0xba, 0xc5]))
    })
    const sight = await (await probe(port, { 'shanyue.cn': ['127.0.0.1'] })).look('shanyue.cn')
    expect(sight).toEqual({
      open: true,
      because: 'page',
      addresses: ['127.0.0.1'],
      status: 200,
      page: { url: 'http://shanyue.cn/', text: '粤ICP备12345678号' },
    })
  })

  it('tells a name without an address, and one where nothing listens, from what it cannot tell', async () => {
    const dead = await nowhere()
    const names = { 'dead.cn': ['127.0.0.1'], 'silent.cn': undefined }
    const at = await probe(dead, names)
    expect(await at.look('none.cn')).toMatchObject({ open: false, because: 'no-address' })
    expect(await at.look('dead.cn')).toMatchObject({ open: false, because: 'refused' })
    expect(await at.look('silent.cn')).toMatchObject({ open: undefined, because: 'dns' })
    const broken = await site((_, response) => {
      response.statusCode = 503
      response.end()
    })
    expect(await (await probe(broken, names)).look('dead.cn')).toMatchObject({ open: undefined, because: 'error-page' })
    const hanging = await site(() => {})
    expect(await (await probe(hanging, names, { limitMs: 200 })).look('dead.cn')).toMatchObject({
      open: undefined,
      because: 'no-answer',
    })
  })

  it('sees an https-only site behind a port 80 that never answers: the two share the time', async () => {
    const files = await registryTls({
      folder: temporaryFolder('site'),
      name: 'site',
      clientIds: [],
      clock: fixedClock('2026-11-24T00:00:00Z'),
      random: systemRandom,
    })
    const secure = createSecureServer(
      { cert: readPem(files.server.cert), key: readPem(files.server.key) },
      (_, response) => response.end('page'),
    )
    open.push(secure)
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    const ports = { http: await site(() => {}), https: (secure.address() as AddressInfo).port }
    const at = await probe(0, { 'shanyue.cn': ['127.0.0.1'] }, { ports, limitMs: 4_000 })
    expect(await at.look('shanyue.cn')).toMatchObject({
      open: true,
      because: 'page',
      page: { url: 'https://shanyue.cn/', text: 'page' },
    })
  })

  it('connects to no address that is not of the public internet, whatever name it hides behind', async () => {
    let asked = 0
    const port = await site((_, response) => {
      asked++
      response.end('secret')
    })
    const inside = ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.8', '169.254.169.254', 'fd00::1', '100.64.0.1']
    const sight = await (await probe(port, { 'inside.cn': inside }, { networks: [] })).look('inside.cn')
    expect([sight.open, sight.because, asked]).toEqual([undefined, 'not-public', 0])
    for (const address of [...inside, '0.0.0.0', '192.0.2.1', 'not-an-address'])
      expect(mayBeAsked(address, [])).toBe(false)
    for (const address of ['114.114.114.114', '2400:3200::1']) expect(mayBeAsked(address, [])).toBe(true)
  })

  it('follows no redirect to where it must not look, and no more than three', async () => {
    const places: Readonly<Record<string, string>> = {
      'to-inside.cn': 'http://inside.cn/',
      'to-port.cn': 'http://shanyue.cn:6379/',
      'to-file.cn': 'file:///etc/passwd',
      'round.cn': 'http://round.cn/',
      'to-good.cn': 'http://shanyue.cn/home',
    }
    const asked: string[] = []
    const port = await site((request, response) => {
      asked.push(`${request.headers.host}${request.url}`)
      const to = places[request.headers.host ?? '']
      if (to) response.writeHead(302, { location: to })
      response.end(to ? undefined : 'page')
    })
    const names = {
      ...Object.fromEntries([...Object.keys(places), 'shanyue.cn'].map((name) => [name, ['127.0.0.1']])),
      'inside.cn': ['10.0.0.8'],
    }
    const at = await probe(port, names)
    for (const name of ['to-inside.cn', 'to-port.cn', 'to-file.cn', 'round.cn']) {
      const sight = await at.look(name)
      expect([name, sight.open, sight.page]).toEqual([name, true, undefined])
    }
    expect(asked.filter((one) => one === 'round.cn/')).toHaveLength(4)
    expect((await at.look('to-good.cn')).page).toEqual({ url: 'http://shanyue.cn/home', text: 'page' })
  })

  it('leaves by a proxy where one is named, which is led to no address that may not be asked either', async () => {
    const asked: string[] = []
    const port = await site((request, response) => response.end(`page of ${request.headers.host}`))
    const proxy = createServer()
    open.push(proxy)
    proxy.on('connect', (request, socket: Socket) => {
      asked.push(request.url ?? '')
      if (request.url !== '203.0.113.20:80') return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      const there = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        there.pipe(socket).pipe(there)
      })
      for (const end of [there, socket]) end.on('error', () => {})
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const names = { 'shanyue.cn': ['203.0.113.20'], 'elsewhere.cn': ['203.0.113.21'], 'inside.cn': ['10.0.0.8'] }
    const by = (proxyPort: number) =>
      siteProbe({ resolve: dns(names), networks: ['203.0.113.0/24'], proxy: `http://127.0.0.1:${proxyPort}` })
    const through = by((proxy.address() as AddressInfo).port)
    expect(await through.look('shanyue.cn')).toMatchObject({
      open: true,
      page: { url: 'http://shanyue.cn/', text: 'page of shanyue.cn' },
    })
    expect(await through.look('elsewhere.cn')).toMatchObject({ open: undefined, because: 'no-answer' })
    expect(await through.look('inside.cn')).toMatchObject({ open: undefined, because: 'not-public' })
    expect(asked).toEqual(['203.0.113.20:80', '203.0.113.21:80', '203.0.113.21:443'])
    // That the proxy is away is no word about the site.
    expect(await by(await nowhere()).look('shanyue.cn')).toMatchObject({ open: undefined, because: 'no-answer' })
  })

  it('asks nothing under what is no host name', async () => {
    const at = await probe(await nowhere(), {})
    for (const host of ['', 'a b.cn', 'a.cn/x', 'me@a.cn', 'a.cn:6379', 'a.cn#', '\u0000'])
      expect([host, (await at.look(host)).because]).toEqual([host, 'not-asked'])
  })

  it('takes no more of a page than it asked for', async () => {
    const port = await site((_, response) => {
      response.write('x'.repeat(50_000))
    })
    const sight = await (await probe(port, { 'long.cn': ['127.0.0.1'] }, { mostBytes: 1_000 })).look('long.cn')
    expect(sight.page?.text).toHaveLength(1_000)
  })
})

describe('a look', () => {
  it('counts for half a minute', async () => {
    let times = 0
    let now = 0
    const once = remembered(
      {
        look: async () => {
          times++
          return { open: true, because: 'page', addresses: [] }
        },
      },
      { now: () => new Date(now) },
    )
    await Promise.all([once.look('a.cn'), once.look('a.cn')])
    now = 29_000
    await once.look('a.cn')
    expect(times).toBe(1)
    now = 31_000
    await once.look('a.cn')
    expect(times).toBe(2)
  })
  it('is forgotten after that, keeps no page, and is the oldest that makes room', async () => {
    let now = 0
    const looks: string[] = []
    const once = remembered(
      {
        look: async (host) => {
          looks.push(host)
          const page = { url: `http://${host}/`, text: 'x'.repeat(1_000) }
          return { open: true, because: 'page', addresses: ['203.0.113.1'], status: 200, page }
        },
      },
      { now: () => new Date(now) },
    )
    expect(await once.look('a.cn')).toEqual({ open: true, because: 'page', addresses: ['203.0.113.1'], status: 200 })
    now = 1_000
    for (let at = 0; at < 2_000; at++) await once.look(`n${at}.cn`)
    await once.look('n0.cn')
    expect(looks).toHaveLength(2_001)
    await once.look('a.cn')
    expect(looks).toHaveLength(2_002)

    now += 30_000
    const deleted: unknown[] = []
    const { delete: forget } = Map.prototype
    Map.prototype.delete = function (key) {
      deleted.push(key)
      return forget.call(this, key)
    }
    try {
      await once.look('other.cn')
    } finally {
      Map.prototype.delete = forget
    }
    expect(deleted).toHaveLength(2_000)
  })
})
