import { sql } from 'kysely'
import type { Db } from '../../../kernel/database/index.ts'

/** Its mark changes whenever what is shown of an order does; undefined: this account has no such order any more. */
export async function markOfOrder(
  db: Db,
  { account, number }: { account: string; number: string },
): Promise<{ readonly mark: string; readonly endedAt: Date | null } | undefined> {
  const { rows } = await sql<{ mark: string; endedAt: Date | null }>`
    select o.ended_at as "endedAt", concat_ws('|', o.state, o.revision, o.due_at, o.consented_at, o.filing_number,
      (select max(e.id) from filing_event e where e.filing_order = o.id),
      (select concat(count(*), '/', max(p.uploaded_at)) from filing_paper p where p.filing_order = o.id and p.removed_at is null),
      (select string_agg(concat_ws('/', c.way, c.ordered_at, c.dispatched_at, c.arrived_at, c.address is null), ',' order by c.id)
        from filing_check c where c.filing_order = o.id),
      (select string_agg(concat(r.name, r.state), ',' order by r.name)
        from filing_zone_record r where r.filing_order = o.id)) as mark
    from filing_order o where o.number = ${number} and o.account = ${account}`.execute(db)
  return rows[0]
}
