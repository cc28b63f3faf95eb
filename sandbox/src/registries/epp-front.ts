import { createEppServer, type LoginEvent } from '@yuming/epp'
import { type RegistryTls, readPem } from './certificates.ts'
import { answerCommand } from './epp/answer.ts'
import { passwordsOf } from './epp/login-passwords.ts'
import type { Faults } from './faults.ts'
import { objectUris } from './object-uris.ts'
import type { Office } from './office.ts'
import { playFaults } from './play-faults.ts'

/** The registry's EPP server. */
export interface EppFront {
  readonly port: number
  sessionCount(): number
  signOutAll(): number
  close(): Promise<void>
}

/** What the registry tells its registrars when they log in (RFC 8807). */
export interface LoginNews {
  /** An instant. */
  passwordEnds?: string | undefined
}

export interface EppFrontOptions {
  readonly office: Office
  readonly tls: RegistryTls
  readonly faults: Faults
  readonly login: LoginNews
  readonly run: <T>(work: () => T) => Promise<T>
  readonly port: number
  readonly svTRID: () => string
}

/** Serves a registry by EPP over TLS (RFC 5734) on loopback; the faults asked for are played at this place only. */
export async function openEppFront(options: EppFrontOptions): Promise<EppFront> {
  const { office, tls, faults, run } = options
  const { profile } = office
  const server = createEppServer({
    svID: profile.svID,
    greeting: { objects: objectUris(profile), extensions: profile.extensions },
    tls: { ca: readPem(tls.ca), cert: readPem(tls.server.cert), key: readPem(tls.server.key) },
    // The certificate must be the registrar's own, or a stolen password would be enough.
    login: (request, peer, frame) => {
      const given = passwordsOf(request, frame)
      if (peer?.commonName !== request.clID || !office.accounts.signIn(request.clID, given.password))
        return { ok: false, code: 2200 }
      if (given.newPassword === undefined) return { ok: true, events: eventsOf(options.login) }
      const { newPassword } = given
      return run(() => office.accounts.changePassword(request.clID, newPassword)).then(() => ({ ok: true }))
    },
    ...playFaults(faults, (frame, session) => answerCommand(frame, session.clID, office, run)),
    limits: { sessionsPerClient: profile.maxSessions },
    now: () => office.clock.now(),
    svTRID: options.svTRID,
  })
  await server.listen(options.port, '127.0.0.1')
  return {
    port: server.port,
    sessionCount: () => server.sessionCount(),
    signOutAll: () => server.signOutAll(),
    close: () => server.close(),
  }
}

function eventsOf({ passwordEnds }: LoginNews): LoginEvent[] {
  if (passwordEnds === undefined) return []
  return [{ type: 'password', level: 'warning', exDate: passwordEnds, text: 'The password expires soon.' }]
}
