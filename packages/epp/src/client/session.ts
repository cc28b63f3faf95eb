import type { EppCommand } from '../command.ts'
import { type LoginEvent, loginSec, passwordElsewhere } from '../extensions/login-sec/login-sec.ts'
import { writeCommand } from '../frame/command-frame.ts'
import { redactFrame } from '../frame/redact.ts'
import { type EppResponse, readResponse } from '../frame/response.ts'
import { namespaces } from '../namespaces.ts'
import { type Greeting, greetingOf } from '../session/greeting.ts'
import { login } from '../session/login.ts'
import { logout } from '../session/logout.ts'
import type { Connector } from '../transport/connector.ts'
import type { XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { required } from '../xml/read.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { Connection } from './connection.ts'
import { EppAnswerLost, EppNotSent, EppRefused } from './errors.ts'

export interface Credentials {
  readonly clID: string
  readonly pw: string
  readonly newPW?: string
}

export interface SessionOptions {
  readonly connect: Connector
  readonly login: Credentials
  /** Object and extension namespaces that we know; those that the greeting names too are announced at login. */
  readonly objURIs: readonly string[]
  readonly extURIs: readonly string[]
  /** Ends the connecting, but no login under way: it may be changing the password. */
  readonly signal: AbortSignal
  readonly connectTimeoutMs: number
  readonly loginTimeoutMs: number
  readonly frameBytes?: number
  readonly clTRID: () => string
  readonly onLoginEvents?: (events: readonly LoginEvent[]) => void
  readonly onFrame?: (direction: 'out' | 'in', xml: string) => void
  readonly onParsed?: (ms: number, bytes: number) => void
}

/** Extensions of a command, or how they depend on what the server's greeting offers. */
export type ExtensionsFor = readonly XmlElement[] | ((offers: (uri: string) => boolean) => readonly XmlElement[])

// After these the server closes or does not know us (RFC 5730 §3): the connection is worth nothing any more.
const fatal = new Set([2002, 2500, 2501, 2502])

// Whoever could not read the command cannot name it; and a refused login has done nothing that could be lost.
const mayBeNameless = (code: number, kind: EppCommand<never, never>['kind']): boolean =>
  code === 2000 || code === 2001 || (kind === 'session' && code >= 2000)

// An error of TLS names its reason apart from where in the library it happened.
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no session'
  return 'reason' in cause && typeof cause.reason === 'string' ? cause.reason : cause.message
}

const largestOf = ({ frameBytes }: SessionOptions) => (frameBytes === undefined ? {} : { largest: frameBytes })

/** One logged-in EPP session (RFC 5730 §2.1). */
export class Session {
  readonly greeting: Greeting
  readonly #connection: Connection
  readonly #options: SessionOptions

  private constructor(connection: Connection, greeting: Greeting, options: SessionOptions) {
    this.#connection = connection
    this.greeting = greeting
    this.#options = options
  }

