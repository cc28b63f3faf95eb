import { setTimeout as delay } from 'node:timers/promises'

/** Pauses that double with each failure in a row, less a random part, so that many do not come back in step. */
export class Backoff {
  readonly #random: () => number
  #failures = 0

  /** @param random in [0, 1) */
  constructor(random: () => number) {
    this.#random = random
  }

  failed(): void {
    this.#failures++
  }

  succeeded(): void {
    this.#failures = 0
  }

  /** From 25 ms up to `longestMs`; nothing after a success. @throws AbortError when `signal` is aborted meanwhile */
  async pause(longestMs: number, signal: AbortSignal): Promise<void> {
    if (this.#failures === 0) return signal.throwIfAborted()
    const base = Math.min(longestMs, 50 * 2 ** Math.min(this.#failures - 1, 20))
    await delay(base * (0.5 + this.#random() / 2), undefined, { signal })
  }
}
