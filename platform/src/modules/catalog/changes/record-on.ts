import type { KnownSuffix } from '../suffix-record.ts'
import type { CatalogChange, CatalogPatch } from './catalog-change.ts'

export function isInForce({ from, until }: Pick<CatalogChange, 'from' | 'until'>, day: string): boolean {
  return from <= day && (until === null || day <= until)
}

/** A suffix as it is on a day: the shipped record, and over it the changes in force, later beginnings last. */
export function recordOn(shipped: KnownSuffix, changes: readonly CatalogChange[], day: string): KnownSuffix {
  return changes
    .filter((change) => isInForce(change, day))
    .toSorted((a, b) => (a.from === b.from ? a.place - b.place : a.from < b.from ? -1 : 1))
    .reduce(patched, shipped)
}

function patched(record: KnownSuffix, { id, patch }: CatalogChange): KnownSuffix {
  const { priceFen, label, lifecycle, periods, capabilities, eligibility, ...whole } = patch
  const next = {
    ...record,
    ...whole,
    priceFen: { ...record.priceFen, ...priceFen },
    label: { ...record.label, ...label },
    lifecycle: { ...record.lifecycle, ...lifecycle },
    periods: { ...record.periods, ...periods },
    capabilities: { ...record.capabilities, ...capabilities },
    eligibility: { ...record.eligibility, ...eligibility },
    sources: {
      ...record.sources,
      ...Object.fromEntries(leavesOf(patch).map(({ field }) => [sourceField(field), changeSource(id)])),
    },
  } as KnownSuffix
  return { ...next, idn: next.label.chinese }
}

/** The id under which a change stands as the source of a value. */
const changePrefix = 'change:'
function changeSource(id: string): string {
  return `${changePrefix}${id}`
}

/** The change that a source id means, if it means one. */
export function changeOfSource(source: string): string | undefined {
  return source.startsWith(changePrefix) ? source.slice(changePrefix.length) : undefined
}

// `sources` speaks of these as a whole, or by the name that the console knows.
function sourceField(field: string): string {
  if (field === 'label.chinese') return 'idn'
  return /^(periods|capabilities|priceFen|eligibility)\./.test(field) ? field.replace(/\..*/, '') : field
}

const parts = new Set(['priceFen', 'label', 'lifecycle', 'periods', 'capabilities', 'eligibility'])

/** What a patch sets, field by field: `priceFen.register` and the like. */
export function leavesOf(patch: CatalogPatch): { field: string; value: unknown }[] {
  return Object.entries(patch).flatMap(([field, value]) => {
    if (value === undefined) return []
    if (!parts.has(field)) return [{ field, value }]
    return Object.entries(value as object).flatMap(([part, inner]) =>
      inner === undefined ? [] : [{ field: `${field}.${part}`, value: inner as unknown }],
    )
  })
}

/** The value of a field as `leavesOf` names it. */
export function valueAt(record: KnownSuffix, field: string): unknown {
  return field.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], record)
}