  /** Connects, reads the greeting and logs in. @throws EppNotSent when no session could be had, with the cause */
  static async open(options: SessionOptions): Promise<Session> {
    let connection: Connection | undefined
    let greeted = false
    try {
      const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.connectTimeoutMs)])
      connection = new Connection(await options.connect(signal), options.frameBytes)
      const first = await connection.greeting(options.connectTimeoutMs)
      greeted = true
      options.onFrame?.('in', first.toString('utf8'))
      const session = new Session(
        connection,
        greetingOf(required(parseXml(first, largestOf(options)), namespaces.epp, 'greeting')),
        options,
      )
      await session.#login()
      return session
    } catch (cause) {
      connection?.close()
      // With TLS 1.3 our side is connected before the server has looked at our certificate (RFC 8446 §4.4.2.4).
      const hint = connection && !greeted ? 'no greeting, the server may not accept our certificate or address: ' : ''
      throw new EppNotSent(hint + reasonOf(cause), { cause })
    }
  }

  get usable(): boolean {
    return !this.#connection.broken
  }

  onBroken(listener: () => void): void {
    this.#connection.onBroken(listener)
  }

  /** @throws EppRefused, EppNotSent, EppAnswerLost */
  async send<Req, Res>(
    command: EppCommand<Req, Res>,
    request: Req,
    options: { clTRID: string; extensions?: ExtensionsFor; timeoutMs: number; signal?: AbortSignal },
  ): Promise<EppResponse<Res>> {
    const { clTRID } = options
    const extensions =
      typeof options.extensions === 'function'
        ? options.extensions((uri) => this.greeting.extURIs.includes(uri))
        : (options.extensions ?? [])
    const xml = writeCommand(command, request, { clTRID, extensions })
    this.#options.onFrame?.('out', redactFrame(xml))
    const bytes = await this.#connection.exchange(xml, options.timeoutMs, options.signal)
    const response = this.#read(bytes, command)
    if (response.clTRID === undefined ? !mayBeNameless(response.code, command.kind) : response.clTRID !== clTRID) {
      this.close()
      throw new EppAnswerLost(`the answer belongs to ${response.clTRID?.slice(0, 64) ?? 'no command that it names'}`)
    }
    if (fatal.has(response.code)) this.close()
    if (response.code >= 2000) throw new EppRefused(response)
    return response
  }

  /** Says goodbye (1500) and closes; never throws. */
  async logout(timeoutMs: number): Promise<void> {
    if (this.usable) await this.send(logout, {}, { clTRID: this.#options.clTRID(), timeoutMs }).catch(() => {})
    this.close()
  }

  close(): void {
    this.#connection.close()
  }

  #read<Req, Res>(bytes: Buffer, command: EppCommand<Req, Res>): EppResponse<Res> {
    const started = performance.now()
    const raw = bytes.toString('utf8')
    try {
      this.#options.onFrame?.('in', redactFrame(raw))
      return readResponse(
        parseXml(bytes, { undeclaredPrefixInValue: 'tolerate', ...largestOf(this.#options) }),
        raw,
        command,
      )
    } catch (cause) {
      this.close()
      throw new EppAnswerLost('the answer cannot be read', { cause })
    } finally {
      this.#options.onParsed?.(performance.now() - started, bytes.length)
    }
  }

  async #login(): Promise<void> {
    const { login: credentials, objURIs, extURIs, loginTimeoutMs } = this.#options
    const { clID, pw, newPW } = credentials
    const services = this.greeting.extURIs.filter((uri) => extURIs.includes(uri))
    // RFC 8807 §3.2: only what RFC 5730's 16 characters cannot hold goes into the extension.
    const elsewhere = (word: string | undefined) =>
      word !== undefined && word.length > 16 && services.includes(loginSec.uri)
    const long = {
      ...(elsewhere(pw) ? { pw } : {}),
      ...(elsewhere(newPW) && newPW !== undefined ? { newPW } : {}),
    }
    const sent = this.send(
      login,
      {
        clID,
        pw: elsewhere(pw) ? passwordElsewhere : pw,
        ...(newPW === undefined ? {} : { newPW: elsewhere(newPW) ? passwordElsewhere : newPW }),
        version: '1.0',
        lang: 'en',
        objURIs: this.greeting.objURIs.filter((uri) => objURIs.includes(uri)),
        extURIs: services,
      },
      {
        clTRID: this.#options.clTRID(),
        timeoutMs: loginTimeoutMs,
        ...(Object.keys(long).length > 0 ? { extensions: [loginSec.elements.loginSec(long)] } : {}),
      },
    )
    this.#tellEvents(
      await sent.catch((error: unknown) => {
        // A refused login may say why: that its password is over, or its certificate.
        if (error instanceof EppRefused) this.#tellEvents(error.response)
        throw error
      }),
    )
  }

  /** RFC 8807 §3.1. What cannot be read is no reason to have no session. */
  #tellEvents({ extensions }: EppResponse<unknown>): void {
    let events: readonly LoginEvent[] | undefined
    try {
      events = loginSec.elements.loginSecData.from(extensions)
    } catch (error) {
      if (!(error instanceof XmlRejected)) throw error
    }
    if (events && events.length > 0) this.#options.onLoginEvents?.(events)
  }
}
