import {
  type AcceptedUpload,
  type BureauAccount,
  type BureauControls,
  type BureauServer,
  type BureauStore,
  createBureauServer,
  type DownloadContents,
  type DownloadName,
  miit30,
  readUpload,
  writeDownload,
} from '@yuming/miit'
import { standInTables } from '@yuming/miit/stand-in'
import { pino } from 'pino'
import { type BureauConnection, miitBureaus } from '../../gateways/bureau-miit/index.ts'
import { keptFiles } from '../../gateways/bureau-miit/kept-files.ts'
import { bureauLines } from '../../gateways/bureau-miit/lines.ts'
import { updatedZones } from '../../gateways/dns-update/index.ts'
import { type NameServer, openNameServer } from '../../gateways/dns-update/testing/name-server.ts'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import { createDeadlineKeeper } from '../../kernel/deadlines/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { createTaskRunner, type TaskRunner } from '../../kernel/tasks/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { loadCatalog } from '../../modules/catalog/index.ts'
import {
  createBureauJobs,
  enterByHandTask,
  filingDeadlines,
  filingRecordsTask,
  filingRecordTask,
  submitFilingTask,
} from '../../modules/filing/index.ts'
import { lockOrder, moveOrder } from '../../modules/filing/orders.ts'
import { paperPurpose } from '../../modules/filing/papers/keep-paper.ts'
import { startSubmission } from '../../modules/filing/submission/start-submission.ts'
import {
  type Applicant,
  applicant,
  begin,
  type FilingApi,
  filingApi,
  fillIn,
  lookAtPapers,
  takePhoto,
} from '../../modules/filing/testing/filing-api.ts'
import type { Visitor } from '../console-api.ts'

/** A bureau over a real socket: what it was sent, and what it has to say. */
export interface Bureau {
  readonly connection: BureauConnection
  readonly uploads: AcceptedUpload[]
  readonly acknowledged: string[]
  readonly controls: BureauControls
  /** Puts a file where the provider fetches it. */
  tell<N extends DownloadName>(name: N, content: DownloadContents[N]): string
  records(): unknown[]
  close(): Promise<void>
}

const account: BureauAccount = {
  ispId: '990000000001',
  userName: 'fictional',
  password: 'Fictional-密码1',
  aes: { key: '0123456789abcdef', iv: '0102030405060708' },
}

async function openBureau(province: string): Promise<Bureau> {
  const uploads: AcceptedUpload[] = []
  const outgoing: { fileName: string; xml: Buffer }[] = []
  const acknowledged: string[] = []
  const controls: BureauControls = {}
  const store: BureauStore = {
    account: async (ispId) => (ispId === account.ispId ? account : undefined),
    lastUpload: async () => uploads.at(-1),
    waiting: async () => 0,
    accept: async (_, upload) => void uploads.push(upload),
    nextFiles: async () => outgoing.slice(0, 2),
    acknowledge: async (_, fileName) => {
      acknowledged.push(fileName)
      const at = outgoing.findIndex((file) => file.fileName === fileName)
      if (at >= 0) outgoing.splice(at, 1)
    },
    filingStatus: async () => ({ filed: false }),
    filingPassword: async () => false,
  }
  const server: BureauServer = createBureauServer({ profile: miit30, store, controls, now: () => new Date() })
  await server.listen(0, '127.0.0.1')
  let files = 0
  const bureau: Bureau = {
    connection: {
      id: province,
      profile: 'miit-3.0',
      address: `http://127.0.0.1:${server.port}`,
      ispId: account.ispId,
      user: account.userName,
      password: account.password,
      ...(account.aes && { aes: account.aes }),
      operationIds: false,
    },
    uploads,
    acknowledged,
    controls,
    tell(name, content) {
      const fileName = `D${province}${String(++files).padStart(4, '0')}.xml`
      outgoing.push({ fileName, xml: writeDownload(miit30, name, content) })
      return fileName
    },
    records: () => uploads.flatMap(({ xml }) => readUpload(miit30, xml).records as unknown[]),
    close: () => server.close(),
  }
  bureau.tell('code-tables', standInTables)
  return bureau
}

export interface FilingWorld extends FilingApi {
  readonly bureau: Bureau
  /** Primary server of `.top`, which takes our updates. */
  readonly nameServer: NameServer
  readonly bureaus: ReturnType<typeof miitBureaus>
  readonly runner: TaskRunner
  readonly jobs: ReturnType<typeof createBureauJobs>
  readonly keeper: ReturnType<typeof createDeadlineKeeper>
}

