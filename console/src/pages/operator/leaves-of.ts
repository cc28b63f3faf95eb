import type { CatalogPatch } from './catalog-queries.ts'
import { inFormOrder } from './suffix-fields.ts'

const parts = new Set(['priceFen', 'label', 'lifecycle', 'periods', 'capabilities'])

/** What a patch sets, field by field in the order of the form, named as the preview names it: `priceFen.register`. */
export function leavesOf(patch: CatalogPatch): { field: string; value: unknown }[] {
  const leaves = Object.entries(patch).flatMap(([field, value]) =>
    parts.has(field) && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([part, inner]: [string, unknown]) => ({ field: `${field}.${part}`, value: inner }))
      : [{ field, value }],
  )
  return inFormOrder(leaves)
}
