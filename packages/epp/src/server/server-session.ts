import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { loginSec } from '../extensions/login-sec/login-sec.ts'
import { forServices } from '../extensions/unhandled-namespaces/unhandled-namespaces.ts'
import { type CommandFrame, readClientDocument, readCommand } from '../frame/command-frame.ts'
import { redactFrame } from '../frame/redact.ts'
import { type ResponseInput, writeResponse } from '../frame/response.ts'
import { resultMessage } from '../frame/result-codes.ts'
import { namespaces } from '../namespaces.ts'
import { greetingElement } from '../session/greeting.ts'
import { type Login, login } from '../session/login.ts'
import { logout } from '../session/logout.ts'
import { FrameDecoder } from '../transport/frame-decoder.ts'
import { elementsOf } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { writeXml } from '../xml/write.ts'
import type { EppServerOptions, Peer, ServerLimits, SessionView } from './options.ts'
import { Outbox } from './outbox.ts'

const epp = elementsOf(namespaces.epp)
const knownVerbs = new Set([
  'check',
  'info',
  'create',
  'update',
  'delete',
  'renew',
  'transfer',
  'login',
  'logout',
  'poll',
])

/** One client's stream: documents are answered one after the other, in the order in which they came. */
export class ServerSession implements SessionView {
  readonly id: number
  readonly #stream: Duplex
  readonly #peer: Peer | undefined
  readonly #options: EppServerOptions
  readonly #limits: ServerLimits
  readonly #sessionsOf: (clID: string) => number
  readonly #decoder: FrameDecoder
  readonly #outbox: Outbox
  #login: Login | undefined
  #services: ReadonlySet<string> = new Set()
  #attempts = 0
  #work: Promise<void> = Promise.resolve()
  #waitingBytes = 0
  #timer: NodeJS.Timeout | undefined
  #frameTimer: NodeJS.Timeout | undefined
  #ended = false

