import { EppAnswerLost, EppNotSent, EppRefused } from './errors.ts'
import type { Credentials, Session } from './session.ts'

/** Told once per wanted change: nothing when it was made, the refusal when the registry would not. */
export type PasswordReport = (refusal?: EppRefused) => void

/** Which password a pool logs in with while it is being changed (RFC 5730 §2.9.1.1 `newPW`). */
export class Password {
  readonly #clID: string
  readonly #report: PasswordReport | undefined
  #pw: string
  #wanted: string | undefined
  #unsure = false
  #changing: Promise<unknown> | undefined

  constructor({ clID, pw, newPW }: Credentials, report?: PasswordReport) {
    this.#clID = clID
    this.#pw = pw
    this.#wanted = newPW
    this.#report = report
  }

  /** One login at a time until the change is settled, because the others' password depends on it. */
  async login(open: (credentials: Credentials) => Promise<Session>): Promise<Session> {
    while (this.#changing) await this.#changing
    if (this.#wanted === undefined) return open({ clID: this.#clID, pw: this.#pw })
    const change = this.#change(open, this.#wanted)
    this.#changing = change
      .catch(() => {})
      .finally(() => {
        this.#changing = undefined
      })
    return change
  }

  async #change(open: (credentials: Credentials) => Promise<Session>, wanted: string): Promise<Session> {
    if (this.#unsure) {
      try {
        const session = await open({ clID: this.#clID, pw: wanted })
        this.#settle(wanted)
        return session
      } catch (error) {
        if (!wrongPassword(error)) throw error
        this.#unsure = false
      }
    }
    try {
      const session = await open({ clID: this.#clID, pw: this.#pw, newPW: wanted })
      this.#settle(wanted)
      return session
    } catch (error) {
      // Another process of ours may have made the change already.
      if (wrongPassword(error)) {
        const session = await open({ clID: this.#clID, pw: wanted }).catch((second: unknown) => {
          if (!wrongPassword(second)) throw second
        })
        if (session) {
          this.#settle(wanted)
          return session
        }
      }
      const cause = error instanceof EppNotSent ? error.cause : undefined
      if (cause instanceof EppAnswerLost) this.#unsure = true
      // A server that is full or failing says nothing about the password.
      else if (cause instanceof EppRefused && ![2400, 2500, 2502].includes(cause.response.code)) {
        this.#wanted = undefined
        this.#report?.(cause)
      }
      throw error
    }
  }

  #settle(wanted: string): void {
    this.#pw = wanted
    this.#wanted = undefined
    this.#unsure = false
    this.#report?.()
  }
}

function wrongPassword(error: unknown): boolean {
  const cause = error instanceof EppNotSent ? error.cause : undefined
  return cause instanceof EppRefused && [2200, 2501].includes(cause.response.code)
}
