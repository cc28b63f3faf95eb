import { request } from 'node:http'
import { isIPv6, type Socket } from 'node:net'

/**
 * A connection to an address by way of an HTTP proxy (RFC 9110 §9.3.6). A proxy does not tell for certain that nothing
 * listens there, and that it does not answer itself says nothing of the site: each is an error of its own.
 * @throws Error
 */
export function throughProxy(
  proxy: URL,
  { address, port, signal }: { address: string; port: number; signal: AbortSignal },
): Promise<Socket> {
  const authority = `${isIPv6(address) ? `[${address}]` : address}:${port}`
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new Error('the proxy did not lead to the site', { cause }))
    const asked = request({
      host: proxy.hostname,
      port: proxy.port === '' ? 80 : proxy.port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority },
      agent: false,
      signal,
    })
    asked.on('error', fail)
    asked.on('connect', (answer, socket: Socket, head) => {
      if (answer.statusCode !== 200) {
        socket.destroy()
        return fail(answer.statusCode)
      }
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    })
    asked.end()
  })
}
