import { writeSync } from 'node:fs'
import path from 'node:path'
import { createConsoleApi } from './faces/console-api/index.ts'
import { alipayChannel } from './gateways/alipay/index.ts'
import { miitBureaus } from './gateways/bureau-miit/index.ts'
import { keptFiles } from './gateways/bureau-miit/kept-files.ts'
import { bureauLines } from './gateways/bureau-miit/lines.ts'
import { clockOverHttp } from './gateways/clock-http/index.ts'
import { updatedZones } from './gateways/dns-update/index.ts'
import { availabilityAsker } from './gateways/registry-epp/availability.ts'
import { eppRegistries } from './gateways/registry-epp/index.ts'
import { loginWarnings } from './gateways/registry-epp/login-warnings.ts'
import { profileOf } from './gateways/registry-epp/profiles.ts'
import { siteProbe } from './gateways/site-probe/index.ts'
import { remembered } from './gateways/site-probe/remembered.ts'
import { followedClock, systemClock } from './kernel/clock/index.ts'
import { collectAfterStart } from './kernel/collect-after-start.ts'
import { type Configuration, loadConfiguration } from './kernel/configuration/index.ts'
import { createDb, createPool, migrate, startEmbeddedServer } from './kernel/database/index.ts'
import { type ShopFronts, shopFronts } from './kernel/http/index.ts'
import { createLogger } from './kernel/logging/index.ts'
import { systemRandom } from './kernel/random.ts'
import { configuredKeyService, createVault } from './kernel/vault/index.ts'
import {
  bureauConnections,
  bureauKeys,
  type EppParty,
  hostedZones,
  ministryOver,
  poolOf,
  providerOver,
  transformTimeoutMs,
} from './main-parties.ts'
import { routesOf } from './main-routes.ts'
import { startWorker } from './main-worker.ts'
import { betterAuthSignIn, createSessions } from './modules/accounts/index.ts'
import { liveCatalog } from './modules/catalog/index.ts'
import { isKnownToMinistry } from './modules/domain-reports/index.ts'
import { loginPasswords, settlePassword } from './modules/domains/index.ts'
import { noProbe } from './modules/filing/index.ts'
import { createOrderChanges } from './modules/orders/index.ts'
import { settleIdentities } from './modules/registrants/index.ts'
import { indexedNames, keepingPremium, namesToQualify, premiumPrice } from './modules/search/index.ts'

const version = '0.1.0'

type Closer = () => Promise<unknown>

interface Started {
  readonly address: string
  readonly database: string
  /** Where the process could be killed; told only to those who kill it. */
  readonly points?: readonly string[]
}

