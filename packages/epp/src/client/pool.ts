import type { EppCommand } from '../command.ts'
import type { EppResponse } from '../frame/response.ts'
import { namespaces } from '../namespaces.ts'
import { poll } from '../poll/poll.ts'
import type { Connector } from '../transport/connector.ts'
import type { XmlElement } from '../xml/element.ts'
import { EppAnswerLost, EppNotSent, EppRefused } from './errors.ts'
import { Password, type PasswordReport } from './password.ts'
import { type Credentials, Session } from './session.ts'

export interface PoolOptions {
  readonly connect: Connector
  readonly login: Credentials
  /** The registry's session limit for us; learnt downwards when it answers 2502. */
  readonly max: number
  /** Sessions to keep open when idle. */
  readonly minWarm?: number
  /** Idle time after which a session is probed; must be under the registry's idle timeout. */
  readonly keepAliveMs: number
  readonly queryTimeoutMs: number
  readonly transformTimeoutMs: number
  readonly connectTimeoutMs?: number
  readonly extURIs?: readonly string[]
  readonly now: () => number
  /** In [0, 1): spreads reconnects, and makes our probe's transaction ids. */
  readonly random: () => number
  /** Told once what became of `login.newPW`; on success the new password must be kept for the next start. */
  readonly onPasswordChanged?: PasswordReport
  /** Sees every frame with its secrets replaced. */
  readonly onFrame?: (direction: 'out' | 'in', xml: string) => void
}

export interface PoolStats {
  readonly open: number
  readonly idle: number
  readonly waiting: number
  readonly limit: number
  readonly commands: number
  readonly parsedBytes: number
  readonly parsingMs: number
}

interface Idle {
  readonly session: Session
  since: number
}

const objects = [namespaces.domain, namespaces.contact, namespaces.host]
const ownExtensions = Object.entries(namespaces)
  .filter(([prefix]) => !['epp', 'domain', 'contact', 'host'].includes(prefix))
  .map(([, uri]) => uri)

/**
 * Sessions with one registry. A query is repeated once on a fresh session when its answer was lost; a transform never
 * is. A session is tried with an authenticated command, because `hello` is answered to the logged-out as well.
 */
export class EppPool {
  readonly #options: PoolOptions
  readonly #password: Password
  readonly #idle: Idle[] = []
  readonly #queue: { readonly gone: () => boolean; give(session: Session): void; fail(error: Error): void }[] = []
  #open = 0
  #limit: number
  #failures = 0
  #closed = false
  #commands = 0
  #parsedBytes = 0
  #parsingMs = 0
  #keeper: NodeJS.Timeout | undefined

  constructor(options: PoolOptions) {
    this.#options = options
    this.#password = new Password(options.login, options.onPasswordChanged)
    this.#limit = options.max
    this.#keeper = setInterval(() => void this.#keepAlive(), Math.max(250, options.keepAliveMs / 4))
    this.#keeper.unref()
  }

  stats(): PoolStats {
    return {
      open: this.#open,
      idle: this.#idle.length,
      waiting: this.#queue.length,
      limit: this.#limit,
      commands: this.#commands,
      parsedBytes: this.#parsedBytes,
      parsingMs: this.#parsingMs,
    }
  }

