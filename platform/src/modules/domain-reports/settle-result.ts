import type { Selectable } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Tables, Trx } from '../../kernel/database/index.ts'
import type { ReportResult } from './ports.ts'

type Entry = Pick<
  Selectable<Tables['domain_report_entry']>,
  'file' | 'ascii' | 'operation' | 'ministry_id' | 'revision'
>
type Report = Selectable<Tables['domain_report']>

export interface SettleContext {
  readonly trx: Trx
  readonly clock: Clock
  readonly log: Logger
}

const hourMs = 3_600_000
/** Codes of the whole file, not of a record in it (5.1). */
const ofWholeFile = (code: number | null) => code !== null && code >= 5_000

/** What the ministry says of names that we reported, each answered once. Returns those that it knows with this answer. */
export async function settleResults(results: readonly ReportResult[], context: SettleContext): Promise<string[]> {
  const { trx, log } = context
  const found: { result: ReportResult; entry: Entry }[] = []
  for (const result of results) {
    const entries = await entriesOf(trx, result)
    if (entries.length === 0)
      log.error(
        { operation: result.operation, codes: result.codes.map(({ code }) => code) },
        'an answer of the ministry belongs to no name that waits for one',
      )
    for (const entry of entries) found.push({ result, entry })
  }
  if (found.length === 0) return []
  // In one order by everybody, so that two who change many never wait for each other.
  const reports = await trx
    .selectFrom('domain_report')
    .selectAll()
    .where('ascii', 'in', [...new Set(found.map(({ entry }) => entry.ascii))])
    .orderBy('ascii')
    .forUpdate()
    .execute()
  for (const { result, entry } of found) {
    const report = reports.find(({ ascii }) => ascii === entry.ascii)
    if (report) await settle(result, entry, report, context)
  }
  return found
    .filter(({ result: { operation, codes } }) => operation !== 'remove-domain' && isDone(codes))
    .map(({ entry }) => entry.ascii)
}

function isDone(codes: ReportResult['codes']): boolean {
  return codes.every(({ asks }) => asks === 'nothing')
}

/** The names that a result is about: by the id that it brings; without one, those of the only file that it can mean. */
async function entriesOf(trx: Trx, { operation, ownId, ministryId, codes }: ReportResult): Promise<Entry[]> {
  const columns = ['file', 'ascii', 'operation', 'ministry_id', 'revision'] as const
  const waiting = trx
    .selectFrom('domain_report_entry')
    .select(columns)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'unanswered')]))
  if (operation === 'new-domain' && ownId !== undefined)
    return waiting.where('operation', '=', operation).where('own_id', '=', Number(ownId)).execute()
  if (operation !== 'new-domain' && ministryId !== undefined)
    return waiting.where('operation', '=', operation).where('ministry_id', '=', ministryId).execute()
  const whole = codes.some(({ code }) => ofWholeFile(code))
  const files = await trx
    .selectFrom('domain_report_entry')
    .innerJoin('domain_report_file', 'domain_report_file.id', 'domain_report_entry.file')
    .select('domain_report_file.id')
    .distinct()
    .where('outcome', 'is', null)
    .where('domain_report_file.accepted_at', 'is not', null)
    .$if(!whole, (query) => query.where('domain_report_entry.operation', '=', operation))
    .limit(2)
    .execute()
  const [only, another] = files
  if (!only || another) return []
  const entries = await waiting.where('file', '=', only.id).execute()
  return whole || entries.length === 1 ? entries : []
}

async function settle(
  { operation, ministryId, codes }: ReportResult,
  entry: Entry,
  report: Report,
  { trx, clock, log }: SettleContext,
): Promise<void> {
  const now = clock.now()
  const against = codes.filter(({ asks }) => asks !== 'nothing')
  const done = against.length === 0
  await trx
    .updateTable('domain_report_entry')
    .set({ outcome: done ? 'done' : 'refused', codes: JSON.stringify(codes), answered_at: now })
    .where('file', '=', entry.file)
    .where('ascii', '=', entry.ascii)
    .execute()
  // What changed after it was told is told next.
  const changed = report.revision > entry.revision
  const later = (ms: number) => new Date(now.getTime() + ms)
  const asked = (asks: string) => against.some((one) => one.asks === asks)
  const move = (to: Partial<Report>) => {
    const { codes: _, ...columns } = to
    return trx
      .updateTable('domain_report')
      .set({ settled_at: now, again_at: null, codes: JSON.stringify(against), ...columns })
      .where('ascii', '=', report.ascii)
      .execute()
  }
  if (done) {
    if (operation === 'remove-domain')
      await move({ state: changed ? 'due' : 'removed', ministry_id: null, known_since: null })
    else
      await move({
        state: changed ? 'due' : 'known',
        ministry_id: ministryId ?? report.ministry_id,
        known_since: report.known_since ?? now,
      })
    return
  }
  if (asked('report-again') && operation !== 'new-domain') {
    // It has no such report of ours: the name is new to it, or it is gone there already.
    log.warn({ name: report.ascii, operation }, 'the ministry does not know a name as reported by us')
    await move({
      state: operation === 'remove-domain' && !changed ? 'removed' : 'due',
      ministry_id: null,
      known_since: null,
      again_at: later(hourMs),
    })
    return
  }
  if (asked('us'))
    log.error(
      { name: report.ascii, operation, codes: against.map(({ code }) => code) },
      'the ministry refuses the report of a name for a reason that we have to mend',
    )
  if (changed) await move({ state: 'due' })
  else if (asked('wait')) await move({ state: 'due', again_at: later(hourMs) })
  else await move({ state: 'refused' })
}
