import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, isIPv4, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SiteStore } from './site-store.ts'

export interface WayOut {
  readonly port: number
  close(): Promise<void>
}

/**
 * The way to the sandbox's internet: an HTTP proxy on loopback (RFC 9110 §9.3.6, CONNECT). What it leads to are the
 * servers of the sites, each at its own addresses and on port 80; the machine's network is not behind it.
 */
export async function openWayOut(port: number, sites: Pick<SiteStore, 'list' | 'find'>): Promise<WayOut> {
  const servers = createServer((request, response) => serve(request, response, sites))
  const proxy = createServer((request, response) => serve(request, response, sites))
  const open = new Set<Duplex>()
  proxy.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  proxy.on('connect', (request, socket, head) => {
    socket.on('error', () => {})
    if (!leadsSomewhere(request.url ?? '', sites)) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    servers.emit('connection', socket as Socket)
  })
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject)
    proxy.listen(port, '127.0.0.1', () => {
      proxy.off('error', reject)
      resolve()
    })
  })
  return {
    port: (proxy.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        proxy.close(() => resolve())
      }),
  }
}

/** Whether a server listens at `address:port`. */
function leadsSomewhere(authority: string, sites: Pick<SiteStore, 'list'>): boolean {
  const [, v6, v4, port] = /^(?:\[([\da-f:]+)\]|([\d.]+)):(\d+)$/i.exec(authority) ?? []
  if (port !== '80') return false
  const address = v6 ?? (v4 !== undefined && isIPv4(v4) ? v4 : undefined)
  return address !== undefined && sites.list().some(({ addresses }) => addresses.includes(address))
}

/** One page for a host, whatever is asked of it: by the host of the request, or by the whole address of a proxy’s. */
function serve(request: IncomingMessage, response: ServerResponse, sites: Pick<SiteStore, 'find'>): void {
  const { url = '/', headers } = request
  const asked = URL.parse(url) ?? URL.parse(`http://${headers.host ?? ''}/`)
  const site = asked ? sites.find(asked.hostname) : undefined
  response.writeHead(site?.status ?? 404, {
    'content-type': 'text/html; charset=utf-8',
    // What somebody typed into the form is shown to whoever opens it, and is nothing of the sandbox's own.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    connection: 'close',
  })
  response.end(site?.body ?? '<!doctype html><html lang="zh-CN"><body>没有这个网站 No such site</body></html>')
}