  constructor(
    id: number,
    stream: Duplex,
    peer: Peer | undefined,
    options: EppServerOptions,
    limits: ServerLimits,
    sessionsOf: (clID: string) => number,
  ) {
    this.id = id
    this.#stream = stream
    this.#peer = peer
    this.#options = options
    this.#limits = limits
    this.#sessionsOf = sessionsOf
    this.#decoder = new FrameDecoder(limits.frameBytes)
    this.#outbox = new Outbox(stream, { bytes: limits.untakenBytes, takenWithinMs: limits.takenWithinMs }, () =>
      this.end(),
    )
  }

  get clID(): string {
    return this.#login?.clID as string
  }
  get services(): ReadonlySet<string> {
    return this.#services
  }

  start(): void {
    this.#stream.on('error', () => this.end())
    this.#stream.on('close', () => this.end())
    this.#stream.on('data', (chunk: Buffer) => this.#take(chunk))
    this.#send(this.#greeting())
    this.#restartTimer()
  }

  signOut(): boolean {
    const was = this.#login !== undefined
    this.#login = undefined
    return was
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    clearTimeout(this.#frameTimer)
    this.#stream.destroy()
  }

  #take(chunk: Buffer): void {
    if (this.#ended) return
    let documents: Buffer[]
    try {
      documents = this.#decoder.push(chunk)
    } catch {
      this.#send(this.#response({ code: 2500 }, undefined))
      this.#finish()
      return
    }
    for (const document of documents) {
      this.#waitingBytes += document.length
      this.#work = this.#work.then(() => this.#inTurn(document)).catch(() => this.end())
    }
    if (this.#waitingBytes > this.#limits.waitingBytes) this.#stream.pause()
    this.#watchFrame({ anew: documents.length > 0 })
  }

  /** The time for a frame runs from its first byte, and not while it is us who do not read. */
  #watchFrame({ anew }: { anew: boolean }): void {
    const isComing = this.#decoder.pending > 0 && !this.#stream.isPaused() && !this.#ended
    if (anew || !isComing) {
      clearTimeout(this.#frameTimer)
      this.#frameTimer = undefined
    }
    if (!isComing || this.#frameTimer) return
    this.#frameTimer = setTimeout(() => this.#finish(), this.#limits.frameWithinMs)
    this.#frameTimer.unref()
  }

  async #inTurn(document: Buffer): Promise<void> {
    await this.#outbox.room()
    await this.#answer(document)
    this.#waitingBytes -= document.length
    if (this.#waitingBytes <= this.#limits.waitingBytes && this.#stream.isPaused()) {
      this.#stream.resume()
      this.#watchFrame({ anew: true })
    }
  }

  async #answer(document: Buffer): Promise<void> {
    if (this.#ended) return
    // Whoever has not logged in has one time for that, however much it says meanwhile.
    if (this.#login) this.#restartTimer()
    let clTRID: string | undefined
    try {
      this.#options.onFrame?.('in', redactFrame(document.toString('utf8')))
      const found = readClientDocument(parseXml(document, { largest: this.#limits.frameBytes }))
      if (found.kind === 'hello') return this.#send(this.#greeting())
      clTRID = found.clTRID
      if (!knownVerbs.has(found.verb)) return this.#send(this.#response({ code: 2000 }, clTRID))
      if (this.#login === undefined && found.verb !== 'login')
        return this.#send(this.#response({ code: 2002, reasons: [{ reason: 'Not logged in' }] }, clTRID))
      const frame = readCommand(found)
      if (!frame) return this.#send(this.#response({ code: found.object === undefined ? 2101 : 2307 }, clTRID))
      await this.#dispatch(frame)
    } catch (error) {
      if (error instanceof XmlRejected)
        this.#send(
          this.#response(
            { code: error.because === 'value' ? 2005 : 2001, reasons: [{ reason: error.message }] },
            clTRID,
          ),
        )
      else this.#send(this.#response({ code: 2400 }, clTRID))
    }
  }

  async #dispatch(frame: CommandFrame): Promise<void> {
    if (frame.command.verb === login.verb) return this.#logIn(frame)
    if (frame.command.verb === logout.verb) {
      this.#send(this.#response({ code: 1500 }, frame.clTRID))
      return this.#finish()
    }
    const response = await this.#options.handle(frame, this)
    const delivery = (await this.#options.beforeAnswer?.(frame, response, this)) ?? 'answer'
    if (typeof delivery === 'object') await delay(delivery.delayMs)
    if (delivery === 'drop' || (typeof delivery === 'object' && delivery.then === 'drop')) return this.end()
    this.#send(this.#response(forServices(response, this.#services), frame.clTRID))
    if (response.code >= 2500) this.#finish()
  }

  async #logIn(frame: CommandFrame): Promise<void> {
    if (this.#login)
      return this.#send(this.#response({ code: 2002, reasons: [{ reason: 'Already logged in' }] }, frame.clTRID))
    const request = frame.request as Login
    if (request.version !== '1.0') return this.#send(this.#response({ code: 2100 }, frame.clTRID))
    const { objects, extensions } = this.#options.greeting
    const service = (uri: string) => ({ reasons: [{ reason: `Not offered: ${uri.slice(0, 200)}` }] })
    const object = request.objURIs.find((uri) => !objects.includes(uri))
    if (object !== undefined) return this.#refuseLogin(frame, { code: 2307, ...service(object) })
    const extension = request.extURIs.find((uri) => !extensions.includes(uri))
    if (extension !== undefined) return this.#refuseLogin(frame, { code: 2103, ...service(extension) })
    const services = new Set([...request.objURIs, ...request.extURIs])
    const verdict = await this.#options.login(request, this.#peer, frame)
    const events =
      verdict.events && verdict.events.length > 0 && services.has(loginSec.uri)
        ? { extensions: [loginSec.elements.loginSecData(verdict.events)] }
        : {}
    if (!verdict.ok) {
      const { code = 2200, message } = verdict
      return this.#refuseLogin(frame, { code, ...(message === undefined ? {} : { message }), ...events })
    }
    if (this.#sessionsOf(request.clID) >= this.#limits.sessionsPerClient) {
      this.#send(this.#response({ code: 2502 }, frame.clTRID))
      return this.#finish()
    }
    this.#login = request
    this.#services = services
    this.#restartTimer()
    this.#send(this.#response({ code: 1000, ...events }, frame.clTRID))
  }

  /** Whoever fails too often is cut (RFC 5730 §3, 2501). */
  #refuseLogin(frame: CommandFrame, refusal: ResponseInput): void {
    const last = ++this.#attempts >= this.#limits.loginAttempts
    this.#send(this.#response(last ? { ...refusal, code: 2501 } : refusal, frame.clTRID))
    if (last || refusal.code >= 2500) this.#finish()
  }

  #greeting(): string {
    const { svID, greeting, now } = this.#options
    return writeXml(
      epp('epp', [
        greetingElement({
          svID,
          svDate: now().toISOString(),
          versions: ['1.0'],
          langs: ['en'],
          objURIs: greeting.objects,
          extURIs: greeting.extensions,
        }),
      ]),
    )
  }

  #response(response: ResponseInput, clTRID: string | undefined): string {
    const ids = {
      svTRID: this.#options.svTRID(),
      ...(clTRID === undefined || clTRID.length < 3 || clTRID.length > 64 ? {} : { clTRID }),
    }
    try {
      return writeResponse(response, ids, resultMessage)
    } catch {
      return writeResponse({ code: 2400 }, ids, resultMessage)
    }
  }

  #send(xml: string): void {
    if (this.#ended || this.#stream.destroyed) return
    this.#options.onFrame?.('out', redactFrame(xml))
    this.#outbox.send(xml)
  }

  #finish(): void {
    if (this.#ended) return
    this.#ended = true
    this.#login = undefined
    clearTimeout(this.#timer)
    clearTimeout(this.#frameTimer)
    this.#stream.end()
    // A client that does not close its own side is not waited for.
    this.#timer = setTimeout(() => this.#stream.destroy(), 2_000)
    this.#timer.unref()
  }

  #restartTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#finish(), this.#login ? this.#limits.idleMs : this.#limits.loginWithinMs)
    this.#timer.unref()
  }
}
