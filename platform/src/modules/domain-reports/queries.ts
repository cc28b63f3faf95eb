import type { Selectable } from 'kysely'
import { chinaDay, workingDayAfter } from '../../kernel/clock/index.ts'
import type { Db, Tables, Trx } from '../../kernel/database/index.ts'
import { ownDomain, typedAscii } from '../domains/index.ts'
import { ReportNotFound } from './errors.ts'
import type { ReportState } from './states.ts'

/** Whether the ministry has acknowledged a name (入库); undefined where nobody here reports it. */
export async function isKnownToMinistry(db: Db | Trx, ascii: string): Promise<boolean | undefined> {
  const row = await db
    .selectFrom('domain_report')
    .select(['state', 'known_since'])
    .where('ascii', '=', ascii)
    .executeTakeFirst()
  if (!row || (row.state === 'outside' && row.known_since === null)) return undefined
  return row.known_since !== null
}

export async function reportOf(trx: Trx, ascii: string) {
  const row = await trx.selectFrom('domain_report').selectAll().where('ascii', '=', ascii).executeTakeFirst()
  if (!row) throw ReportNotFound()
  return shown(row)
}

/** Working days within which the ministry answers, as a rule (入库). */
const answerWorkingDays = 3

/** Where the report of a name of the account stands; null where nobody here reports it. @throws DomainNotFound, also for another account's */
export async function ownReport(trx: Trx, account: string, name: string) {
  const { ascii } = await ownDomain(trx, account, typedAscii(name))
  const row = await trx.selectFrom('domain_report').selectAll().where('ascii', '=', ascii).executeTakeFirst()
  if (!row) return null
  const last = await trx
    .selectFrom('domain_report_entry')
    .innerJoin('domain_report_file', 'domain_report_file.id', 'domain_report_entry.file')
    .select(['domain_report_file.accepted_at', 'domain_report_entry.answered_at'])
    .where('domain_report_entry.ascii', '=', ascii)
    .orderBy('domain_report_file.made_at', 'desc')
    .executeTakeFirst()
  const { state, againAt, knownSince, against } = shown(row)
  return { state, ...when(last), knownSince, ...turnOf(row, last?.accepted_at ?? null, againAt), against }
}

function when(last: { accepted_at: Date | null; answered_at: Date | null } | undefined) {
  return {
    reportedAt: last?.accepted_at?.toISOString() ?? null,
    acknowledgedAt: last?.answered_at?.toISOString() ?? null,
  }
}

function turnOf(
  { state, codes }: Selectable<Tables['domain_report']>,
  sentAt: Date | null,
  againAt: string | null,
): { turn: 'you' | 'we' | 'bureau' | null; until: string | null } {
  if (state === 'due') return { turn: 'we', until: againAt }
  if (state === 'sent') {
    const until = sentAt && `${workingDayAfter(chinaDay(sentAt), answerWorkingDays).day}T10:00:00.000Z`
    return { turn: 'bureau', until }
  }
  if (state !== 'refused') return { turn: null, until: null }
  return { turn: codes.some(({ asks }) => asks === 'holder') ? 'you' : 'we', until: null }
}

/** Reports in one state; of those that were refused, what to correct stands beside it. */
export async function reportsIn(
  trx: Trx,
  { state, after, limit }: { state: ReportState; after: string | undefined; limit: number },
) {
  let rows = trx.selectFrom('domain_report').selectAll().where('state', '=', state)
  if (after !== undefined) rows = rows.where('own_id', '>', Number(after))
  const found = await rows.orderBy('own_id').limit(limit).execute()
  return {
    reports: found.map(shown),
    next: found.length === limit ? String(found.at(-1)?.own_id) : null,
  }
}

function shown({
  ascii,
  ministry_id,
  known_since,
  state,
  settled_at,
  again_at,
  codes,
}: Selectable<Tables['domain_report']>) {
  return {
    name: ascii,
    state,
    ministryId: ministry_id,
    knownSince: known_since?.toISOString() ?? null,
    since: settled_at?.toISOString() ?? null,
    againAt: again_at?.toISOString() ?? null,
    against: codes.map(({ code, means, said, field, asks }) => ({ code, means, said, field, asks })),
  }
}
