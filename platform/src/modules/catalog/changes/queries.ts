import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../../../kernel/database/index.ts'
import '../tables.ts'
import type { CatalogChange } from './catalog-change.ts'
import { dayBefore } from './days.ts'

export type ChangeRow = Selectable<Tables['catalog_change']>

/** The number of the catalogue's state: one more with each change published or withdrawn. */
export async function revisionOf(db: Db, { lock = false } = {}): Promise<number> {
  const query = db.selectFrom('catalog_revision').select('revision')
  const { revision } = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow()
  return Number(revision)
}

/** The changes that were ever in force; one that was withdrawn ends on the day before. */
export async function publishedChanges(db: Db, suffix?: string): Promise<CatalogChange[]> {
  let query = db.selectFrom('catalog_change').selectAll().where('place', 'is not', null).orderBy('place')
  if (suffix !== undefined) query = query.where('suffix', '=', suffix)
  return (await query.execute()).map(changeOf).filter(({ from, until }) => until === null || from <= until)
}

function changeOf({ id, place, suffix, patch, from_day, until_day, withdrawn_on }: ChangeRow): CatalogChange {
  const ends = [until_day, withdrawn_on === null ? null : dayBefore(withdrawn_on)].filter((day) => day !== null).sort()
  return { id, place: Number(place), suffix, patch, from: from_day, until: ends[0] ?? null }
}

export async function allChanges(db: Db, suffix: string | undefined): Promise<ChangeRow[]> {
  let query = db.selectFrom('catalog_change').selectAll().orderBy('made_at', 'desc').orderBy('id').limit(500)
  if (suffix !== undefined) query = query.where('suffix', '=', suffix)
  return query.execute()
}

/** Orders that are not finished and have a line under the suffix: their prices are frozen, no change touches them. */
export async function openOrders(db: Db, suffix: string): Promise<{ count: number; numbers: string[] }> {
  const { rows } = await sql<{ number: string }>`
    select distinct o.number, o.created_at
    from orders o join order_line l on l.order_id = o.id
    where l.suffix = ${suffix} and o.state in ('awaiting-payment', 'processing')
    order by o.created_at desc, o.number`.execute(db)
  return { count: rows.length, numbers: rows.slice(0, 20).map(({ number }) => number) }
}
