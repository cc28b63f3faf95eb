import type { WordList } from '@yuming/names'
import { type CatalogData, type OperatorFiles, readCatalogData } from './catalog-data.ts'
import type { CatalogChange } from './changes/catalog-change.ts'
import { isInForce, recordOn } from './changes/record-on.ts'
import type { KnownSuffix, SourceLegend, SuffixRecord } from './suffix-record.ts'

/** All suffixes of one day: what is known of them, and what they cost. */
export interface CatalogDay {
  readonly day: string
  /** Since when the prices of this day stand: the price list, or a later change of a price by the operator. */
  readonly pricesFrom: string
  /** Every suffix that is known; most are not sold here. */
  readonly known: readonly KnownSuffix[]
  /** Those of the price overview (S1-08): at least one price is set. */
  readonly suffixes: readonly SuffixRecord[]
  /** Unicode forms and A-labels of all known suffixes. */
  readonly names: ReadonlySet<string>
  /** A suffix of the price overview by Unicode form or A-label; one that is absent there cannot be had here (S1-09). */
  suffix(name: string): SuffixRecord | undefined
  /** Any known suffix by Unicode form or A-label. */
  find(name: string): KnownSuffix | undefined
}

/** The catalogue: by itself it answers for today, `on` for any day. */
export interface Catalog extends Omit<CatalogDay, 'day' | 'pricesFrom'> {
  on(day: string): CatalogDay
  /** Where values are from, by the id that `sources` of a suffix names. */
  readonly sources: SourceLegend
  /** The operator's own lists of words (S2-36); always the same array. */
  readonly wordLists: readonly WordList[]
}

/** Days that are kept: today, and the few that someone looks at. */
const keptDays = 16

/**
 * A catalogue over the shipped data and the operator's changes.
 * @param changes the published ones; asked at every look, an array that is the same one means that nothing has changed
 */
export function catalogOver(data: CatalogData, today: () => string, changes: () => readonly CatalogChange[]): Catalog {
  const shipped = viewOf('', data.pricesFrom, data.suffixes)
  let made = changes()
  const days = new Map<string, CatalogDay>()
  const on = (day: string): CatalogDay => {
    const current = changes()
    if (current !== made) {
      days.clear()
      made = current
    }
    const found = days.get(day)
    if (found) return found
    if (days.size >= keptDays) days.clear()
    const view = dayView(shipped, data, current, day)
    days.set(day, view)
    return view
  }
  const now = () => on(today())
  return {
    on,
    sources: data.sources,
    wordLists: data.wordLists,
    get known() {
      return now().known
    },
    get suffixes() {
      return now().suffixes
    },
    get names() {
      return now().names
    },
    suffix: (name) => now().suffix(name),
    find: (name) => now().find(name),
  }
}

/** The catalogue as it is shipped, without changes by an operator. @throws as readCatalogData does */
export function loadCatalog(files?: OperatorFiles): Catalog {
  return catalogOver(readCatalogData(files), () => '', none)
}

const noChanges: readonly CatalogChange[] = []
const none = () => noChanges

function dayView(shipped: CatalogDay, data: CatalogData, changes: readonly CatalogChange[], day: string): CatalogDay {
  const changed = Map.groupBy(changes, ({ suffix }) => suffix)
  if (changed.size === 0) return { ...shipped, day }
  const priced = changes.filter(({ patch, from, until }) => patch.priceFen && isInForce({ from, until }, day))
  return viewOf(
    day,
    [data.pricesFrom, ...priced.map(({ from }) => from)].sort().at(-1) ?? data.pricesFrom,
    data.suffixes.map((record) => {
      const own = changed.get(record.suffix)
      return own ? recordOn(record, own, day) : record
    }),
  )
}

function viewOf(day: string, pricesFrom: string, known: readonly KnownSuffix[]): CatalogDay {
  // A product has its zone's A-label, which means the zone.
  const byName = new Map(
    known.flatMap((record) => [
      [record.suffix, record] as const,
      ...(record.under === null ? [[record.ascii, record] as const] : []),
    ]),
  )
  const sold = new Map([...byName].flatMap(([name, record]) => (isListed(record) ? [[name, record] as const] : [])))
  return {
    day,
    pricesFrom,
    known,
    suffixes: known.filter(isListed),
    names: new Set(byName.keys()),
    suffix: (name) => sold.get(name),
    find: (name) => byName.get(name),
  }
}

/** Whether the price overview lists it. A price without periods is refused before it comes here. */
function isListed(record: KnownSuffix): record is KnownSuffix & SuffixRecord {
  const { priceFen, periods } = record
  return periods.min !== null && periods.max !== null && Object.values(priceFen).some((fen) => fen !== null)
}
