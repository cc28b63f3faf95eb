import { createHash } from 'node:crypto'
import type { Random } from '../../kernel/random.ts'

// Nothing that is read as something else on a phone: no I, L, O, U, 0, 1.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/** A code that nobody guesses: 49 bits, in two groups to be typed from a phone. */
export function newCode(random: Random): string {
  const drawn: string[] = []
  while (drawn.length < length)
    for (const byte of random.bytes(length * 2)) {
      // 240 is a multiple of the letters: each is equally likely.
      if (byte < 240 && drawn.length < length) drawn.push(letters.charAt(byte % letters.length))
    }
  return `${drawn.slice(0, 5).join('')}-${drawn.slice(5).join('')}`
}

/** What is kept of a code. Width, case, spaces and hyphens make no difference to whoever types it. */
export function digestOfCode(typed: string): Buffer {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/gu, '')
  return createHash('sha256').update(`promotion code\n${plain}`).digest()
}

/** What is kept of an issuer's key. */
export function digestOfKey(key: string): Buffer {
  return createHash('sha256').update(`promotion issuer\n${key}`).digest()
}
