import { sql } from 'kysely'
import type { Trx } from '../../kernel/database/index.ts'
import type { ReportOperation } from './ports.ts'

/** One name in a file; more than a file may hold is never taken (1,000 records, the interface's limit). */
export const mostInOneFile = 1_000

/** Names of which something is to be told, by what it is: a name is new until the ministry has given it an id. */
export function dueReports(trx: Trx, operation: ReportOperation, now: Date) {
  const live = operation !== 'remove-domain'
  return trx
    .selectFrom('domain_report as report')
    .leftJoin('domain', (join) => join.onRef('domain.ascii', '=', 'report.ascii').on('domain.released_at', 'is', null))
    .where('report.state', '=', 'due')
    .where((eb) => eb.or([eb('report.again_at', 'is', null), eb('report.again_at', '<=', now)]))
    .where('domain.id', live ? 'is not' : 'is', null)
    .where('report.ministry_id', operation === 'new-domain' ? 'is' : 'is not', null)
}

/** A name that ended before anybody was told of it is nobody's matter. */
export async function closeUntold(trx: Trx, now: Date): Promise<void> {
  await sql`
    update domain_report set state = 'outside', codes = '[]', settled_at = ${now} where ascii in (
      select report.ascii from domain_report report left join domain on domain.ascii = report.ascii and released_at is null
      where report.state = 'due' and report.ministry_id is null and domain.id is null
      order by report.own_id limit ${mostInOneFile} for update of report skip locked)`.execute(trx)
}
