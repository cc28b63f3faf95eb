/** The time as the sandbox's parties see it; moved as one so that no two parties disagree about the day. */
export interface Clock {
  now(): Date
}

/** A clock `offsetMs` ahead of another. The caller keeps the offset where it survives a restart. */
export class MovableClock implements Clock {
  readonly #base: Clock
  #offsetMs: number

  constructor(base: Clock, offsetMs: number) {
    this.#base = base
    this.#offsetMs = offsetMs
  }

  get offsetMs(): number {
    return this.#offsetMs
  }

  now(): Date {
    return new Date(this.#base.now().getTime() + this.#offsetMs)
  }

  move(offsetMs: number): void {
    this.#offsetMs = offsetMs
  }
}

/** `yyyy-MM-dd HH:mm:ss` in China time, as payment channels and people in China write it. */
export function chinaTime(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
