import { readFileSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { EppPool, type PoolOptions, tlsConnector } from '@yuming/epp'
import type { Logger } from 'pino'
import { createConsoleApi } from './faces/console-api/index.ts'
import { alipayChannel } from './gateways/alipay/index.ts'
import { type BureauConnection, miitBureaus } from './gateways/bureau-miit/index.ts'
import { miitMinistry } from './gateways/bureau-miit/ministry.ts'
import { clockOverHttp } from './gateways/clock-http/index.ts'
import { smtpMail } from './gateways/mail-smtp/index.ts'
import { availabilityAsker } from './gateways/registry-epp/availability.ts'
import { eppRegistries } from './gateways/registry-epp/index.ts'
import { loginWarnings } from './gateways/registry-epp/login-warnings.ts'
import { profileOf } from './gateways/registry-epp/profiles.ts'
import { smsOverHttp } from './gateways/sms-http/index.ts'
import { eppVerificationProvider } from './gateways/verification-epp/index.ts'
import { type Clock, followedClock, systemClock } from './kernel/clock/index.ts'
import { collectAfterStart } from './kernel/collect-after-start.ts'
import { type Configuration, loadConfiguration } from './kernel/configuration/index.ts'
import { createDb, createPool, migrate, startEmbeddedServer } from './kernel/database/index.ts'
import { createDeadlineKeeper } from './kernel/deadlines/index.ts'
import { type ShopFronts, shopFronts } from './kernel/http/index.ts'
import { createLogger } from './kernel/logging/index.ts'
import { type Random, systemRandom } from './kernel/random.ts'
import { createTaskRunner, pointsOf } from './kernel/tasks/index.ts'
import { configuredKeyService, createEraser, createVault } from './kernel/vault/index.ts'
import { routesOf } from './main-routes.ts'
import { betterAuthSignIn, createSessions, ownerPhone } from './modules/accounts/index.ts'
import { liveCatalog } from './modules/catalog/index.ts'
import {
  createReportCollector,
  createResultReader,
  domainReportTask,
  isKnownToMinistry,
} from './modules/domain-reports/index.ts'
import {
  agentDuty,
  autoRenewal,
  changeHolderTask,
  changeStatusTask,
  createContactKeeper,
  createExpiryReminders,
  createHoldLifter,
  createMessageReader,
  createRegistryMirror,
  keepAgentDuty,
  keepEmailDuty,
  keepVerificationDuty,
  type LoginPasswords,
  loginPasswords,
  settlePassword,
  updateContactTask,
  verificationDuty,
} from './modules/domains/index.ts'
import {
  createBureauJobs,
  createDutyTeller,
  createFilingFollower,
  createNightlyScan,
  createTimesLearner,
  filingDeadlines,
  submitFilingTask,
} from './modules/filing/index.ts'
import { createNoticeSender } from './modules/notices/index.ts'
import {
  activateTask,
  autoRenewDomain,
  closeUnpaidOrder,
  createOrderChanges,
  createOrderSettler,
  createPaymentWatch,
  deletedTask,
  paymentPoints,
  renewTask,
} from './modules/orders/index.ts'
import {
  createCertificateReminders,
  emailDuty,
  eraseTemplate,
  registrantOf,
  settleIdentities,
  templateErasure,
} from './modules/registrants/index.ts'
import { indexedNames, keepingPremium, namesToQualify, premiumPrice } from './modules/search/index.ts'
import {
  createCodeSender,
  createProviderMessageReader,
  holderProof,
  keepQualificationDuty,
  paperOfOpenCase,
  qualificationDuty,
  reviewsDueSoon,
  submitCodesTask,
  type VerificationProvider,
  verifyHolderTask,
  warnOfReviewsDue,
} from './modules/verification/index.ts'

const version = '0.1.0'

/** How long a registry may take over a command that changes something; also how long a stop waits for one. */
const transformTimeoutMs = 20_000

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
  const bureaus = miitBureaus(bureauConnections(config), { db, vault, clock, log })

  const knownToMinistry = async (ascii: string) => (config.domainReports ? isKnownToMinistry(db, ascii) : undefined)
  const kill = killPoint()
  let points: readonly string[] = []
  if (config.roles.includes('worker')) {
    const mirror = createRegistryMirror({ db, registries, clock, log })
    const messages = createMessageReader({
      db,
      registries,
      ids: connections.map(({ id }) => id),
      vault,
      clock,
      random,
      log,
      everyMs: Math.min(...config.registries.map(({ pollSeconds }) => pollSeconds)) * 1_000,
    })
    const settler = createOrderSettler({ db, clock, random, log })
    const ministry = config.domainReports && ministryOver(config.domainReports, { db, vault, clock, log })
    const deps = {
      db,
      names,
      provider,
      registries,
      catalog,
      vault,
      channel,
      lineEnded: settler.lineEnded,
      registrant: (account: string, template: string) =>
        db.transaction().execute((trx) => registrantOf(trx, vault, { account, template })),
    }
    const definitions = [
      activateTask(deps),
      renewTask(deps),
      changeStatusTask({ registries }),
      changeHolderTask(deps),
      updateContactTask(deps),
      deletedTask({ registries, catalog, channel }),
      submitFilingTask({ db, vault, catalog, bureaus, log, knownToMinistry }),
      ...(ministry ? [domainReportTask({ db, ministry, catalog, vault, log })] : []),
      ...(provider
        ? [
            submitCodesTask({ db, provider, registries }),
            verifyHolderTask({
              db,
              provider,
              proof: (verification) => db.transaction().execute((trx) => holderProof(trx, vault, verification)),
            }),
          ]
        : []),
    ]
    points = [...definitions.flatMap((one) => pointsOf(one)), ...paymentPoints]
    const runner = createTaskRunner({
      db: createDb(taskPool),
      pool,
      clock,
      random,
      log,
      definitions,
      concurrency: config.tasks.concurrency,
      settleMs: 3_000,
      elapsed: () => performance.now(),
      ...kill,
    })
    const sender = createNoticeSender({
      db,
      clock,
      log,
      origin,
      mail: smtpMail(config.mail),
      sms: smsOverHttp({
        endpoint: config.sms.endpoint,
        accessKey: config.sms.accessKey,
        secret: config.sms.secret.reveal(),
        clock,
      }),
    })
    const watch = createPaymentWatch({ db, channel, clock, random, log })
    const keeper = createDeadlineKeeper({
      db,
      clock,
      random,
      log,
      handlers: {
        'order.unpaid': closeUnpaidOrder,
        ...filingDeadlines,
        [emailDuty]: keepEmailDuty,
        [agentDuty]: keepAgentDuty({ phoneOf: ownerPhone(signIn) }),
        [verificationDuty]: keepVerificationDuty,
        [qualificationDuty]: keepQualificationDuty,
        [templateErasure]: eraseTemplate({ vault }),
        [reviewsDueSoon]: warnOfReviewsDue({ lead: config.verification.lead }),
        [autoRenewal]: autoRenewDomain({ catalog, payWithinMinutes: config.orders.payWithinMinutes }),
      },
    })
    const lifter = createHoldLifter({ db, clock, random, log })
    const contacts = createContactKeeper({ db, clock, random, log })
    const reminders = createExpiryReminders({ db, clock, random, log })
    const papersEnding = createCertificateReminders({ db, clock, random, log })
    const eraser = createEraser({ db, clock, log, held: paperOfOpenCase })
    const verdicts =
      provider &&
      createProviderMessageReader({
        db,
        provider,
        clock,
        log,
        everyMs: (config.verification.provider?.pollSeconds ?? 15) * 1_000,
      })
    const codes =
      provider &&
      createCodeSender({
        db,
        registries: connections.map(({ id }) => id).filter((id) => registries.registry(id).takesCodes),
        clock,
        random,
        log,
      })
    const bureauJobs = createBureauJobs({
      db,
      bureaus,
      vault,
      clock,
      random,
      log,
      everyMs: config.filing.pollSeconds * 1_000,
    })
    const ofFilings = [createNightlyScan, createFilingFollower, createDutyTeller, createTimesLearner].map((create) =>
      create({ db, clock, random, log }),
    )
    const everyMs = (config.domainReports?.pollSeconds ?? 60) * 1_000
    const reporting = ministry && [
      createReportCollector({ db, clock, random, log, everyMs }),
      createResultReader({ db, ministry, clock, log, everyMs }),
    ]
    await runner.start()
    for (const each of reporting ?? []) each.start()
    verdicts?.start()
    codes?.start()
    settler.start()
    mirror.start()
    messages.start()
    keeper.start()
    sender.start()
    watch.start()
    eraser.start()
    reminders.start()
    papersEnding.start()
    lifter.start()
    contacts.start()
    bureauJobs.start()
    for (const each of ofFilings) each.start()
    closers.push(async () => {
      await Promise.all([
        runner.stop(),
        settler.stop(),
        mirror.stop(),
        messages.stop(),
        sender.stop(),
        watch.stop(),
        keeper.stop(),
        eraser.stop(),
        reminders.stop(),
        papersEnding.stop(),
        lifter.stop(),
        contacts.stop(),
        bureauJobs.stop(),
        ...ofFilings.map((each) => each.stop()),
        verdicts?.stop(),
        codes?.stop(),
        ...(reporting ?? []).map((each) => each.stop()),
      ])
    })
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

/** The bureaus that the configuration names, their secrets opened for the wire only. */
function bureauConnections({ filing }: Configuration): BureauConnection[] {
  return filing.bureaus.map(({ password, aes, ...bureau }) => ({
    ...bureau,
    password: password.reveal(),
    ...(aes ? { aes: { ...aes, key: aes.key.reveal(), iv: aes.iv.reveal() } } : {}),
  }))
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

/** The ministry's system for domain reports. */
function ministryOver(
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

type EppParty = Omit<Configuration['registries'][number], 'suffixes' | 'profile' | 'differs' | 'purveyor'>

function poolOf(
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
async function providerOver(
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
    closers: Closer[]
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
