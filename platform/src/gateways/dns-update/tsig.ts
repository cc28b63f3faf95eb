import { createHmac, timingSafeEqual } from 'node:crypto'
import { classes, nameOnWire, readMessage, recordOnWire, types } from './wire.ts'

/** A key that this platform and a name server share. */
export interface TsigKey {
  readonly name: string
  readonly algorithm: 'hmac-sha256' | 'hmac-sha512'
  readonly secret: Buffer
}

const fudgeSeconds = 300

/** Signs a request (RFC 8945 §5.1); the MAC is a part of what its answer is signed over. */
export function signed(message: Buffer, key: TsigKey, now: Date): { message: Buffer; mac: Buffer } {
  const seconds = Math.floor(now.getTime() / 1_000)
  const mac = macOf(key, [message, variables(key, { seconds, fudge: fudgeSeconds, error: 0, other: Buffer.alloc(0) })])
  const data = Buffer.concat([
    nameOnWire(key.algorithm),
    times(seconds, fudgeSeconds),
    sized(mac),
    message.subarray(0, 2),
    Buffer.alloc(2),
    sized(Buffer.alloc(0)),
  ])
  const whole = Buffer.concat([message, recordOnWire(key.name, { type: types.TSIG, of: classes.ANY, data })])
  whole.writeUInt16BE(message.readUInt16BE(10) + 1, 10)
  return { message: whole, mac }
}

/** Whether an answer is the holder of the key's, to this request and of this time (RFC 8945 §5.3). */
export function isSignedBy(
  answer: Buffer,
  key: TsigKey,
  { mac: requestMac, now }: { readonly mac: Buffer; readonly now: Date },
): boolean {
  const { tsig } = readMessage(answer)
  if (!tsig?.owner.equals(nameOnWire(key.name))) return false
  const algorithm = nameOnWire(key.algorithm)
  const { data } = tsig
  if (!data.subarray(0, algorithm.length).equals(algorithm)) return false
  let at = algorithm.length
  const seconds = data.readUIntBE(at, 6)
  const fudge = data.readUInt16BE(at + 6)
  const size = data.readUInt16BE(at + 8)
  const mac = data.subarray(at + 10, at + 10 + size)
  at += 10 + size
  const originalId = data.subarray(at, at + 2)
  const error = data.readUInt16BE(at + 2)
  const other = data.subarray(at + 6, at + 6 + data.readUInt16BE(at + 4))
  const bare = Buffer.from(answer.subarray(0, tsig.at))
  originalId.copy(bare, 0)
  bare.writeUInt16BE(bare.readUInt16BE(10) - 1, 10)
  const wanted = macOf(key, [sized(requestMac), bare, variables(key, { seconds, fudge, error, other })])
  if (mac.length !== wanted.length || !timingSafeEqual(mac, wanted)) return false
  return Math.abs(now.getTime() / 1_000 - seconds) <= fudge
}

/** RFC 8945 §4.3.3. */
function variables(
  key: TsigKey,
  { seconds, fudge, error, other }: { seconds: number; fudge: number; error: number; other: Buffer },
): Buffer {
  const code = Buffer.alloc(2)
  code.writeUInt16BE(error)
  const classAndTtl = Buffer.from([0, classes.ANY, 0, 0, 0, 0])
  return Buffer.concat([
    nameOnWire(key.name),
    classAndTtl,
    nameOnWire(key.algorithm),
    times(seconds, fudge),
    code,
    sized(other),
  ])
}

function times(seconds: number, fudge: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUIntBE(seconds, 0, 6)
  bytes.writeUInt16BE(fudge, 6)
  return bytes
}

function sized(bytes: Buffer): Buffer {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(bytes.length)
  return Buffer.concat([size, bytes])
}

function macOf({ algorithm, secret }: TsigKey, parts: readonly Buffer[]): Buffer {
  const hmac = createHmac(algorithm === 'hmac-sha512' ? 'sha512' : 'sha256', secret)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}
