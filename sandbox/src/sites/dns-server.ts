import { createSocket, type Socket as DatagramSocket } from 'node:dgram'
import { createServer, type Server, type Socket } from 'node:net'
import { dnsAnswer } from './dns-answer.ts'
import type { SiteStore } from './site-store.ts'

export interface DnsServer {
  readonly port: number
  close(): Promise<void>
}

const idleMs = 10_000
/** With port 0 the system finds one for datagrams; that it is free for streams too is tried so often. */
const tries = 20

/** A name server on loopback, by UDP and TCP on one port (RFC 1035 §4.2). */
export async function openDnsServer(port: number, sites: SiteStore): Promise<DnsServer> {
  for (let left = port === 0 ? tries : 1; ; left--) {
    const datagrams = await listenForDatagrams(port, sites)
    const found = datagrams.address().port
    const open = new Set<Socket>()
    const streams = createServer((socket) => {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
      answerStream(socket, sites)
    })
    try {
      await listen(streams, found)
      return {
        port: found,
        async close() {
          for (const socket of open) socket.destroy()
          await Promise.all([
            new Promise<void>((resolve) => datagrams.close(() => resolve())),
            new Promise<void>((resolve) => streams.close(() => resolve())),
          ])
        },
      }
    } catch (error) {
      datagrams.close()
      if (left <= 1) throw error
    }
  }
}

async function listenForDatagrams(port: number, sites: SiteStore): Promise<DatagramSocket> {
  const socket = createSocket('udp4')
  socket.on('message', (message, from) => {
    const answer = dnsAnswer(message, sites, 'datagram')
    if (answer) socket.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, '127.0.0.1', () => {
      socket.off('error', reject)
      resolve()
    })
  })
  // An asker that has gone is no fault of the server.
  socket.on('error', () => {})
  return socket
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Each message is led by its length in two bytes (RFC 1035 §4.2.2). */
function answerStream(socket: Socket, sites: SiteStore): void {
  let read = Buffer.alloc(0)
  socket.setTimeout(idleMs, () => socket.destroy())
  socket.on('error', () => {})
  socket.on('data', (part: Buffer) => {
    read = Buffer.concat([read, part])
    while (read.length >= 2) {
      const end = 2 + read.readUInt16BE(0)
      if (read.length < end) return
      const answer = dnsAnswer(read.subarray(2, end), sites, 'stream')
      if (!answer) return void socket.destroy()
      const length = Buffer.alloc(2)
      length.writeUInt16BE(answer.length)
      socket.write(Buffer.concat([length, answer]))
      read = read.subarray(end)
    }
  })
}