  /** Opens the warm minimum; without it sessions open when first needed. */
  async warm(): Promise<void> {
    const wanted = Math.min(this.#options.minWarm ?? 0, this.#limit) - this.#open
    const sessions = await Promise.all(Array.from({ length: Math.max(0, wanted) }, () => this.#openSession()))
    for (const session of sessions) this.#release(session)
  }

  /** @throws EppRefused, EppNotSent, EppAnswerLost */
  async send<Req, Res>(
    command: EppCommand<Req, Res>,
    request: Req,
    options: { clTRID: string; extensions?: readonly XmlElement[]; timeoutMs?: number; signal?: AbortSignal },
  ): Promise<EppResponse<Res>> {
    const timeoutMs =
      options.timeoutMs ??
      (command.kind === 'transform' ? this.#options.transformTimeoutMs : this.#options.queryTimeoutMs)
    for (let attempt = 0; ; attempt++) {
      const session = await this.#acquire(attempt > 0, options.signal)
      try {
        this.#commands++
        return await session.send(command, request, { ...options, timeoutMs })
      } catch (error) {
        if (attempt > 0 || options.signal?.aborted || !this.#mayRepeat(command.kind, error)) throw error
      } finally {
        this.#release(session)
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#keeper)
    for (const waiting of this.#queue.splice(0)) waiting.fail(new EppNotSent('the pool is closed'))
    await Promise.all(this.#idle.splice(0).map(({ session }) => session.logout(2_000)))
  }

  // 2002 means that the command was not looked at, so even a transform may go to a fresh session.
  #mayRepeat(kind: EppCommand<never, never>['kind'], error: unknown): boolean {
    if (error instanceof EppNotSent) return true
    if (error instanceof EppRefused)
      return error.response.code === 2002 || (kind !== 'transform' && [2500, 2501, 2502].includes(error.response.code))
    return error instanceof EppAnswerLost && kind !== 'transform'
  }

  async #acquire(fresh: boolean, signal: AbortSignal | undefined): Promise<Session> {
    if (this.#closed) throw new EppNotSent('the pool is closed')
    if (signal?.aborted) throw new EppNotSent('cancelled by the caller')
    // A fresh one after a failure: an idle one may have died of the same cause, and gives its place up when there is no other.
    if (fresh && this.#open >= this.#limit) this.#idle.pop()?.session.close()
    if (fresh && this.#open < this.#limit) return this.#openSession()
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) if (idle.session.usable) return idle.session
    if (this.#open < this.#limit) return this.#openSession()
    return new Promise((resolve, reject) => {
      let gone = false
      const waiting = {
        gone: () => gone,
        give: (session: Session) => {
          signal?.removeEventListener('abort', abort)
          resolve(session)
        },
        fail: (error: Error) => {
          signal?.removeEventListener('abort', abort)
          reject(error)
        },
      }
      const abort = () => {
        gone = true
        const at = this.#queue.indexOf(waiting)
        if (at >= 0) this.#queue.splice(at, 1)
        reject(new EppNotSent('cancelled while waiting for a session'))
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.#queue.push(waiting)
    })
  }

  #release(session: Session): void {
    if (!session.usable) {
      if (!this.#closed && this.#queue.length > 0 && this.#open < this.#limit) this.#openForNext()
      return
    }
    const next = this.#queue.shift()
    if (next) next.give(session)
    else if (this.#closed) void session.logout(2_000)
    else this.#idle.push({ session, since: this.#options.now() })
  }

  #openForNext(): void {
    const next = this.#queue.shift()
    if (!next) return
    this.#openSession().then((session) => {
      // Its caller may have given up meanwhile: then the session is for the next, or for later.
      if (next.gone()) this.#release(session)
      else next.give(session)
    }, next.fail)
  }

  async #openSession(): Promise<Session> {
    this.#open++
    try {
      await this.#pauseAfterFailures()
      const session = await this.#password.login((login) =>
        Session.open({
          connect: this.#options.connect,
          login,
          objURIs: objects,
          extURIs: this.#options.extURIs ?? ownExtensions,
          connectTimeoutMs: this.#options.connectTimeoutMs ?? 5_000,
          loginTimeoutMs: this.#options.queryTimeoutMs,
          clTRID: () => this.#probeId(),
          ...(this.#options.onFrame ? { onFrame: this.#options.onFrame } : {}),
          onParsed: (ms, bytes) => {
            this.#parsingMs += ms
            this.#parsedBytes += bytes
          },
        }),
      )
      this.#failures = 0
      session.onBroken(() => {
        this.#open--
        const at = this.#idle.findIndex((idle) => idle.session === session)
        if (at >= 0) this.#idle.splice(at, 1)
        if (!this.#closed && this.#queue.length > 0) this.#openForNext()
      })
      return session
    } catch (error) {
      this.#open--
      this.#failures++
      this.#learnLimit(error)
      // Nobody would come to serve them: without any session the callers that wait learn the reason as well.
      if (this.#open === 0)
        for (const waiting of this.#queue.splice(0))
          waiting.fail(error instanceof Error ? error : new EppNotSent('no session'))
      throw error
    }
  }

  // 2502 at login tells the registry's real limit: what is open now, at least one.
  #learnLimit(error: unknown): void {
    const cause = error instanceof EppNotSent ? error.cause : undefined
    if (cause instanceof EppRefused && cause.response.code === 2502) this.#limit = Math.max(1, this.#open)
  }

  async #pauseAfterFailures(): Promise<void> {
    if (this.#failures === 0) return
    const base = Math.min(5_000, 50 * 2 ** Math.min(this.#failures - 1, 7))
    await new Promise((resolve) => setTimeout(resolve, base * (0.5 + this.#options.random() / 2)))
  }

  async #keepAlive(): Promise<void> {
    const before = this.#options.now() - this.#options.keepAliveMs
    const due = this.#idle.filter(({ since }) => since <= before)
    for (const idle of due) {
      const at = this.#idle.indexOf(idle)
      if (at < 0) continue
      this.#idle.splice(at, 1)
      await idle.session
        .send(poll, { op: 'req' }, { clTRID: this.#probeId(), timeoutMs: this.#options.queryTimeoutMs })
        .catch((error: unknown) => {
          if (!(error instanceof EppRefused)) idle.session.close()
        })
      this.#release(idle.session)
    }
  }

  #probeId(): string {
    return `probe-${Math.floor(this.#options.random() * 2 ** 48).toString(36)}`
  }
}
