import type { LoginEvent } from '../extensions/login-sec/login-sec.ts'
import type { CommandFrame } from '../frame/command-frame.ts'
import type { ResponseInput } from '../frame/response.ts'
import type { Login } from '../session/login.ts'

/** What a login may be answered with. */
export type LoginVerdict =
  | {
      readonly ok: true
      /** What the client should know of its password or certificate (RFC 8807); told to one that logged in for it. */
      readonly events?: readonly LoginEvent[]
    }
  | {
      readonly ok: false
      readonly code?: number
      readonly message?: string
      readonly events?: readonly LoginEvent[]
    }

/** A client's session as handlers see it. */
export interface SessionView {
  readonly id: number
  readonly clID: string
  /** Object and extension URIs of the login. */
  readonly services: ReadonlySet<string>
}

/** Who is at the other end, by its client certificate. */
export interface Peer {
  readonly commonName?: string
  readonly fingerprint256?: string
  readonly authorized: boolean
}

/** What happens with an answer that is ready: a fault of the network can be played here, after the work was committed. */
export type Delivery = 'answer' | 'drop' | { readonly delayMs: number; readonly then?: 'answer' | 'drop' }

export interface EppServerOptions {
  readonly svID: string
  readonly greeting: { readonly objects: readonly string[]; readonly extensions: readonly string[] }
  readonly tls?: { readonly ca: string; readonly cert: string; readonly key: string }
  /** @returns whether this client may log in; `peer` is undefined for a stream without TLS. */
  login(request: Login, peer: Peer | undefined, frame: CommandFrame): LoginVerdict | Promise<LoginVerdict>
  /** What its client did not log in for is set aside before it is sent (RFC 9038). */
  handle(frame: CommandFrame, session: SessionView): ResponseInput | Promise<ResponseInput>
  readonly beforeAnswer?: (
    frame: CommandFrame,
    response: ResponseInput,
    session: SessionView,
  ) => Delivery | Promise<Delivery>
  readonly limits?: Partial<ServerLimits>
  readonly now: () => Date
  /** Unique server transaction id. */
  readonly svTRID: () => string
  readonly onFrame?: (direction: 'out' | 'in', xml: string) => void
}

export interface ServerLimits {
  readonly frameBytes: number
  readonly sessionsPerClient: number
  /** Connections that have not logged in; a further one is cut at once. */
  readonly connectionsBeforeLogin: number
  /** A connection that has not logged in is cut after this, whatever it sends; so is a handshake of TLS that does not end. */
  readonly loginWithinMs: number
  readonly idleMs: number
  /** A client whose frame has begun and is not whole after this is cut: bytes that trickle in keep nobody. */
  readonly frameWithinMs: number
  readonly loginAttempts: number
  /** Commands that wait for their turn; above it nothing more is read until they are answered. */
  readonly waitingBytes: number
  /** Answers that the client has not taken; above it no command of this client is answered until it has. */
  readonly untakenBytes: number
  /** A connection whose answers are above `untakenBytes` is cut after this. */
  readonly takenWithinMs: number
}
