import type { CatalogPatch } from './catalog-queries.ts'

const parts = new Set(['priceFen', 'label', 'lifecycle', 'periods', 'capabilities'])

/** What a patch sets, field by field, named as the preview names it: `priceFen.register`. */
export function leavesOf(patch: CatalogPatch): { field: string; value: unknown }[] {
  return Object.entries(patch).flatMap(([field, value]) =>
    parts.has(field) && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([part, inner]: [string, unknown]) => ({ field: `${field}.${part}`, value: inner }))
      : [{ field, value }],
  )
}
