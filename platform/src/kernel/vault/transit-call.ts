import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface TransitConnection {
  /** `https://host:8200`; plain http only for a key service on this machine. */
  readonly address: string
  /** Read at every call: an agent may replace it. Never in an error or a log. */
  readonly token: () => string
  readonly timeoutMs: number
  /** PEM texts: whom to trust, and, for mutual TLS, who we are. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string }
  readonly pause: (ms: number) => Promise<unknown>
}

/** The key service refused, or did not answer in spite of being asked again; the message is for the operator. */
export class KeyServiceFailed extends Error {
  readonly status: number | undefined
  constructor(message: string, status?: number) {
    super(message)
    this.name = 'KeyServiceFailed'
    this.status = status
  }
}

const waitsMs = [100, 400]
const answerLimit = 65_536

/**
 * POSTs to one path of the key service and returns the `data` of its answer. Asks again, twice, after 429, a 5xx that
 * is not "sealed", or no answer: wrapping twice does no harm. @throws KeyServiceFailed
 */
export async function callTransit(
  connection: TransitConnection,
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
  for (let attempt = 0; ; attempt++) {
    const wait = waitsMs[attempt]
    let answer: { status: number; text: string }
    try {
      answer = await post(connection, path, JSON.stringify(body))
    } catch (error) {
      if (wait === undefined)
        throw new KeyServiceFailed(
          `the key service does not answer: ${error instanceof Error ? error.message : 'unknown'}`,
        )
      await connection.pause(wait)
      continue
    }
    const { status, text } = answer
    if (status >= 200 && status < 300) return dataOf(text)
    const again = status === 429 || (status >= 500 && status !== 503)
    if (!again || wait === undefined) throw new KeyServiceFailed(sentence(status, path, text), status)
    await connection.pause(wait)
  }
}

function sentence(status: number, path: string, text: string): string {
  const said = errorsOf(text)
  if (status === 403)
    return `the key service refuses our token, or the token's policy does not allow "update" on ${path}${said}`
  if (status === 503) return `the key service is sealed or in maintenance: an operator must unseal it${said}`
  if (status === 404) return `the key service has nothing at ${path}: is the transit engine enabled there?${said}`
  if (status === 400) return `the key service refuses the request to ${path}: wrong key, or changed data${said}`
  return `the key service answered ${status} to ${path}${said}`
}

// Its own words are short and about paths and policies; anything longer is not repeated.
function errorsOf(text: string): string {
  try {
    const { errors } = JSON.parse(text) as { errors?: unknown }
    const said = Array.isArray(errors) ? errors.filter((error) => typeof error === 'string').join('; ') : ''
    return said ? ` (${said.slice(0, 200)})` : ''
  } catch {
    return ''
  }
}

function dataOf(text: string): Record<string, unknown> {
  if (text === '') return {}
  try {
    const { data } = JSON.parse(text) as { data?: unknown }
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  } catch {
    throw new KeyServiceFailed('the key service answered with something that is not JSON')
  }
}

function post(connection: TransitConnection, path: string, body: string): Promise<{ status: number; text: string }> {
  const url = new URL(`/v1/${path}`, connection.address)
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-vault-token': connection.token(),
          'x-vault-request': 'true',
        },
        signal: AbortSignal.timeout(connection.timeoutMs),
        ...(url.protocol === 'https:' ? { ...connection.tls, minVersion: 'TLSv1.2' as const } : {}),
      },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > answerLimit) request.destroy(new Error('the answer is too long'))
          else chunks.push(chunk)
        })
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        )
        response.once('error', reject)
      },
    )
    request.once('error', reject)
    request.end(body)
  })
}
