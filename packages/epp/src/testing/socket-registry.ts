import { createServer, type Socket, connect as tcpConnect } from 'node:net'
import type { Connector } from '../transport/connector.ts'

/** A server's end on loopback, with or without EPP behind it. */
export interface SocketServer {
  readonly port: number
  readonly connect: Connector
  /** Connections that were ever accepted. */
  accepted(): number
  /** Connections that are open now. */
  open(): number
  /** Cuts every connection without a word, as a restart of the registry would. Returns how many. */
  cutAll(): number
  close(): Promise<void>
}

/** Listens on a free port and hands each accepted socket to `serve`. */
export async function listenOn(serve: (socket: Socket) => void): Promise<SocketServer> {
  const sockets = new Set<Socket>()
  let accepted = 0
  const listener = createServer((socket) => {
    accepted++
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
    serve(socket)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    connect: () =>
      new Promise((resolve, reject) => {
        const socket = tcpConnect(port, '127.0.0.1', () => {
          socket.off('error', reject)
          resolve(socket)
        })
        socket.once('error', reject)
      }),
    accepted: () => accepted,
    open: () => sockets.size,
    cutAll() {
      const cut = sockets.size
      for (const socket of sockets) socket.destroy()
      return cut
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => listener.close(() => resolve()))
    },
  }
}
