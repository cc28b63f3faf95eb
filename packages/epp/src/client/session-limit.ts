import { EppNotSent, EppRefused } from './errors.ts'

// A registry that lost its connections may count the dead ones for a while; its limit is not lower for ever.
const tryAgainMs = 300_000

/** How many sessions the registry allows us: what was agreed, or less when it answers 2502 (RFC 5730 §3). */
export class SessionLimit {
  readonly #agreed: number
  #value: number
  #learntAt = 0

  constructor(agreed: number) {
    this.#agreed = agreed
    this.#value = agreed
  }

  get value(): number {
    return this.#value
  }

  /** The registry took no further session beside the `open` ones. */
  learn(open: number, now: number): void {
    this.#value = Math.max(1, Math.min(this.#value, open))
    this.#learntAt = now
  }

  /** Allows one more, five minutes after the last refusal or allowance, up to what was agreed; whether it did. */
  recover(now: number): boolean {
    if (this.#value >= this.#agreed || now - this.#learntAt < tryAgainMs) return false
    this.#value++
    this.#learntAt = now
    return true
  }
}

/** No session could be had because the registry counts too many of ours. */
export function isFull(error: unknown): boolean {
  const cause = error instanceof EppNotSent ? error.cause : undefined
  return cause instanceof EppRefused && cause.response.code === 2502
}