/** API, worker and one bureau (Guangdong), all over their real sockets. */
export async function filingWorld(): Promise<FilingWorld> {
  const bureau = await openBureau('440000')
  const key = { name: 'yuming-key', secret: Buffer.from('a secret that both sides have got') }
  const nameServer = await openNameServer(key)
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  let bureaus: ReturnType<typeof miitBureaus> | undefined
  const lines = () => {
    if (!bureaus) throw new Error('the bureaus were not made')
    return bureauLines(bureaus, undefined)
  }
  const api = await filingApi(
    (deps: { db: Db; vault: Vault; clock: Clock }) => {
      bureaus = miitBureaus([bureau.connection], { ...deps, log })
      return bureaus
    },
    {
      stopped: (trx) => lines().stopped(trx),
      failing: (trx) => lines().failing(trx),
      setAside: (trx, choice) => lines().setAside(trx, choice),
      release: (id, key) => lines().release(id, key),
    },
    ({ vault }) => keptFiles({ vault, aesOf: () => bureau.connection.aes }),
  )
  if (!bureaus) throw new Error('the bureaus were not made')
  const { db, pool, vault, clock } = api
  const common = { db, clock, random: systemRandom, log }
  const hosting = updatedZones(
    [
      {
        zone: 'top',
        server: { host: '127.0.0.1', port: nameServer.port },
        key: { ...key, algorithm: 'hmac-sha256' },
        ttl: 600,
      },
    ],
    { now: () => new Date(), log },
  )
  const runner = createTaskRunner({
    ...common,
    pool,
    definitions: [
      filingRecordsTask({ vault, hosting }),
      filingRecordTask({ hosting }),
      submitFilingTask({
        db,
        vault,
        catalog: loadCatalog(),
        bureaus,
        log,
        knownToMinistry: async () => true,
      }),
      enterByHandTask({ vault, catalog: loadCatalog(), bureaus, knownToMinistry: async () => true }),
    ],
    concurrency: 2,
    settleMs: 300,
    elapsed: () => performance.now(),
  })
  await runner.start()
  const jobs = createBureauJobs({ ...common, bureaus, vault, everyMs: 3_600_000 })
  const keeper = createDeadlineKeeper({ ...common, handlers: filingDeadlines })
  await jobs.look()
  return {
    ...api,
    bureau,
    nameServer,
    bureaus,
    runner,
    jobs,
    keeper,
    async close() {
      await runner.stop()
      await api.close()
      await bureau.close()
      await nameServer.close()
    },
  }
}

interface SentOrder extends Applicant {
  readonly number: string
  readonly reviewer: Visitor
}

const reviewers = new WeakMap<FilingWorld, Visitor>()
const paperKinds = ['principal-front', 'principal-back', 'verification-form', 'domain-certificate', 'pledge'] as const

/**
 * An order of a new applicant that has passed our reviews and goes to its bureau. How pictures and reviews are looked at
 * is proven elsewhere: here the papers lie in the vault, and the order has been passed.
 */
export async function sentOrder(world: FilingWorld, which = 0): Promise<SentOrder> {
  const one = await applicant(world, which)
  const { number } = (await begin(one.who, one.template, one.name)).body
  await fillIn(world, one, number, number)
  await keepPapers(world, number)
  const handed = await one.who.call('POST', `v1/filings/${number}/submission`)
  if (handed.status !== 201) throw new Error(`submission answered ${handed.status} ${JSON.stringify(handed.body)}`)
  await world.db.transaction().execute(async (trx) => {
    const context = { trx, clock: world.clock, random: systemRandom, actor: { kind: 'system', name: 'test' } as const }
    const order = await lockOrder(trx, { number })
    await moveOrder(order, 'passReview', context)
    await startSubmission(order, context)
  })
  const reviewer = reviewers.get(world) ?? (await world.operator('reviewer'))
  reviewers.set(world, reviewer)
  return { ...one, number, reviewer }
}

/** Hands an order in and passes it through our reviews. */
export async function reviewed(world: FilingWorld, one: { who: Visitor; number: string }): Promise<Visitor> {
  const { number } = one
  const handed = await one.who.call('POST', `v1/filings/${number}/submission`)
  if (handed.status !== 201) throw new Error(`submission answered ${handed.status} ${JSON.stringify(handed.body)}`)
  const reviewer = await world.operator('reviewer')
  await lookAtPapers(reviewer, number)
  const decided = await reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })
  if (decided.status !== 200) throw new Error(`decision answered ${decided.status} ${JSON.stringify(decided.body)}`)
  if (decided.body.state === 'photo') {
    await takePhoto(world, one.who, number)
    await lookAtPapers(reviewer, number)
    const photo = await reviewer.call('POST', `v1/filing-reviews/${number}/photo-decision`, { pass: true })
    if (photo.status !== 200) throw new Error(`photo answered ${photo.status} ${JSON.stringify(photo.body)}`)
  }
  return reviewer
}

async function keepPapers({ db, clock, vault, idCard }: FilingWorld, number: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { id, account } = await lockOrder(trx, { number })
    for (const kind of paperKinds)
      await trx
        .insertInto('filing_paper')
        .values({
          id: systemRandom.uuid(),
          account,
          filing_order: id,
          kind,
          service: null,
          item: await vault.seal(trx, idCard, { purpose: paperPurpose, until: '2030-01-01', account, kind }),
          width: 1_000,
          height: 630,
          bytes: idCard.length,
          findings: '[]',
          via: 'computer',
          uploaded_at: clock.now(),
          removed_at: null,
        })
        .execute()
  })
}

export async function until<T>(look: () => Promise<T | undefined | false>, forMs = 60_000): Promise<T> {
  for (const end = Date.now() + forMs; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const found = await look()
    if (found) return found
  }
  throw new Error('it did not happen in time')
}
