import type { LoginEvent } from '../extensions/login-sec/login-sec.ts'
import type { Connector } from '../transport/connector.ts'
import type { PasswordReport } from './password.ts'
import type { Credentials } from './session.ts'

export interface PoolOptions {
  readonly connect: Connector
  readonly login: Credentials
  /** The registry's session limit for us; learnt downwards when it answers 2502. */
  readonly max: number
  /** Sessions to keep open when idle; those that the registry cuts are opened again in the background. */
  readonly minWarm?: number
  /** Idle time after which a session is probed; must be under the registry's idle timeout. */
  readonly keepAliveMs: number
  /** Age at which a session is logged out between two commands, less up to a tenth; for ever without it. */
  readonly maxSessionMs?: number
  readonly queryTimeoutMs: number
  readonly transformTimeoutMs: number
  readonly connectTimeoutMs?: number
  /** Longest frame of the server that is taken, header included; 1 MiB unless given. */
  readonly frameBytes?: number
  readonly extURIs?: readonly string[]
  readonly now: () => number
  /** In [0, 1): spreads reconnects, and makes our probe's transaction ids. */
  readonly random: () => number
  /** Told once what became of `login.newPW`; on success the new password must be kept for the next start. */
  readonly onPasswordChanged?: PasswordReport
  /** Told what the server says at a login about passwords, certificates and ciphers that end (RFC 8807). */
  readonly onLoginEvents?: (events: readonly LoginEvent[]) => void
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
