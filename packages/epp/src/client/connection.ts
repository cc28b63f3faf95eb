import type { Duplex } from 'node:stream'
import { encodeFrame, FrameDecoder } from '../transport/frame-decoder.ts'
import { EppAnswerLost, EppNotSent } from './errors.ts'

interface Waiting {
  resolve(document: Buffer): void
  reject(error: Error): void
}

/** One stream with at most one exchange in flight. It knows frames, not EPP: what comes back is handed on as bytes. */
export class Connection {
  readonly #stream: Duplex
  readonly #decoder: FrameDecoder
  #waiting: Waiting | undefined
  #broken: Error | undefined
  #onBroken: (() => void) | undefined

  constructor(stream: Duplex, limit?: number) {
    this.#stream = stream
    this.#decoder = new FrameDecoder(limit)
    stream.on('data', (chunk: Buffer) => this.#take(chunk))
    stream.on('error', (error: Error) => this.#break(error))
    stream.on('close', () => this.#break(new Error('the connection was closed')))
    stream.on('end', () => this.#break(new Error('the server ended the connection')))
  }

  get broken(): boolean {
    return this.#broken !== undefined
  }

  /** Also when it is broken already. */
  onBroken(listener: () => void): void {
    if (this.#broken) listener()
    else this.#onBroken = listener
  }

  /** The first document, which comes without sending any. To be asked for at once: it is not kept for later. */
  greeting(timeoutMs: number): Promise<Buffer> {
    return this.#next(timeoutMs, undefined)
  }

  /** Sends one document and gives the next that arrives. A late or lost answer breaks the connection for good. @throws EppNotSent, EppAnswerLost */
  async exchange(xml: string, timeoutMs: number, signal?: AbortSignal): Promise<Buffer> {
    if (this.#broken) throw new EppNotSent(this.#broken.message)
    if (this.#waiting) {
      this.close()
      throw new EppNotSent('the connection is out of step')
    }
    if (signal?.aborted) throw new EppNotSent('cancelled by the caller')
    const answer = this.#next(timeoutMs, signal)
    this.#stream.write(encodeFrame(xml))
    try {
      return await answer
    } catch (cause) {
      throw new EppAnswerLost(cause instanceof Error ? cause.message : 'unknown', { cause })
    }
  }

  close(): void {
    this.#break(new Error('closed by us'))
  }

  #next(timeoutMs: number, signal: AbortSignal | undefined): Promise<Buffer> {
    if (this.#broken) return Promise.reject(this.#broken)
    return new Promise((resolve, reject) => {
      // A cancelled or late exchange may still be answered; the stream would then be one answer behind for ever.
      const give = (reason: string) => () => this.#break(new Error(reason))
      const abort = give('cancelled by the caller')
      const timer = setTimeout(give(`no answer within ${timeoutMs} ms`), timeoutMs)
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        this.#waiting = undefined
      }
      this.#waiting = {
        resolve: (document) => {
          settle()
          resolve(document)
        },
        reject: (error) => {
          settle()
          reject(error)
        },
      }
      if (signal?.aborted) abort()
      else signal?.addEventListener('abort', abort, { once: true })
    })
  }

  #take(chunk: Buffer): void {
    let documents: Buffer[]
    try {
      documents = this.#decoder.push(chunk)
    } catch (error) {
      this.#break(error instanceof Error ? error : new Error('bad frame'))
      return
    }
    for (const document of documents) {
      if (this.#waiting) this.#waiting.resolve(document)
      // Kept, it would be taken for the answer to the next command.
      else this.#break(new Error('the server sent what nobody asked for'))
    }
    // Its rest would be the answer to the next command, or would never come.
    if (!this.#waiting && this.#decoder.pending > 0) this.#break(new Error('the server sent what nobody asked for'))
  }

  #break(error: Error): void {
    if (this.#broken) return
    this.#broken = error
    this.#waiting?.reject(error)
    this.#stream.destroy()
    this.#onBroken?.()
  }
}
