import { chinaDay } from '../../kernel/clock/index.ts'
import type { Db, Trx } from '../../kernel/database/index.ts'

/** The day (YYYY-MM-DD, China time) on which each template's holder was verified last; templates without one are left out. */
export async function verifiedOn(db: Db | Trx, templates: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (templates.length === 0) return new Map()
  const rows = await db
    .selectFrom('review_case')
    .select(['template', (eb) => eb.fn.max('decided_at').as('decided_at')])
    .where('axis', '=', 'identity')
    .where('state', '=', 'passed')
    .where('template', 'in', [...new Set(templates)])
    .groupBy('template')
    .execute()
  return new Map(rows.flatMap(({ template, decided_at: at }) => (at ? [[template, chinaDay(at)] as const] : [])))
}
