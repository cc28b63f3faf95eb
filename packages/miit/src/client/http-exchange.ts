import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Socket } from 'node:net'
import { BureauAnswerLost, BureauNotReached } from './errors.ts'

export interface Exchange {
  readonly url: string
  readonly body?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** For all of it, from the connection to the last byte. */
  readonly timeoutMs: number
  readonly largestAnswer: number
}

export interface Exchanged {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/**
 * One request on a connection of its own: no redirect is followed, no cookie kept, and the answer is bounded.
 * @throws BureauNotReached when no byte can have left, BureauAnswerLost when one may have
 */
export function exchange({ url, body, headers, timeoutMs, largestAnswer }: Exchange): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const target = new URL(url)
    const start = target.protocol === 'https:' ? requestHttps : requestHttp
    let connected = false
    const fail = (message: string, cause?: unknown) => {
      clearTimeout(late)
      const options = cause === undefined ? undefined : { cause }
      reject(connected ? new BureauAnswerLost(message, options) : new BureauNotReached(message, options))
      request.destroy()
    }
    const request = start(target, {
      method: body === undefined ? 'GET' : 'POST',
      agent: false,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    })
    const late = setTimeout(() => fail(`no answer within ${timeoutMs} ms`), timeoutMs)
    request.on('socket', (socket: Socket) => {
      socket.once(target.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    request.on('error', (error) => fail(error.message, error))
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > largestAnswer) fail(`the answer has more than ${largestAnswer} bytes`)
        else chunks.push(chunk)
      })
      response.on('error', (error) => fail(error.message, error))
      response.on('end', () => {
        clearTimeout(late)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: decoded(Buffer.concat(chunks), response.headers['content-type']),
        })
      })
    })
    request.end(body)
  })
}

const charsetOf = /charset\s*=\s*"?([A-Za-z0-9_-]+)/i

function decoded(bytes: Buffer, contentType = ''): string {
  const charset = charsetOf.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}
