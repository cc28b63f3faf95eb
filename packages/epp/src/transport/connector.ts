import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect } from 'node:tls'

/** Opens a fresh byte stream to the server. Rejects when nothing could be opened. */
export type Connector = (signal: AbortSignal) => Promise<Duplex>

export interface TlsOptions {
  readonly host: string
  readonly port: number
  /** PEM texts. */
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly servername?: string
}

/** TLS 1.2 or newer with our client certificate (RFC 5734 §8); the server's certificate is always verified. */
export function tlsConnector(options: TlsOptions): Connector {
  return (signal) =>
    new Promise((resolve, reject) => {
      const socket = connect({
        host: options.host,
        port: options.port,
        ca: options.ca,
        cert: options.cert,
        key: options.key,
        // RFC 6066 §3: a server name is never an IP address; the certificate is checked against the address then.
        ...(options.servername !== undefined || isIP(options.host) === 0
          ? { servername: options.servername ?? options.host }
          : {}),
        minVersion: 'TLSv1.2',
        rejectUnauthorized: true,
      })
      const abort = () => socket.destroy(new Error('connecting took too long'))
      signal.addEventListener('abort', abort, { once: true })
      socket.setNoDelay(true)
      socket.once('secureConnect', () => {
        signal.removeEventListener('abort', abort)
        socket.off('error', reject)
        resolve(socket)
      })
      socket.once('error', reject)
    })
}
