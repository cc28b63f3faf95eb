import { isIPv4 } from 'node:net'
import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet'
import type { SiteStore } from './site-store.ts'

/** RFC 1035 §4.1.1 */
const rcode = { nameError: 3, notImplemented: 4, refused: 5 } as const
/** Everything but 0 is no plain question. */
const opcodeBits = 0b1111 << 11
/** What a datagram may hold for somebody who said nothing else (RFC 1035 §4.2.1). */
const plainLimit = 512
/** Whoever asks soon again is told what is true then. */
const ttl = 1

/**
 * Answers one question out of the sites; undefined for what is no question. `limit` is what the way back carries: a
 * datagram that would be longer says so, and its asker comes again by TCP.
 */
export function dnsAnswer(
  message: Buffer,
  sites: Pick<SiteStore, 'find' | 'exists'>,
  limit: 'datagram' | 'stream',
): Buffer | undefined {
  const asked = decoded(message)
  const [question] = asked?.questions ?? []
  if (asked?.type !== 'query' || !question) return undefined
  const name = question.name.toLowerCase()
  const respond = (code: number, answers: Answer[], more = 0): Buffer =>
    encode({
      id: asked.id ?? 0,
      type: 'response',
      // Everybody's resolver and the server of every zone in one: nothing lies behind it.
      flags: AUTHORITATIVE_ANSWER | RECURSION_AVAILABLE | ((asked.flags ?? 0) & RECURSION_DESIRED) | more | code,
      questions: [question],
      answers,
    })
  if (((asked.flags ?? 0) & opcodeBits) !== 0) return respond(rcode.notImplemented, [])
  if (question.class !== 'IN') return respond(rcode.refused, [])
  if (!sites.exists(name)) return respond(rcode.nameError, [])
  const wanted = (sites.find(name)?.addresses ?? []).filter(
    (address) => question.type === (isIPv4(address) ? 'A' : 'AAAA'),
  )
  const answers = wanted.map(
    (data): Answer => ({ type: isIPv4(data) ? 'A' : 'AAAA', name: question.name, ttl, class: 'IN', data }),
  )
  const whole = respond(0, answers)
  if (limit === 'stream' || whole.length <= datagramLimit(asked)) return whole
  return respond(0, [], TRUNCATED_RESPONSE)
}

type Decoded = ReturnType<typeof decode>

function decoded(message: Buffer): Decoded | undefined {
  try {
    return decode(message)
  } catch {
    return undefined
  }
}

function datagramLimit({ additionals = [] }: Decoded): number {
  const told = additionals.find((one) => one.type === 'OPT')
  return Math.max(plainLimit, told && 'udpPayloadSize' in told ? Number(told.udpPayloadSize) : 0)
}
