import { sha256 } from '@noble/hashes/sha2.js'
import { post } from './client.ts'

export interface Proof {
  readonly challenge: string
  readonly answer: string
}

interface Challenge {
  readonly challenge: string
  readonly bits: number
  readonly expiresAt: string
}

/** No slice of the work keeps the page from answering to a finger. */
const sliceMs = 12

/** Finds the answer to a challenge: SHA-256 of `challenge.answer` begins with so many zero bits. */
export async function solve({ challenge, bits }: Pick<Challenge, 'challenge' | 'bits'>): Promise<Proof> {
  const encoder = new TextEncoder()
  const begun = sha256.create().update(encoder.encode(`${challenge}.`))
  let until = performance.now() + sliceMs
  for (let answer = 0; ; answer++) {
    const digest = begun
      .clone()
      .update(encoder.encode(String(answer)))
      .digest()
    if (zeroBits(digest) >= bits) return { challenge, answer: String(answer) }
    // A look at the clock costs as much as a try.
    if ((answer & 0xff) === 0 && performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve))
      until = performance.now() + sliceMs
    }
  }
}

/** A fresh proof, and how long it is good. @throws ApiProblem */
export async function newProof(challenges: string, body?: object): Promise<Proof & { readonly until: number }> {
  const given = await post<Challenge>(challenges, body)
  const proof = await solve(given)
  // Counted on this machine's clock: the world's may be another one.
  return { ...proof, until: performance.now() + 8 * 60_000 }
}

function zeroBits(digest: Uint8Array): number {
  const at = digest.findIndex((byte) => byte !== 0)
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] ?? 0) - 24
}
