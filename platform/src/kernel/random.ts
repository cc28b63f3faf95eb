import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Randomness as a parameter. */
export interface Random {
  uuid(): string
  bytes(count: number): Buffer
  /** URL-safe text of `bytes` random bytes. */
  token(bytes: number): string
  /** Decimal digits, each equally likely. */
  digits(count: number): string
}

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  bytes: (count) => randomBytes(count),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
}
