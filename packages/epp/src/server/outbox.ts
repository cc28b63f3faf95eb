import type { Duplex } from 'node:stream'
import { encodeFrame } from '../transport/frame-decoder.ts'

export interface OutboxLimits {
  readonly bytes: number
  readonly takenWithinMs: number
}

/** What was answered and the client has not taken yet. Whoever does not read is answered no further, and is cut at last. */
export class Outbox {
  readonly #stream: Duplex
  readonly #limits: OutboxLimits
  readonly #cut: () => void
  #room: Promise<void> | undefined

  constructor(stream: Duplex, limits: OutboxLimits, cut: () => void) {
    this.#stream = stream
    this.#limits = limits
    this.#cut = cut
  }

  send(xml: string): void {
    this.#stream.write(encodeFrame(xml))
    if (this.#stream.writableLength > this.#limits.bytes) this.#room ??= this.#emptied()
  }

  /** Resolves when there is room for another answer, or the stream is closed. */
  async room(): Promise<void> {
    await this.#room
  }

  #emptied(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(this.#cut, this.#limits.takenWithinMs)
      timer.unref()
      const done = () => {
        clearTimeout(timer)
        this.#stream.off('drain', done)
        this.#stream.off('close', done)
        this.#room = undefined
        resolve()
      }
      this.#stream.on('drain', done)
      this.#stream.on('close', done)
    })
  }
}
