import { join } from 'node:path'
import { type CommandFrame, createEppServer, namespaces, nvCreate } from '@yuming/epp'
import { type RegistryTls, readPem, registryTls } from '../registries/certificates.ts'
import { Faults } from '../registries/faults.ts'
import { playFaults } from '../registries/play-faults.ts'
import { text } from '../store/columns.ts'
import { GroupCommit } from '../store/group-commit.ts'
import { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { type Random, secret } from '../world/random.ts'
import { answerVerification } from './answers.ts'
import { providerMigrations } from './provider-store.ts'
import { Scripts } from './scripts.ts'
import { signerOf } from './signer.ts'
import { type Verification, Verifications } from './verifications.ts'

const svID = 'Sandbox Verification Service'

/** A verification service provider: reviews labels and holders, and signs the codes of those who passed. */
export interface VerificationProvider {
  readonly port: number
  readonly svID: string
  readonly clientId: string
  readonly password: string
  readonly tls: RegistryTls
  /** PEM: whoever checks the codes trusts these. */
  readonly trustedCertificates: readonly string[]
  readonly scripts: Scripts
  readonly faults: Faults
  list(): Verification[]
  /** Ends a pending verification by hand. Undefined when it is none. */
  decide(code: string, passed: boolean, message: string): Promise<Verification | undefined>
  /** Ends those whose time has come. */
  turn(): Promise<void>
  close(): Promise<void>
}

/** Opens the provider: its store, certificates, signing key and its EPP server on loopback. */
export async function openVerificationProvider(options: {
  data: string
  port: number
  clock: Clock
  random: Random
}): Promise<VerificationProvider> {
  const { clock, random } = options
  const folder = join(options.data, 'verification')
  const store = new Store(join(folder, 'verification.sqlite'), providerMigrations)
  const { clientId, password } = credentialOf(store, random)
  const tls = await registryTls({ folder: join(folder, 'tls'), name: svID, clientIds: [clientId], clock, random })
  const key = await signerOf(store, clock)
  const verifications = new Verifications(store, clock, key)
  const scripts = new Scripts(store)
  const group = new GroupCommit(store)
  const faults = new Faults()
  const played = playFaults(faults, (frame, session) =>
    group.run(() => answerVerification(frame, session.clID, { verifications, scripts })),
  )
  const server = createEppServer({
    // Both sides of an identity card come in one frame, each up to 1 MB and a third more as text.
    limits: { frameBytes: 4 << 20 },
    svID,
    greeting: { objects: [namespaces.nv], extensions: [namespaces.unhandledNamespaces] },
    tls: { ca: readPem(tls.ca), cert: readPem(tls.server.cert), key: readPem(tls.server.key) },
    login: (request, peer) =>
      peer?.commonName === request.clID && request.clID === clientId && request.pw === password
        ? { ok: true }
        : { ok: false, code: 2200 },
    handle: played.handle,
    beforeAnswer: (frame, response, session) =>
      losesAnswer(frame, scripts) ? 'drop' : played.beforeAnswer(frame, response, session),
    now: () => clock.now(),
    svTRID: () => `VSP-${random.uuid()}`,
  })
  await server.listen(options.port, '127.0.0.1')
  const turn = () =>
    group.run(() => {
      for (const { code } of verifications.due()) verifications.decide(code, true, 'The object has passed.')
    })
  const timer = setInterval(() => void turn(), 2_000)
  return {
    port: server.port,
    svID,
    clientId,
    password,
    tls,
    trustedCertificates: key.certificates,
    scripts,
    faults,
    list: () => verifications.list(),
    decide: (code, passed, message) => group.run(() => verifications.decide(code, passed, message)),
    turn,
    async close() {
      clearInterval(timer)
      await server.close()
      group.flush()
      store.close()
    },
  }
}

/** What was submitted stays; only its sender does not hear of it. */
function losesAnswer(frame: CommandFrame, scripts: Scripts): boolean {
  if (frame.command !== (nvCreate as unknown)) return false
  const { input } = nvCreate.request.read(frame.command.request.write(frame.request))
  return scripts.find(input.kind, input.name)?.decision === 'lose-answer'
}

function credentialOf(store: Store, random: Random): { clientId: string; password: string } {
  const known = store.get('select client_id, password from credential')
  if (known) return { clientId: text(known, 'client_id'), password: text(known, 'password') }
  const made = { clientId: 'yuming-verification', password: secret(random, 9) }
  store.run('insert into credential (client_id, password) values (?, ?)', made.clientId, made.password)
  return made
}
