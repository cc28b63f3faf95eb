import type { Duplex } from 'node:stream'
import { createServer, type TLSSocket } from 'node:tls'
import { Handshakes } from './handshakes.ts'
import type { EppServerOptions, Peer, ServerLimits } from './options.ts'
import { ServerSession } from './server-session.ts'

const defaults: ServerLimits = {
  frameBytes: 1 << 20,
  sessionsPerClient: 10,
  connectionsBeforeLogin: 100,
  loginWithinMs: 10_000,
  idleMs: 300_000,
  frameWithinMs: 60_000,
  loginAttempts: 3,
  waitingBytes: 1 << 16,
  untakenBytes: 1 << 18,
  takenWithinMs: 30_000,
}

export interface EppServer {
  readonly port: number
  listen(port: number, host: string): Promise<void>
  /** Serves one stream that was opened elsewhere, without TLS: for tests and tunnels. */
  serve(stream: Duplex): void
  sessionCount(): number
  /** Forgets every login without telling the clients: their next command is answered with 2002. Returns how many. */
  signOutAll(): number
  close(): Promise<void>
}

/** An EPP server (RFC 5730, 5734). Whatever a client sends, the process goes on. */
export function createEppServer(options: EppServerOptions): EppServer {
  const limits = { ...defaults, ...options.limits }
  const sessions = new Set<ServerSession>()
  let nextId = 0
  let port = 0

  const serve = (stream: Duplex, peer?: Peer): void => {
    // Whoever is logged in is not disturbed by a crowd that is not.
    if (count(sessions, undefined) >= limits.connectionsBeforeLogin) {
      stream.on('error', () => {})
      stream.destroy()
      return
    }
    const session = new ServerSession(++nextId, stream, peer, options, limits, (clID) => count(sessions, clID))
    sessions.add(session)
    stream.once('close', () => sessions.delete(session))
    session.start()
  }

  const handshakes = new Handshakes({ most: limits.connectionsBeforeLogin, withinMs: limits.loginWithinMs })
  const listener = options.tls
    ? createServer(
        {
          ...options.tls,
          requestCert: true,
          rejectUnauthorized: true,
          minVersion: 'TLSv1.2',
        },
        (socket) => {
          handshakes.ended(socket)
          socket.setNoDelay(true)
          serve(socket, peerOf(socket))
        },
      )
    : undefined
  listener?.on('connection', (socket) => handshakes.begun(socket))
  // A client that breaks off its handshake, or has no certificate, is its own affair.
  listener?.on('tlsClientError', () => {})

  return {
    get port() {
      return port
    },
    serve,
    sessionCount: () => [...sessions].filter((session) => session.clID !== undefined).length,
    signOutAll: () => [...sessions].filter((session) => session.signOut()).length,
    listen: (wanted, host) =>
      new Promise((resolve, reject) => {
        if (!listener) return reject(new Error('without TLS there is nothing to listen with'))
        listener.once('error', reject)
        listener.listen(wanted, host, () => {
          listener.off('error', reject)
          const address = listener.address()
          port = typeof address === 'object' && address ? address.port : wanted
          resolve()
        })
      }),
    close: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.end()
        if (listener?.listening) listener.close(() => resolve())
        else resolve()
      }),
  }
}

function count(sessions: ReadonlySet<ServerSession>, clID: string | undefined): number {
  let found = 0
  for (const session of sessions) if (session.clID === clID) found++
  return found
}

function peerOf(socket: TLSSocket): Peer {
  const certificate = socket.getPeerCertificate()
  const name = certificate.subject?.CN
  return {
    authorized: socket.authorized,
    ...(typeof name === 'string' ? { commonName: name } : {}),
    ...(certificate.fingerprint256 ? { fingerprint256: certificate.fingerprint256 } : {}),
  }
}
