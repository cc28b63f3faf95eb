import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'
import type { CaseView } from '../queries.ts'

export interface FoundCase extends Pick<CaseView, 'number' | 'axis' | 'attempt' | 'state' | 'forName'> {
  readonly holder: string
  /** Of the holder's live names, at most three. */
  readonly names: readonly string[]
  readonly submittedAt: Date
}

/** So many are shown at once. */
export const mostFound = 50

/**
 * Cases by number, by a name (in either form) whose holder or qualification they are about, by the holder's whole name, or by
 * the account's address; the newest first.
 */
export async function findCases(
  trx: Trx,
  { q, ascii, axes }: { q: string; ascii: string | undefined; axes: readonly CaseView['axis'][] },
): Promise<FoundCase[]> {
  const { rows } = await sql<FoundCase>`
    select c.number, c.axis, c.attempt, c.state, c.for_name as "forName", c.submitted_at as "submittedAt",
      case when t.name_zh <> '' then t.name_zh else t.name_en end as holder,
      array(select d.name from domain d where d.template = t.id and d.released_at is null order by d.name limit 3) as names
    from review_case c join registrant_template t on t.id = c.template
    where c.axis = any(${[...axes]}::text[]) and (
      c.number = upper(${q})
      or c.for_name = ${ascii ?? null}
      or c.template in (select template from domain where ascii = ${ascii ?? null})
      or lower(t.name_zh) = lower(${q}) or lower(t.name_en) = lower(${q})
      or c.account in (select id from account where lower(email) = lower(${q}))
    )
    order by c.submitted_at desc, c.number desc limit ${mostFound + 1}`.execute(trx)
  return rows
}
