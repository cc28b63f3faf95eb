import { type CommandFrame, createEppServer, type Delivery, type ResponseInput, type SessionView } from '@yuming/epp'
import { type RegistryTls, readPem } from './certificates.ts'
import { answerCommand } from './epp/answer.ts'
import { passwordsOf } from './epp/login-passwords.ts'
import type { Fault, Faults } from './faults.ts'
import { objectUris } from './object-uris.ts'
import type { Office } from './office.ts'

/** The registry's EPP server. */
export interface EppFront {
  readonly port: number
  sessionCount(): number
  signOutAll(): number
  close(): Promise<void>
}

export interface EppFrontOptions {
  readonly office: Office
  readonly tls: RegistryTls
  readonly faults: Faults
  readonly run: <T>(work: () => T) => Promise<T>
  readonly port: number
  readonly svTRID: () => string
}

/** Serves a registry by EPP over TLS (RFC 5734) on loopback; the faults asked for are played at this place only. */
export async function openEppFront(options: EppFrontOptions): Promise<EppFront> {
  const { office, tls, faults, run } = options
  const { profile } = office
  const signedOut = new Set<number>()
  const planned = new WeakMap<CommandFrame, Fault>()

  async function handle(frame: CommandFrame, session: SessionView): Promise<ResponseInput> {
    const command = commandOf(frame)
    if (signedOut.has(session.id) || faults.take(['logged-out'], command)) {
      signedOut.add(session.id)
      return { code: 2002, reasons: [{ reason: 'Not logged in' }] }
    }
    const fault = faults.take(['command-failed', 'session-limit', 'drop-before', 'commit-then-drop', 'delay'], command)
    if (fault) planned.set(frame, fault)
    if (fault?.kind === 'session-limit') return { code: 2502 }
    if (fault?.kind === 'command-failed' || fault?.kind === 'drop-before') return { code: 2400 }
    return answerCommand(frame, session.clID, office, run)
  }

  function deliver(frame: CommandFrame): Delivery {
    const fault = planned.get(frame)
    if (fault?.kind === 'delay') return { delayMs: fault.delayMs ?? 0 }
    return fault?.kind === 'drop-before' || fault?.kind === 'commit-then-drop' ? 'drop' : 'answer'
  }

  const server = createEppServer({
    svID: profile.svID,
    greeting: { objects: objectUris(profile), extensions: profile.extensions },
    tls: { ca: readPem(tls.ca), cert: readPem(tls.server.cert), key: readPem(tls.server.key) },
    // The certificate must be the registrar's own, or a stolen password would be enough.
    login: (request, peer, frame) => {
      const given = passwordsOf(request, frame)
      if (peer?.commonName !== request.clID || !office.accounts.signIn(request.clID, given.password))
        return { ok: false, code: 2200 }
      if (given.newPassword === undefined) return { ok: true }
      const { newPassword } = given
      return run(() => office.accounts.changePassword(request.clID, newPassword)).then(() => ({ ok: true }))
    },
    handle,
    beforeAnswer: deliver,
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

function commandOf(frame: CommandFrame) {
  const { verb, object = '', kind } = frame.command
  const name = /([a-z]+)-1\.0$/.exec(object)?.[1] ?? ''
  return { verb, object: name, isTransform: kind === 'transform' && !isTransferQuery(frame) }
}

/** A transfer query is a transform by its codec, but changes nothing. */
function isTransferQuery(frame: CommandFrame): boolean {
  return frame.command.verb === 'transfer' && (frame.request as { op?: string }).op === 'query'
}
