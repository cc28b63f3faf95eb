import { randomBytes } from 'node:crypto'
import {
  type AesSettings,
  BureauClient,
  type DataCode,
  dataMeaning,
  drainDownloads,
  profileById,
  readDownload,
  UploadLine,
  type UploadOutcome,
} from '@yuming/miit'
import type { Logger } from 'pino'
import type { Ministry, ReportCode, SentReports } from '../../modules/domain-reports/ports.ts'
import type { ReleasedLine } from '../../modules/filing/ports.ts'
import { codeBookOf, keepCodeTables } from './code-books.ts'
import { downloadJournal, downloadPurpose } from './download-journal.ts'
import { released } from './lines.ts'
import { makeDomainReports, type Registrar } from './records/make-domain-reports.ts'
import { takenFiles } from './taken-files.ts'
import './tables.ts'
import { type JournalDeps, uploadJournal } from './upload-journal.ts'

/** The ministry's system for domain reports, as the configuration has it. */
export interface MinistryConnection {
  readonly profile: string
  readonly address: string
  readonly ispId: string
  readonly user: string
  readonly password: string
  readonly aes?: AesSettings
}

/** Its rows beside the bureaus', whose ids are codes of provinces. */
const bureau = 'ministry'

/** Who can do something about a code. */
const asks: Readonly<Record<DataCode['reaction'], ReportCode['asks']>> = {
  done: 'nothing',
  refused: 'holder',
  mend: 'holder',
  wait: 'wait',
  reconcile: 'report-again',
  bug: 'us',
  operator: 'us',
}

/** Domain reports over the ministry's interface: one line of uploads, and its own queue of answers. */
export function miitMinistry(
  connection: MinistryConnection,
  registrar: Registrar,
  deps: JournalDeps & { readonly log: Logger },
): Ministry & { release(key: string): Promise<ReleasedLine | undefined> } {
  const { db, vault, clock, log } = deps
  const profile = profileById(connection.profile)
  const { address, user, ...rest } = connection
  const client = new BureauClient({
    profile,
    connection: { ...rest, baseUrl: address, userName: user },
    randomBytes: (size) => randomBytes(size),
  })
  const line = new UploadLine(uploadJournal(bureau, deps), client)
  const files = takenFiles({ db, clock })

  return {
    make: async (reports) =>
      makeDomainReports(reports, {
        profile,
        book: await codeBookOf(db, bureau),
        ispId: connection.ispId,
        registrar,
        today: clock.today(),
      }),
    send: async (file) => sentOf(await line.send(file)),
    release: (key) => released(line, key),
    async drain() {
      const { stored, ended } = await drainDownloads(downloadJournal(bureau, deps), client, {
        alarm: ({ because, fileName, times }) =>
          log.error({ bureau, because, file: fileName, times }, 'a file of the ministry cannot be read'),
      })
      return { stored, ended }
    },
    unprocessed: () => files.unprocessed(bureau),
    async open(file, trx) {
      const row = await trx
        .selectFrom('bureau_download')
        .selectAll()
        .where('id', '=', file)
        .where('processed_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (!row?.item) return undefined
      // By the version that it was taken with: a newer one may read it otherwise.
      const written = profileById(row.profile)
      const { parts } = readDownload(written, await vault.open(trx, row.item, downloadPurpose))
      await keepCodeTables(trx, { bureau, source: row.file_name, parts, loadedAt: clock.now() })
      return parts.flatMap((part) => {
        if (part.name !== 'domain-results') return []
        return part.content.map(({ operation, id, bureauId, codes }) => ({
          operation,
          ownId: id,
          ministryId: bureauId,
          codes: codes.map(({ code, description }): ReportCode => {
            const { zh, en, reaction } = dataMeaning(written.codes, code)
            return { code, means: { zh, en }, said: description ?? null, field: null, asks: asks[reaction] }
          }),
        }))
      })
    },
    processed: files.processed,
    failed: files.failed,
  }
}

function sentOf(outcome: UploadOutcome): SentReports {
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
