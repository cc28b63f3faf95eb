import type { Trx } from '../../../kernel/database/index.ts'
import { ChangeNotFound } from '../errors.ts'
import type { LiveCatalog } from '../live-catalog.ts'
import type { KnownSuffix } from '../suffix-record.ts'
import type { CatalogChange } from './catalog-change.ts'
import type { ProposedChange } from './change-findings.ts'
import { type ChangeRow, publishedChanges } from './queries.ts'

/** A change with what it is laid over. */
export interface ChangeInPlace {
  readonly row: ChangeRow
  readonly proposed: ProposedChange
  readonly shipped: KnownSuffix
  /** The other published changes of the suffix. */
  readonly others: readonly CatalogChange[]
}

/** @throws ChangeNotFound */
export async function changeInPlace(trx: Trx, id: string, catalog: LiveCatalog): Promise<ChangeInPlace> {
  const row = await trx.selectFrom('catalog_change').selectAll().where('id', '=', id).executeTakeFirst()
  const shipped = row && catalog.shipped(row.suffix)
  if (!row || !shipped) throw ChangeNotFound()
  const published = await publishedChanges(trx, row.suffix)
  return {
    row,
    proposed: { id, suffix: row.suffix, patch: row.patch, from: row.from_day, until: row.until_day },
    shipped,
    others: published.filter((change) => change.id !== id),
  }
}
