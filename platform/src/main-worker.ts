import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { linePoints } from './gateways/bureau-miit/points.ts'
import { smtpMail } from './gateways/mail-smtp/index.ts'
import { smsOverHttp } from './gateways/sms-http/index.ts'
import { createDb, type Db } from './kernel/database/index.ts'
import { createDeadlineKeeper } from './kernel/deadlines/index.ts'
import type { Random } from './kernel/random.ts'
import { createTaskRunner, pointsOf } from './kernel/tasks/index.ts'
import { createEraser } from './kernel/vault/index.ts'
import type { RouteParts } from './main-routes.ts'
import { nameOfUser, ownerPhone } from './modules/accounts/index.ts'
import {
  createReportCollector,
  createResultReader,
  domainReportTask,
  type Ministry,
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
  deleteContactTask,
  deleteUnpaidTask,
  keepAgentDuty,
  keepEmailDuty,
  keepUnpaidDuty,
  keepVerificationDuty,
  letContactsGo,
  unpaidDuty,
  updateContactTask,
  verificationDuty,
} from './modules/domains/index.ts'
import {
  answerBureauTask,
  createBureauJobs,
  createDutyTeller,
  createFilingFollower,
  createLineWatch,
  createNightlyProbe,
  createNightlyScan,
  createTimesLearner,
  enterByHandTask,
  filingDeadlines,
  filingRecordsTask,
  filingRecordTask,
  newsPoints,
  submitFilingTask,
  wakeSubmissions,
  type ZoneHosting,
} from './modules/filing/index.ts'
import { createNoticeSender } from './modules/notices/index.ts'
import {
  activateTask,
  autoRenewDomain,
  closeUnpaidOrder,
  createOrderSettler,
  createPaymentWatch,
  deletedTask,
  lookAgain,
  lookOnceMore,
  paymentPoints,
  renewTask,
} from './modules/orders/index.ts'
import {
  createCertificateReminders,
  emailDuty,
  eraseTemplate,
  registrantOf,
  templateErasure,
  templateLetGo,
} from './modules/registrants/index.ts'
import {
  createCodeSender,
  createProviderMessageReader,
  draftDuty,
  enhancedDuty,
  holderProof,
  keepDraftDuty,
  keepEnhancedDuty,
  keepQualificationDuty,
  paperOfOpenCase,
  qualificationDuty,
  reviewsDueSoon,
  submitCodesTask,
  verifyHolderTask,
  warnOfReviewsDue,
} from './modules/verification/index.ts'

/** What the jobs and tasks of the platform stand on. */
export interface WorkerParts extends Omit<RouteParts, 'followed' | 'fronts' | 'asker' | 'known' | 'changes' | 'files'> {
  readonly db: Db
  readonly pool: Pool
  /** Sessions of the tasks alone: they write the same few statements again and again. */
  readonly taskPool: Pool
  readonly random: Random
  readonly log: Logger
  readonly registryIds: readonly string[]
  readonly ministry: Ministry | undefined
  readonly hosting: ZoneHosting
}

export interface Worker {
  /** Where the process could be killed between two steps of a task. */
  readonly points: readonly string[]
  stop(): Promise<void>
}

/** Starts everything that works without being asked over HTTP: tasks, and the jobs that look for what is due. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { config, origin, db, pool, taskPool, clock, random, log, vault, catalog, signIn, channel, names } = parts
  const { registries, registryIds, provider, bureaus, hosting, ministry, lines, probe, knownToMinistry, kill } = parts
  const mirror = createRegistryMirror({ db, registries, clock, random, log })
  const messages = createMessageReader({
    db,
    registries,
    ids: registryIds,
    vault,
    clock,
    random,
    log,
    everyMs: Math.min(...config.registries.map(({ pollSeconds }) => pollSeconds)) * 1_000,
  })
  const settler = createOrderSettler({ db, clock, random, log })
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
    deleteContactTask({ registries }),
    deletedTask({ registries, catalog, channel }),
    deleteUnpaidTask({ registries, catalog }),
    filingRecordsTask({ vault, hosting }),
    filingRecordTask({ hosting }),
    submitFilingTask({ db, vault, catalog, bureaus, log, knownToMinistry }),
    enterByHandTask({ vault, catalog, bureaus, knownToMinistry }),
    answerBureauTask({ db, bureaus, vault, log, nameOf: nameOfUser(signIn) }),
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
  const points = [
    ...definitions.flatMap((one) => pointsOf(one)),
    ...paymentPoints,
    ...Object.values(linePoints),
    ...Object.values(newsPoints),
  ]
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
      [enhancedDuty]: keepEnhancedDuty,
      [draftDuty]: keepDraftDuty,
      [templateErasure]: eraseTemplate({ vault }),
      [templateLetGo]: letContactsGo,
      [reviewsDueSoon]: warnOfReviewsDue({ lead: config.verification.lead }),
      [lookAgain]: lookOnceMore,
      [unpaidDuty]: keepUnpaidDuty({ catalog }),
      [autoRenewal]: autoRenewDomain({ catalog, payWithinMinutes: config.orders.payWithinMinutes }),
    },
  })
  const lifter = createHoldLifter({ db, clock, random, log })
  const contacts = createContactKeeper({ db, clock, random, log })
  const reminders = createExpiryReminders({ db, catalog, clock, random, log })
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
      registries: registryIds.filter((id) => registries.registry(id).takesCodes),
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
    ...kill,
  })
  const ofFilings = [createNightlyScan, createFilingFollower, createDutyTeller, createTimesLearner].map((create) =>
    create({ db, clock, random, log }),
  )
  const lead = config.filing.lead ?? config.verification.lead
  if (lead !== undefined) ofFilings.push(createLineWatch({ db, lines, lead, clock, random, log }))
  if (config.filing.probe) {
    const { perSecond, pollSeconds } = config.filing.probe
    const everyMs = pollSeconds * 1_000
    ofFilings.push(createNightlyProbe({ db, probe, clock, random, log, perSecond, everyMs }))
  }
  const everyMs = (config.domainReports?.pollSeconds ?? 60) * 1_000
  const reporting = ministry
    ? [
        createReportCollector({ db, clock, random, log, everyMs }),
        createResultReader({ db, ministry, clock, log, everyMs, known: wakeSubmissions }),
      ]
    : []
  const jobs = [
    ...reporting,
    ...(verdicts ? [verdicts] : []),
    ...(codes ? [codes] : []),
    settler,
    mirror,
    messages,
    keeper,
    sender,
    watch,
    eraser,
    reminders,
    papersEnding,
    lifter,
    contacts,
    bureauJobs,
    ...ofFilings,
  ]
  await runner.start()
  for (const job of jobs) job.start()
  return {
    points,
    async stop() {
      await Promise.all([runner.stop(), ...jobs.map((job) => job.stop())])
    },
  }
}
