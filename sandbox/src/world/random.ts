import { randomBytes, randomUUID } from 'node:crypto'

export interface Random {
  uuid(): string
  /** `count` random bytes. */
  bytes(count: number): Uint8Array
}

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  bytes: (count) => randomBytes(count),
}

/** A URL-safe secret with 8 × `byteCount` bits of entropy. */
export function secret(random: Random, byteCount = 18): string {
  return Buffer.from(random.bytes(byteCount)).toString('base64url')
}

/** `length` decimal digits; for numbers that look like those of a bank. */
export function digits(random: Random, length: number): string {
  return Array.from(random.bytes(length), (byte) => byte % 10).join('')
}
