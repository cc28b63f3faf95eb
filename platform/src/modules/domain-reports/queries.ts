import type { Selectable } from 'kysely'
import type { Db, Tables, Trx } from '../../kernel/database/index.ts'
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
