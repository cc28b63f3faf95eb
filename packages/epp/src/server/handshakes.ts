import type { Socket } from 'node:net'

/**
 * Handshakes of TLS under way. Each has one time to end in: the timeout of node:tls begins anew with every byte that comes.
 * The stream under a TLS socket is not told, so the two are known by the address of the other end.
 */
export class Handshakes {
  readonly #most: number
  readonly #withinMs: number
  readonly #timers = new Map<string, NodeJS.Timeout>()

  constructor({ most, withinMs }: { most: number; withinMs: number }) {
    this.#most = most
    this.#withinMs = withinMs
  }

  begun(socket: Socket): void {
    const from = addressOf(socket)
    if (this.#timers.size >= this.#most) {
      socket.destroy()
      return
    }
    const timer = setTimeout(() => socket.destroy(), this.#withinMs)
    timer.unref()
    this.#timers.set(from, timer)
    socket.once('close', () => this.#forget(from, timer))
  }

  ended(socket: Socket): void {
    const from = addressOf(socket)
    this.#forget(from, this.#timers.get(from))
  }

  #forget(from: string, timer: NodeJS.Timeout | undefined): void {
    clearTimeout(timer)
    // Another connection may come from there by now.
    if (this.#timers.get(from) === timer) this.#timers.delete(from)
  }
}

const addressOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`