/** Starts the roles that the configuration names; the only place where rooms are wired together. */
async function start(config: Configuration, closers: Closer[]): Promise<Started> {
  const log = createLogger(config.log.level)
  const random = systemRandom
  // Before anything is begun: a registry that cannot be spoken to rightly stops the start.
  const registryProfiles = config.registries.map((registry) => ({ registry, profile: profileOf(registry) }))
  const { url, close } = await databaseOf(config)
  closers.push(close)
  // The embedded server has no password; an outside one's address is never printed.
  const shown = config.database.url ? '' : url
  const pool = createPool(url, { max: 24 })
  closers.push(() => pool.end())
  await migrate(pool)
  const db = createDb(pool)
  // Tasks write the same few statements again and again: few sessions, each of which has them planned.
  const taskPool = createPool(url, { max: 4, byIndexOnly: true })
  closers.push(() => taskPool.end())

  const { source } = config.clock
  const followed = source && (await followedClock({ db, machine: systemClock, source: clockOverHttp(source), log }))
  const clock = followed ?? systemClock
  if (followed) closers.push(() => followed.stop())
  const vault = createVault({ keys: configuredKeyService(config.vault, () => performance.now()), clock, random })
  await settleIdentities({ db, vault, random, log })
  const catalog = await liveCatalog({
    db,
    pool,
    clock,
    log,
    files: config.catalog,
    registries: config.registries,
  })
  closers.push(async () => catalog.stop())
  const origin = config.web.publicUrl.replace(/\/$/, '')
  const fronts = frontsOf(config, origin)

  const warnings = loginWarnings(log)
  const open = async (party: EppParty) =>
    poolOf(party, {
      login: await loginPasswords(db, vault, { registry: party.id, configured: party.password.reveal() }),
      onPasswordChanged(refusal) {
        const refusedCode = refusal?.response.code
        if (refusal)
          log.error(
            { registry: party.id, code: refusedCode },
            'the registry refused the new password; the old one goes on',
          )
        else log.info({ registry: party.id }, 'the new password is set at the registry')
        db.transaction()
          .execute((trx) => settlePassword({ registry: party.id, refusedCode }, { trx, clock }))
          // It stays wanted, and the next login finds out that it was made.
          .catch((error: unknown) =>
            log.error({ err: error, registry: party.id }, 'the new password could not be noted'),
          )
      },
      onLoginEvents: (events) => warnings.note(party.id, events),
    })
  const connections = await Promise.all(
    registryProfiles.map(async ({ registry, profile }) => ({
      id: registry.id,
      clientId: registry.clientId,
      profile,
      pool: await open(registry),
    })),
  )
  closers.push(() => Promise.all(connections.map((connection) => connection.pool.close(transformTimeoutMs))))
  // A registry that is not there yet is tried again by the pool itself.
  for (const connection of connections) connection.pool.warm().catch(() => {})
  const registries = eppRegistries({ connections, clTRID: () => `q-${random.token(12)}` })
  const provider =
    config.verification.provider &&
    (await providerOver(config.verification.provider, { clock, random, closers, log, open }))
  const asker = keepingPremium(
    availabilityAsker(registries, (premium) => premiumPrice(premium, config.catalog.premium)),
    { db, clock, log },
  )
  const names = namesToQualify({ catalog, today: () => clock.today(), fronts })
  const { alipay } = config.payment
  const channel = alipayChannel({
    gateway: alipay.gateway,
    appId: alipay.appId,
    merchantPrivateKey: alipay.merchantPrivateKey.reveal(),
    alipayPublicKey: alipay.alipayPublicKey,
    notifyUrl: `${origin}/v1/payments/alipay/notify`,
    now: () => clock.now(),
  })

  const signIn = betterAuthSignIn({ db, clock, random, secret: config.auth.secret.reveal(), origin })
  const kill = killPoint()
  const bureaus = miitBureaus(bureauConnections(config), { db, vault, clock, log, ...kill })
  const ministry = config.domainReports && ministryOver(config.domainReports, { db, vault, clock, log })
  const lines = bureauLines(bureaus, ministry)
  const probe = config.filing.probe ? siteProbe(config.filing.probe) : noProbe

  const knownToMinistry = async (ascii: string) => (config.domainReports ? isKnownToMinistry(db, ascii) : undefined)
  let points: readonly string[] = []
  if (config.roles.includes('worker')) {
    const worker = await startWorker({
      config,
      origin,
      db,
      pool,
      taskPool,
      clock,
      random,
      log,
      vault,
      catalog,
      signIn,
      channel,
      names,
      registries,
      registryIds: connections.map(({ id }) => id),
      provider,
      bureaus,
      hosting: updatedZones(hostedZones(config), { now: () => clock.now(), log }),
      probe,
      ministry,
      lines,
      knownToMinistry,
      kill,
    })
    points = worker.points
    closers.push(worker.stop)
  }

  const told = { database: shown, ...(kill.onPoint ? { points } : {}) }
  if (!config.roles.includes('web')) return { address: '', ...told }
  const changes = createOrderChanges(pool)
  await changes.start()
  closers.push(() => changes.stop())
  const known = await indexedNames({ folder: path.join(config.dataDir, 'taken'), pool, clock, log })
  closers.push(async () => known.stop())
  const app = await createConsoleApi({
    config: {
      version,
      ...(config.web.limitFactor === undefined ? {} : { limitFactor: config.web.limitFactor }),
      ...(config.web.trustProxy === undefined ? {} : { trustProxy: config.web.trustProxy }),
    },
    db,
    clock,
    random,
    log,
    sessions: createSessions({ db, signIn }),
    ...(config.web.consoleDist === undefined ? {} : { consoleDist: config.web.consoleDist }),
    measures: warnings.measures,
    plugins: routesOf({
      config,
      origin,
      bureaus,
      lines,
      files: keptFiles({ vault, aesOf: bureauKeys(config) }),
      probe: remembered(probe, clock),
      vault,
      clock,
      followed,
      fronts,
      signIn,
      catalog,
      asker,
      known,
      registries,
      provider,
      names,
      channel,
      changes,
      kill,
      knownToMinistry,
    }),
  })
  closers.push(() => app.close())
  return { address: await app.listen({ host: config.web.host, port: config.web.port }), ...told }
}

/** The shop fronts of the configuration; one at the public address when it names none. */
function frontsOf({ site, sites }: Configuration, origin: string): ShopFronts {
  const [first, ...more] = sites.map(({ id, kind, host }) => ({
    id,
    kind,
    url: `${new URL(origin).protocol}//${host}`,
  }))
  return shopFronts(first ? [first, ...more] : [{ id: 'main', kind: site, url: origin }])
}

async function databaseOf(config: Configuration): Promise<{ url: string; close: Closer }> {
  if (config.database.url) return { url: config.database.url.reveal(), close: async () => {} }
  const server = await startEmbeddedServer(path.join(config.dataDir, 'database'))
  const admin = createPool(server.url('postgres'), { max: 1 })
  try {
    const known = await admin.query("select 1 from pg_database where datname = 'yuming'")
    if (!known.rowCount) await admin.query('create database yuming')
  } finally {
    await admin.end()
  }
  return { url: server.url('yuming'), close: () => server.stop() }
}

/** The chaos suite names a point at which this process is to be killed, as a power cut would. */
function killPoint(): { onPoint?: (point: string) => void } {
  const wanted = process.env.YUMING_KILL_AT
  if (!wanted) return {}
  return {
    onPoint: (point) => {
      if (point !== wanted) return
      writeSync(process.stderr.fd, `killed at ${point}\n`)
      process.kill(process.pid, 'SIGKILL')
    },
  }
}

const closers: Closer[] = []
let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  for (const close of closers.reverse()) await close().catch(() => {})
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

try {
  const started = await start(loadConfiguration(process.env), closers)
  process.stdout.write(`${JSON.stringify({ ready: true, ...started, pid: process.pid })}\n`)
  collectAfterStart()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  for (const close of closers.reverse()) await close().catch(() => {})
  process.exit(1)
}
