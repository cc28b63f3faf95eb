import { EppNotSent } from './errors.ts'
import type { Session } from './session.ts'

/** A caller that waits for a session. `gone`: it has given up meanwhile, and must get none. */
export interface Waiting {
  gone(): boolean
  give(session: Session): void
  fail(error: Error): void
}

/** Callers that wait for a session, first come first served. */
export class WaitingLine {
  readonly #line: Waiting[] = []

  get length(): number {
    return this.#line.length
  }

  /** @throws EppNotSent when the caller gives up, or what `fail` is given */
  join(signal: AbortSignal | undefined): Promise<Session> {
    return new Promise((resolve, reject) => {
      let gone = false
      const waiting: Waiting = {
        gone: () => gone,
        give(session) {
          signal?.removeEventListener('abort', abort)
          resolve(session)
        },
        fail(error) {
          signal?.removeEventListener('abort', abort)
          reject(error)
        },
      }
      const abort = () => {
        gone = true
        const at = this.#line.indexOf(waiting)
        if (at >= 0) this.#line.splice(at, 1)
        reject(new EppNotSent('cancelled while waiting for a session'))
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.#line.push(waiting)
    })
  }

  next(): Waiting | undefined {
    return this.#line.shift()
  }

  /** To the head of the line: its turn had come already. */
  putBack(waiting: Waiting): void {
    if (!waiting.gone()) this.#line.unshift(waiting)
  }

  failAll(error: Error): void {
    for (const waiting of this.#line.splice(0)) waiting.fail(error)
  }
}
