import type { EppCommand } from '../command.ts'
import type { EppResponse } from '../frame/response.ts'
import { namespaces } from '../namespaces.ts'
import { poll } from '../poll/poll.ts'
import { Backoff } from './backoff.ts'
import { EppAnswerLost, EppNotSent, EppRefused } from './errors.ts'
import { Password } from './password.ts'
import type { PoolOptions, PoolStats } from './pool-options.ts'
import { type ExtensionsFor, Session } from './session.ts'
import { isFull, SessionLimit } from './session-limit.ts'
import { type Waiting, WaitingLine } from './waiting-line.ts'

interface Idle {
  readonly session: Session
  readonly since: number
}

const longestPauseMs = 5_000
// In the background nobody waits: a registry that is down is asked less often.
const longestPauseOfRefillMs = 60_000
const logoutMs = 2_000

const objects = [namespaces.domain, namespaces.contact, namespaces.host, namespaces.nv]
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
  readonly #backoff: Backoff
  readonly #closing = new AbortController()
  readonly #idle: Idle[] = []
  readonly #sessions = new Set<Session>()
  readonly #retireAt = new WeakMap<Session, number>()
  readonly #line = new WaitingLine()
  readonly #limit: SessionLimit
  #open = 0
  #refilling = false
  #retiring = false
  #ended: Promise<void> | undefined
  #onEmpty: (() => void) | undefined
  #commands = 0
  #parsedBytes = 0
  #parsingMs = 0
  #keeper: NodeJS.Timeout | undefined

  constructor(options: PoolOptions) {
    this.#options = options
    this.#password = new Password(options.login, options.onPasswordChanged)
    this.#backoff = new Backoff(options.random)
    this.#limit = new SessionLimit(options.max)
    const every = Math.min(options.keepAliveMs, options.maxSessionMs ?? Number.POSITIVE_INFINITY) / 4
    this.#keeper = setInterval(() => void this.#keepAlive(), Math.max(250, every))
    this.#keeper.unref()
  }

  stats(): PoolStats {
    return {
      open: this.#open,
      idle: this.#idle.length,
      waiting: this.#line.length,
      limit: this.#limit.value,
      commands: this.#commands,
      parsedBytes: this.#parsedBytes,
      parsingMs: this.#parsingMs,
    }
  }

  /** Opens the warm minimum; without it sessions open when first needed. What fails is tried again in the background. */
  async warm(): Promise<void> {
    const missing = Array.from({ length: Math.max(0, this.#missing()) }, async () =>
      this.#release(await this.#openSession()),
    )
    const failed = (await Promise.allSettled(missing)).find((opened) => opened.status === 'rejected')
    if (!failed) return
    void this.#refill()
    throw failed.reason
  }

  /** @throws EppRefused, EppNotSent, EppAnswerLost */
  async send<Req, Res>(
    command: EppCommand<Req, Res>,
    request: Req,
    options: { clTRID: string; extensions?: ExtensionsFor; timeoutMs?: number; signal?: AbortSignal },
  ): Promise<EppResponse<Res>> {
    const timeoutMs =
      options.timeoutMs ??
      (command.kind === 'transform' ? this.#options.transformTimeoutMs : this.#options.queryTimeoutMs)
    for (let attempt = 0; ; attempt++) {
      const session = await this.#acquire(attempt > 0, options.signal)
      try {
        if (this.#closed) throw new EppNotSent('the pool is closed')
        this.#commands++
        return await session.send(command, request, { ...options, timeoutMs })
      } catch (error) {
        if (attempt > 0 || options.signal?.aborted || !this.#mayRepeat(command.kind, error)) throw error
      } finally {
        this.#release(session)
      }
    }
  }

  /**
   * Takes no more commands, refuses those that wait for a session (EppNotSent), lets those on their way end, and logs
   * out. What is not done within `withinMs` is cut: its caller gets EppAnswerLost.
   */
  close(withinMs = 5_000): Promise<void> {
    this.#ended ??= this.#end(withinMs)
    return this.#ended
  }

  get #closed(): boolean {
    return this.#closing.signal.aborted
  }

  async #end(withinMs: number): Promise<void> {
    this.#closing.abort()
    clearInterval(this.#keeper)
    this.#line.failAll(new EppNotSent('the pool is closed'))
    for (const { session } of this.#idle.splice(0)) void session.logout(logoutMs)
    if (this.#open === 0) return
    const empty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve
    })
    const limit = setTimeout(() => {
      for (const session of this.#sessions) session.close()
      this.#onEmpty?.()
    }, withinMs)
    await empty
    clearTimeout(limit)
  }

  #left(): void {
    this.#open--
    if (this.#open === 0) this.#onEmpty?.()
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
    if (fresh && this.#open >= this.#limit.value) this.#idle.pop()?.session.close()
    const idle = fresh && this.#open < this.#limit.value ? undefined : this.#takeIdle()
    if (idle) return idle
    if (this.#open < this.#limit.value) {
      try {
        return await this.#openSession()
      } catch (error) {
        // The others serve us in turn.
        if (!isFull(error) || this.#open === 0) throw error
      }
    }
    return this.#takeIdle() ?? this.#line.join(signal)
  }

  #takeIdle(): Session | undefined {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) if (idle.session.usable) return idle.session
    return undefined
  }

  #release(session: Session): void {
    if (!session.usable) {
      if (!this.#closed && this.#line.length > 0 && this.#open < this.#limit.value) this.#openForNext()
      return
    }
    this.#backoff.succeeded()
    if (this.#closed) void session.logout(logoutMs)
    else if (this.#isOld(session)) this.#retire(session)
    else this.#handOn(session)
  }

  #handOn(session: Session): void {
    const next = this.#line.next()
    if (next) next.give(session)
    else this.#idle.push({ session, since: this.#options.now() })
  }

  // One at a time: sessions of the same age must not leave the callers without any.
  #isOld(session: Session): boolean {
    return !this.#retiring && this.#options.now() >= (this.#retireAt.get(session) ?? Number.POSITIVE_INFINITY)
  }

  /** Its place is free again when the registry has let it go; whoever waits, or the warm minimum, gets a new one then. */
  #retire(session: Session): void {
    this.#retiring = true
    void session.logout(logoutMs).finally(() => {
      this.#retiring = false
    })
  }

  #missing(): number {
    return Math.min(this.#options.minWarm ?? 0, this.#limit.value) - this.#open
  }

  /** Opens what the warm minimum lacks, one after the other, while nobody waits for it. */
  async #refill(): Promise<void> {
    if (this.#refilling) return
    this.#refilling = true
    while (!this.#closed && this.#missing() > 0) {
      try {
        await this.#backoff.pause(longestPauseOfRefillMs, this.#closing.signal)
        if (this.#missing() <= 0) break
        const session = await this.#openSession('at once')
        // A registry may let us in and cut us at once: it is up again when it has answered.
        await this.#probe(session)
        this.#release(session)
      } catch (error) {
        if (refusesUs(error)) break
      }
    }
    this.#refilling = false
  }

  #openForNext(): void {
    const next = this.#line.next()
    if (!next) return
    this.#openSession().then((session) => {
      // Its caller may have given up meanwhile: then the session is for the next, or for later.
      if (next.gone()) this.#release(session)
      else next.give(session)
    }, this.#noneFor(next))
  }

  #noneFor(next: Waiting): (error: Error) => void {
    return (error) => {
      if (!isFull(error) || this.#open === 0) return next.fail(error)
      const idle = this.#takeIdle()
      if (!idle) this.#line.putBack(next)
      else if (next.gone()) this.#release(idle)
      else next.give(idle)
    }
  }

  async #openSession(when: 'after a pause' | 'at once' = 'after a pause'): Promise<Session> {
    this.#open++
    try {
      if (when === 'after a pause') await this.#backoff.pause(longestPauseMs, this.#closing.signal)
      const session = await this.#password.login((login) =>
        Session.open({
          connect: this.#options.connect,
          login,
          objURIs: objects,
          extURIs: this.#options.extURIs ?? ownExtensions,
          signal: this.#closing.signal,
          connectTimeoutMs: this.#options.connectTimeoutMs ?? 5_000,
          loginTimeoutMs: this.#options.queryTimeoutMs,
          clTRID: () => this.#probeId(),
          ...(this.#options.frameBytes === undefined ? {} : { frameBytes: this.#options.frameBytes }),
          ...(this.#options.onFrame ? { onFrame: this.#options.onFrame } : {}),
          ...(this.#options.onLoginEvents ? { onLoginEvents: this.#options.onLoginEvents } : {}),
          onParsed: (ms, bytes) => {
            this.#parsingMs += ms
            this.#parsedBytes += bytes
          },
        }),
      )
      const { maxSessionMs, now, random } = this.#options
      if (maxSessionMs !== undefined) this.#retireAt.set(session, now() + maxSessionMs * (1 - random() / 10))
      this.#sessions.add(session)
      session.onBroken(() => {
        this.#sessions.delete(session)
        this.#left()
        const at = this.#idle.findIndex((idle) => idle.session === session)
        if (at >= 0) this.#idle.splice(at, 1)
        if (this.#closed) return
        if (this.#line.length > 0) this.#openForNext()
        void this.#refill()
      })
      return session
    } catch (error) {
      this.#left()
      this.#backoff.failed()
      if (isFull(error)) this.#limit.learn(this.#open, this.#options.now())
      // Nobody would come to serve them: without any session the callers that wait learn the reason as well.
      if (this.#open === 0) this.#line.failAll(error instanceof Error ? error : new EppNotSent('no session'))
      throw this.#closed ? new EppNotSent('the pool is closed', { cause: error }) : error
    }
  }

  async #keepAlive(): Promise<void> {
    if (this.#limit.recover(this.#options.now())) void this.#refill()
    const old = this.#idle.findIndex(({ session }) => this.#isOld(session))
    for (const { session } of old < 0 ? [] : this.#idle.splice(old, 1)) this.#retire(session)
    const before = this.#options.now() - this.#options.keepAliveMs
    const due = this.#idle.filter(({ since }) => since <= before)
    for (const idle of due) {
      const at = this.#idle.indexOf(idle)
      if (at < 0) continue
      this.#idle.splice(at, 1)
      await this.#probe(idle.session)
      this.#release(idle.session)
    }
  }

  async #probe(session: Session): Promise<void> {
    const timeoutMs = this.#options.queryTimeoutMs
    const sent = session.send(poll, { op: 'req' }, { clTRID: this.#probeId(), timeoutMs })
    const alive = await sent.then(
      () => true,
      (error: unknown) => error instanceof EppRefused,
    )
    if (alive) return
    this.#backoff.failed()
    session.close()
  }

  #probeId(): string {
    return `probe-${Math.floor(this.#options.random() * 2 ** 48).toString(36)}`
  }
}

/** The registry knows us and says no: asking again in the background could only get the account locked. */
function refusesUs(error: unknown): boolean {
  const cause = error instanceof EppNotSent ? error.cause : undefined
  return cause instanceof EppRefused && ![2400, 2500, 2502].includes(cause.response.code)
}
