import { isIPv4 } from 'node:net'

export const types = { A: 1, CNAME: 5, SOA: 6, AAAA: 28, TSIG: 250 } as const
export const classes = { IN: 1, NONE: 254, ANY: 255 } as const
export type AddressType = 'A' | 'AAAA'

/** A name uncompressed and in small letters, as digests want it (RFC 4034 §6.2). */
export function nameOnWire(name: string): Buffer {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.')
  const parts = labels.map((label) => Buffer.from(label, 'latin1'))
  if (parts.some(({ length }) => length < 1 || length > 63)) throw new RangeError('a label has 1 to 63 bytes')
  return Buffer.concat([...parts.flatMap((part) => [Buffer.of(part.length), part]), Buffer.of(0)])
}

/** One record (RFC 1035 §3.2.1); empty data and TTL 0 in prerequisites (RFC 2136 §2.4). */
export function recordOnWire(
  name: string,
  { type, of, ttl = 0, data = Buffer.alloc(0) }: { type: number; of: number; ttl?: number; data?: Buffer },
): Buffer {
  const fixed = Buffer.alloc(10)
  fixed.writeUInt16BE(type, 0)
  fixed.writeUInt16BE(of, 2)
  fixed.writeUInt32BE(ttl, 4)
  fixed.writeUInt16BE(data.length, 8)
  return Buffer.concat([nameOnWire(name), fixed, data])
}

export function headerOnWire(id: number, flags: number, counts: readonly [number, number, number, number]): Buffer {
  const header = Buffer.alloc(12)
  for (const [at, value] of [id, flags, ...counts].entries()) header.writeUInt16BE(value, at * 2)
  return header
}

export function addressOnWire(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number))
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)
  const text = dotted
    ? `${dotted[1]}${addressOnWire(dotted[2] ?? '')
        .toString('hex')
        .replace(/^.{4}/, '$&:')}`
    : address
  const [before = '', after] = text.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const last = groups(after ?? '')
  const first = groups(before)
  const middle = Array.from({ length: 8 - first.length - last.length }, () => '0')
  const bytes = Buffer.alloc(16)
  for (const [at, group] of [...first, ...middle, ...last].entries())
    bytes.writeUInt16BE(Number.parseInt(group, 16), at * 2)
  return bytes
}

export interface ReadRecord {
  readonly type: number
  readonly data: Buffer
}

export interface ReadMessage {
  readonly id: number
  readonly isAnswer: boolean
  readonly rcode: number
  readonly answers: readonly ReadRecord[]
  /** Where the record of the signature begins, and what is in it; undefined where there is none at the end. */
  readonly tsig: { readonly at: number; readonly owner: Buffer; readonly data: Buffer } | undefined
}

/** @throws RangeError when it is no message */
export function readMessage(message: Buffer): ReadMessage {
  const counts = [4, 6, 8, 10].map((at) => message.readUInt16BE(at)) as [number, number, number, number]
  let at = 12
  for (let left = counts[0]; left > 0; left--) at = afterName(message, at) + 4
  const answers: ReadRecord[] = []
  let tsig: ReadMessage['tsig']
  const all = counts[1] + counts[2] + counts[3]
  for (let index = 0; index < all; index++) {
    const begins = at
    const fixed = afterName(message, at)
    const type = message.readUInt16BE(fixed)
    const length = message.readUInt16BE(fixed + 8)
    at = fixed + 10 + length
    if (at > message.length) throw new RangeError('a record ends after the message')
    const data = message.subarray(fixed + 10, at)
    if (index < counts[1]) answers.push({ type, data })
    if (index === all - 1 && type === types.TSIG) tsig = { at: begins, owner: message.subarray(begins, fixed), data }
  }
  if (at !== message.length) throw new RangeError('the message goes on after its records')
  const flags = message.readUInt16BE(2)
  return { id: message.readUInt16BE(0), isAnswer: flags >= 0x8000, rcode: flags & 0xf, answers, tsig }
}

function afterName(message: Buffer, from: number): number {
  for (let at = from; ; ) {
    const length = message.readUInt8(at)
    if (length === 0) return at + 1
    // A pointer ends a name (RFC 1035 §4.1.4).
    if (length >= 0xc0) return at + 2
    at += length + 1
  }
}
