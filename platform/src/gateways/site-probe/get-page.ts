import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { Socket } from 'node:net'
import { connect as secured } from 'node:tls'
import { throughProxy } from './through-proxy.ts'

export interface PageRequest {
  readonly url: URL
  /** The address that was looked at: the name is not asked for again, so nothing else can be reached by it. */
  readonly address: string
  readonly port: number
  /** An HTTP proxy that leads there. */
  readonly proxy?: URL | undefined
  readonly mostBytes: number
  readonly signal: AbortSignal
}

export interface Page {
  readonly status: number
  readonly location: string | undefined
  readonly text: string
}

/** One GET, no longer than its signal allows, no more of it than was asked for. @throws what the socket throws */
export async function getPage({ url, address, port, proxy, mostBytes, signal }: PageRequest): Promise<Page> {
  const tunnel = proxy && (await throughProxy(proxy, { address, port, signal }))
  return new Promise((resolve, reject) => {
    const options = {
      host: address,
      port,
      ...(tunnel ? { createConnection: () => tunnelled(tunnel, url) } : { agent: false }),
      path: `${url.pathname}${url.search}`,
      signal,
      maxHeaderSize: 16_384,
      headers: {
        host: url.host,
        'user-agent': 'Mozilla/5.0 (compatible; YumingSiteCheck/1.0)',
        accept: 'text/html,*/*;q=0.5',
        'accept-encoding': 'identity',
        connection: 'close',
      },
    } as const
    const asked =
      url.protocol === 'https:'
        ? // A site whose certificate has lapsed is open all the same; nothing of ours is told to it.
          secure({ ...options, servername: url.hostname, rejectUnauthorized: false })
        : plain(options)
    asked.on('error', reject)
    asked.on('response', (response) => {
      const parts: Buffer[] = []
      let bytes = 0
      const done = () => {
        response.destroy()
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          text: textOf(Buffer.concat(parts).subarray(0, mostBytes), response),
        })
      }
      response.on('data', (part: Buffer) => {
        parts.push(part)
        bytes += part.length
        if (bytes >= mostBytes) done()
      })
      response.on('end', done)
      // What has come already is what the page begins with.
      response.on('error', done)
    })
    asked.end()
  })
}

/** What speaks to the site through a tunnel. A site whose certificate has lapsed is open all the same. */
function tunnelled(socket: Socket, url: URL): Socket {
  if (url.protocol !== 'https:') return socket
  return secured({ socket, servername: url.hostname, rejectUnauthorized: false })
}

/** Pages of mainland sites may still be GBK; the header tells, or the page itself. */
function textOf(bytes: Buffer, { headers }: IncomingMessage): string {
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') return ''
  const charset = /charset=["']?([\w-]+)/i
  const named =
    charset.exec(headers['content-type'] ?? '')?.[1] ?? charset.exec(bytes.toString('latin1', 0, 2_048))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}
