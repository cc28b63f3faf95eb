import type { KeyObject } from 'node:crypto'
import { sign, signedText, verify } from './signature.ts'

export interface AlipayConnection {
  readonly gateway: string
  readonly appId: string
  readonly merchantKey: KeyObject
  readonly channelKey: KeyObject
  readonly notifyUrl: string
  readonly now: () => Date
}

/** The channel's answer could not be trusted or did not come: the outcome of the call is not known. */
export class ChannelSilent extends Error {
  constructor(reason: string) {
    super(`the payment channel did not answer: ${reason}`)
    this.name = 'ChannelSilent'
  }
}

/** Nothing left this machine: the call may be made again. */
class ChannelUnreachable extends Error {
  constructor(reason: string) {
    super(`the payment channel cannot be reached: ${reason}`)
    this.name = 'ChannelUnreachable'
  }
}

/** Business answer of one method; `code` 10000 is success. */
export interface ChannelAnswer {
  readonly code: string
  readonly msg?: string
  readonly sub_code?: string
  readonly sub_msg?: string
  readonly [field: string]: unknown
}

/** The public and business parameters of one method, signed. */
export function signedParameters(
  connection: AlipayConnection,
  method: string,
  content: object,
  extra: Record<string, string> = {},
): Record<string, string> {
  const parameters: Record<string, string> = {
    app_id: connection.appId,
    method,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: chinaTimestamp(connection.now()),
    version: '1.0',
    biz_content: JSON.stringify(content),
    ...extra,
  }
  return { ...parameters, sign: sign(signedText(parameters, { without: ['sign'] }), connection.merchantKey) }
}

/** Calls one method and returns its verified answer. @throws ChannelUnreachable, ChannelSilent */
export async function call(
  connection: AlipayConnection,
  method: string,
  content: object,
  extra?: Record<string, string>,
): Promise<ChannelAnswer> {
  const body = new URLSearchParams(signedParameters(connection, method, content, extra))
  let text: string
  try {
    const response = await fetch(connection.gateway, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(10_000),
      redirect: 'error',
    })
    text = await response.text()
  } catch (error) {
    if (isRefusedConnection(error)) throw new ChannelUnreachable('connection refused')
    throw new ChannelSilent(error instanceof Error ? error.name : 'unknown')
  }
  return verifiedAnswer(text, `${method.replaceAll('.', '_')}_response`, connection.channelKey)
}

// The signature covers the exact bytes of the answer's object as sent, so the text is cut out instead of being written again.
function verifiedAnswer(text: string, field: string, key: KeyObject): ChannelAnswer {
  let envelope: Record<string, unknown>
  try {
    envelope = JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new ChannelSilent('the answer is not JSON')
  }
  const { sign: signature, [field]: answer } = envelope
  const exact = objectText(text, field)
  if (typeof signature !== 'string' || exact === undefined || !verify(exact, signature, key))
    throw new ChannelSilent('the signature of the answer is not good')
  return answer as ChannelAnswer
}

function objectText(text: string, field: string): string | undefined {
  const at = text.indexOf(`"${field}"`)
  const start = at < 0 ? -1 : text.indexOf('{', at)
  if (start < 0) return undefined
  let depth = 0
  let quoted = false
  for (let i = start; i < text.length; i++) {
    const char = text[i]
    if (quoted) {
      if (char === '\\') i++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return text.slice(start, i + 1)
  }
  return undefined
}

function isRefusedConnection(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined
  return cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND'
}

/** `yyyy-MM-dd HH:mm:ss` in China time, as the channel writes instants. */
export function chinaTimestamp(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
