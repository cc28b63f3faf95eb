import { createHash } from 'node:crypto'

interface GivenChallenge {
  readonly challenge: string
  readonly bits: number
}

export function isSolved({ challenge, bits }: GivenChallenge, answer: string): boolean {
  const digest = createHash('sha256').update(`${challenge}.${answer}`).digest('hex')
  return Math.clz32(Number.parseInt(digest.slice(0, 8), 16)) >= bits
}

/** The answer, found as a page finds it. */
export function solved(given: GivenChallenge): { challenge: string; answer: string } {
  let answer = 0
  while (!isSolved(given, String(answer))) answer++
  return { challenge: given.challenge, answer: String(answer) }
}
