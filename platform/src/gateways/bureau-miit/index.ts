import { randomBytes } from 'node:crypto'
import { serviceKinds } from '@yuming/filing'
import {
  type AesSettings,
  BureauClient,
  drainDownloads,
  type Profile,
  profileById,
  profiles,
  type ReadDownload,
  readDownload,
  type StatusQueryType,
  tableChanges,
  UploadLine,
  type UploadOutcome,
} from '@yuming/miit'
import type { Logger } from 'pino'
import type { Trx } from '../../kernel/database/index.ts'
import type {
  BureauLines,
  Bureaus,
  Carriage,
  FilingRegister,
  RegisteredFiling,
  Sent,
} from '../../modules/filing/ports.ts'
import { codeBookOf, keepCodeTables } from './code-books.ts'
import { downloadJournal, downloadPurpose } from './download-journal.ts'
import { downloadReader } from './download-reader.ts'
import { released } from './lines.ts'
import { newsIn } from './read-news.ts'
import { makeAnswer } from './records/make-answer.ts'
import { type MakeOptions, makeRecord } from './records/make-record.ts'
import { showRecord } from './records/show-record.ts'
import { takenFiles } from './taken-files.ts'
import './tables.ts'
import { type JournalDeps, uploadJournal } from './upload-journal.ts'

/** One system that we file with, as the configuration has it. */
export interface BureauConnection {
  /** Code of the province. */
  readonly id: string
  readonly profile: string
  readonly address: string
  readonly ispId: string
  readonly user: string
  readonly password: string
  readonly aes?: AesSettings
  /** Which of its ids a table's row is sent by. */
  readonly operationIds: boolean
}

/** Kinds of paper by which a bureau may be asked what is filed. */
const askedBy: Readonly<Record<string, StatusQueryType>> = {
  'cn-resident-id': 'id-card',
  'business-licence': 'business-licence',
  'public-institution': 'institution-certificate',
  'military-code': 'military-code',
  'social-organisation': 'society-certificate',
  passport: 'passport',
  'cn-officer-card': 'officer-card',
  'tw-travel-permit': 'taiwan-permit',
}

