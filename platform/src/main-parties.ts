import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { EppPool, type PoolOptions, tlsConnector } from '@yuming/epp'
import type { Logger } from 'pino'
import type { BureauConnection } from './gateways/bureau-miit/index.ts'
import { miitMinistry } from './gateways/bureau-miit/ministry.ts'
import type { HostedZone } from './gateways/dns-update/index.ts'
import { eppVerificationProvider } from './gateways/verification-epp/index.ts'
import type { Clock } from './kernel/clock/index.ts'
import type { Configuration } from './kernel/configuration/index.ts'
import type { Random } from './kernel/random.ts'
import type { LoginPasswords } from './modules/domains/index.ts'
import type { VerificationProvider } from './modules/verification/index.ts'

/** How long a registry may take over a command that changes something; also how long a stop waits for one. */
export const transformTimeoutMs = 20_000

/** The bureaus that the configuration names, their secrets opened for the wire only. */
export function bureauConnections({ filing }: Configuration): BureauConnection[] {
  return filing.bureaus.map(({ password, aes, ...bureau }) => ({
    ...bureau,
    password: password.reveal(),
    ...(aes ? { aes: { ...aes, key: aes.key.reveal(), iv: aes.iv.reveal() } } : {}),
  }))
}

/** The zones that are hosted here. */
export function hostedZones({ filing }: Configuration): HostedZone[] {
  return filing.zones.map(({ key, ...zone }) => ({
    ...zone,
    key: { ...key, secret: Buffer.from(key.secret.reveal(), 'base64') },
  }))
}

/** By which the payloads of each system are encrypted: of the bureaus, and of the ministry. */
export function bureauKeys(config: Configuration): (bureau: string) => BureauConnection['aes'] {
  const keys = new Map(bureauConnections(config).map(({ id, aes }) => [id, aes]))
  const aes = config.domainReports?.ministry.aes
  if (aes) keys.set('ministry', { key: aes.key.reveal(), iv: aes.iv.reveal() })
  return (bureau) => keys.get(bureau)
}

/** The ministry's system for domain reports. */
export function ministryOver(
  { registrar, nameServers, ministry }: NonNullable<Configuration['domainReports']>,
  deps: Parameters<typeof miitMinistry>[2],
) {
  const { password, aes, ...rest } = ministry
  return miitMinistry(
    {
      ...rest,
      password: password.reveal(),
      ...(aes && { aes: { key: aes.key.reveal(), iv: aes.iv.reveal() } }),
    },
    { name: registrar, nameServers },
    deps,
  )
}

export type EppParty = Omit<Configuration['registries'][number], 'suffixes' | 'profile' | 'differs' | 'purveyor'>

export function poolOf(
  { id, host, port, clientId, tls, maxConnections }: EppParty,
  { login, ...told }: { login: LoginPasswords } & Pick<PoolOptions, 'onPasswordChanged' | 'onLoginEvents'>,
): EppPool {
  const pem = (file: string) => readFileSync(file, 'utf8')
  return new EppPool({
    connect: tlsConnector({ host, port, ca: pem(tls.ca), cert: pem(tls.cert), key: pem(tls.key) }),
    login: { clID: clientId, ...login },
    ...told,
    max: maxConnections,
    minWarm: 1,
    maxSessionMs: 6 * 3_600_000,
    keepAliveMs: 60_000,
    queryTimeoutMs: 10_000,
    transformTimeoutMs,
    now: () => performance.now(),
    random: Math.random,
    ...frameWriter(id),
  })
}

/** The verification service provider that the configuration names. */
export async function providerOver(
  config: NonNullable<Configuration['verification']['provider']>,
  {
    clock,
    random,
    closers,
    log,
    open,
  }: {
    clock: Clock
    random: Random
    closers: (() => Promise<unknown>)[]
    log: Logger
    open: (party: EppParty) => Promise<EppPool>
  },
): Promise<VerificationProvider> {
  const pool = await open(config)
  closers.push(() => pool.close(transformTimeoutMs))
  pool.warm().catch(() => {})
  return eppVerificationProvider({
    id: config.id,
    pool,
    trustedCertificates: config.trustedCertificates.map((file) => readFileSync(file, 'utf8')),
    clTRID: () => `q-${random.token(12)}`,
    password: () => random.token(18),
    now: () => clock.now(),
    refusalCodes: config.refusalCodes,
    retryMs: config.retrySeconds * 1_000,
    outOfOrder: (code) =>
      log.error(
        { provider: config.id, code },
        'the verification provider is out of order: nobody is refused, it is asked again',
      ),
  })
}

/** Writes every EPP frame into a folder, one file each, secrets replaced: to look at, never in production. */
function frameWriter(registry: string): { onFrame?: (direction: 'out' | 'in', xml: string) => void } {
  const folder = process.env.YUMING_FRAMES
  if (!folder) return {}
  let count = 0
  return {
    onFrame(direction, xml) {
      writeFileSync(path.join(folder, `${registry}-${String(++count).padStart(4, '0')}-${direction}.xml`), xml, {
        mode: 0o600,
      })
    },
  }
}