/** The bureaus of the configuration over the ministry's interface. */
export function miitBureaus(
  connections: readonly BureauConnection[],
  deps: JournalDeps & { readonly log: Logger },
): Bureaus & FilingRegister & Pick<BureauLines, 'release'> {
  const { db, vault, clock, log } = deps
  const open = new Map(
    connections.map((connection) => {
      const profile = profileById(connection.profile)
      const { address, user, ...rest } = connection
      const client = new BureauClient({
        profile,
        connection: { ...rest, baseUrl: address, userName: user },
        randomBytes: (size) => randomBytes(size),
      })
      const line = new UploadLine(uploadJournal(connection.id, deps), client)
      return [connection.id, { connection, profile, client, line }] as const
    }),
  )
  const bureauOf = (id: string) => {
    const found = open.get(id)
    if (!found) throw new Error(`no bureau ${id} is configured`)
    return found
  }

  async function recordOptions(bureau: string): Promise<MakeOptions> {
    const { connection, profile } = bureauOf(bureau)
    const { operationIds, ispId } = connection
    return { profile, book: await codeBookOf(db, bureau), operationIds, ispId, bureau }
  }

  async function keepTables(trx: Trx, bureau: string, source: string, parts: ReadDownload['parts']): Promise<void> {
    const { before, after } = await keepCodeTables(trx, { bureau, source, parts, loadedAt: clock.now() })
    const ended = tableChanges(before, after).filter((change) => change.ended.length > 0)
    for (const { table } of ended) log.warn({ bureau, table }, 'codes of a bureau ended that filings may have')
  }

  // Whichever system is asked, it answers for the whole country; the own province's first.
  async function ask(province: string | undefined, by: StatusQueryType, value: string) {
    const bureau = (province === undefined ? undefined : open.get(province)) ?? [...open.values()][0]
    if (!bureau) return undefined
    const { code, status } = await bureau.client.filingStatus(by, value)
    if (code !== 0 || !status) return undefined
    const found: RegisteredFiling = {
      filed: status.filed,
      ...(status.filed && {
        ...(status.subjectNumber && { subjectNumber: status.subjectNumber }),
        ...(status.serviceNumber && { serviceNumber: status.serviceNumber }),
      }),
    }
    return found
  }

  const files = takenFiles({ db, clock })
  const read = downloadReader()
  return {
    ids: [...open.keys()],
    has: (bureau) => open.has(bureau),
    carriage: (bureau) => carriageOf((bureau === null ? undefined : open.get(bureau)?.profile) ?? profiles.at(-1)),
    byDomain: (province, ascii) => ask(province, 'domain', ascii),
    async byCertificate(province, { kind, number }) {
      const by = askedBy[kind]
      return by && ask(province, by, number)
    },
    make: async (bureau, outgoing) => makeRecord(outgoing, await recordOptions(bureau)),
    show: async (bureau, outgoing) => showRecord(outgoing, await recordOptions(bureau)),
    async makeAnswer(bureau, outgoing) {
      const { connection, profile } = bureauOf(bureau)
      const row = await db
        .selectFrom('bureau_download')
        .select(['item', 'profile'])
        .where('id', '=', outgoing.file)
        .executeTakeFirst()
      if (!row?.item) throw new Error(`the document ${outgoing.file} of bureau ${bureau} is not kept any more`)
      const { parts } = readDownload(profileById(row.profile), await vault.open(db, row.item, downloadPurpose))
      const book = await codeBookOf(db, bureau)
      return makeAnswer(outgoing, { parts, profile, book, ispId: connection.ispId, bureau })
    },
    send: async (bureau, file) => sentOf(await bureauOf(bureau).line.send(file)),
    async drain(bureau) {
      const { stored, ended } = await drainDownloads(downloadJournal(bureau, deps), bureauOf(bureau).client, {
        alarm: ({ because, fileName, times }) =>
          log.error({ bureau, because, file: fileName, times }, 'a file of a bureau cannot be read'),
      })
      return { stored, ended }
    },
    unprocessed: files.unprocessed,
    async open(file, trx) {
      const row = await trx
        .selectFrom('bureau_download')
        .selectAll()
        .where('id', '=', file)
        .where('processed_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (!row?.item) return undefined
      const xml = await vault.open(trx, row.item, downloadPurpose)
      // By the version that it was taken with: a newer one may read it otherwise.
      const written = profileById(row.profile)
      const parts = read(written, xml)
      await keepTables(trx, row.bureau, row.file_name, parts)
      const { connection } = bureauOf(row.bureau)
      const book = await codeBookOf(trx, row.bureau)
      return { bureau: row.bureau, news: newsIn(parts, written, connection.ispId, book) }
    },
    processed: files.processed,
    failed: files.failed,
    release: (bureau, key) => released(bureauOf(bureau).line, key),
  }
}

/** By the version of the interface alone: a later one that carries more is another profile, and nothing changes here. */
function carriageOf(profile: Profile | undefined): Carriage {
  if (!profile) throw new Error('no interface of the bureaus is known')
  const { version, capabilities } = profile
  return {
    interface: version.replace('V.', 'V'),
    kinds: new Set(serviceKinds.filter((kind) => capabilities.has(kind))),
    ipv6: capabilities.has('ipv6'),
  }
}

function sentOf(outcome: UploadOutcome): Sent {
  switch (outcome.outcome) {
    case 'accepted':
      return { is: 'accepted', sequence: outcome.sequence }
    case 'waiting':
      return {
        is: 'later',
        afterMs: outcome.when === 'reporting-hours' ? 600_000 : 30_000,
        because: outcome.message ?? outcome.when,
      }
    case 'withdrawn':
      return { is: 'refused', code: outcome.code, because: outcome.because }
    case 'stopped':
      return { is: 'stopped', because: outcome.because }
    case 'behind':
      return { is: 'later', afterMs: 5_000, because: `behind ${outcome.key}` }
  }
}
