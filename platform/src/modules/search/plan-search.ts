import { readInput, readLabel, readWholeName } from '@yuming/names'
import type { Finding } from '@yuming/rules'
import { type Catalog, type CatalogDay, canRegister, type SuffixRecord } from '../catalog/index.ts'
import type { Appraisal } from '../list/index.ts'
import { appraiseUnder, unsold } from './appraise.ts'
import type { PlannedRow } from './events.ts'
import { latinForms } from './latin-forms.ts'
import { neighbourLabels } from './neighbours.ts'

/** One row of the answer with everything that is known before a registry is asked. */
export interface Candidate {
  readonly row: PlannedRow
  /** undefined where the suffix is not sold here: such a row is refused, and nobody is asked. */
  readonly record: SuffixRecord | undefined
  readonly appraisal: Appraisal
  readonly neighbours: readonly Extract<Appraisal, { ok: true }>[]
}

export interface SearchPlan {
  readonly query: string
  readonly normalised: string
  readonly findings: readonly Finding[]
  readonly candidates: readonly Candidate[]
}

/** Suffixes shown when none are chosen, in this order. */
const defaultSuffixes = ['cn', '中国', 'com', 'com.cn', '公司', '网络', '网址', '商标'] as const
/** Asks for every suffix that can be registered. */
export const everySuffix = '*'
// Neighbours cost questions; a taken name is most missed under these.
const withNeighbours = new Set(['cn', 'com', '中国'])

/** Lays out the rows of one search: fixed places, refusals known at once, everything else to be asked. */
export function planSearch(
  { query, suffixes }: { query: string; suffixes: readonly string[] },
  catalog: Catalog,
  day: string,
): SearchPlan {
  // The catalogue itself would look at the clock for each suffix.
  const today = catalog.on(day)
  const { word, suffix, findings } = typed(query, today.names)
  // A label that no suffix could take is one finding about the word, not the same one in every row.
  const bare = readLabel(word, day, catalog.wordLists)
  if (!bare.ok) return { query, normalised: word, findings: bare.findings, candidates: [] }
  const chosen =
    suffixes.length === 0 ? defaultSuffixes : suffixes.includes(everySuffix) ? registrable(today) : suffixes
  const names = unique([...(suffix === undefined ? [] : [suffix]), ...chosen], today)
  const wanted = names.map((name) => ({ word: bare.name.label, suffix: name }))
  if (bare.name.hasHan)
    for (const latin of latinForms(bare.name.label))
      for (const name of ['cn', 'com']) if (names.includes(name)) wanted.push({ word: latin, suffix: name })
  const candidates = wanted.map((one, position) => {
    const record = today.suffix(one.suffix)
    return record
      ? candidateOf(one.word, record, position, catalog, day)
      : unsoldRow(
          one.word,
          { suffix: one.suffix, ascii: today.find(one.suffix)?.ascii ?? one.suffix },
          position,
          catalog,
          day,
        )
  })
  return { query, normalised: bare.name.label, findings, candidates }
}

function candidateOf(word: string, record: SuffixRecord, position: number, catalog: Catalog, day: string): Candidate {
  const appraisal = appraiseUnder(word, record, catalog, day)
  const ascii = appraisal.ok ? appraisal.ascii : `${word}.${record.ascii}`
  const near =
    appraisal.ok && withNeighbours.has(record.suffix) ? neighbourLabels(word, /\p{Script=Han}/u.test(word)) : []
  return {
    row: {
      id: String(position),
      position,
      name: `${word}.${record.suffix}`,
      ascii,
      label: word,
      suffix: record.suffix,
    },
    record,
    appraisal,
    neighbours: near.map((label) => appraiseUnder(label, record, catalog, day)).filter((found) => found.ok),
  }
}

/** Said in its own row: what was asked for does not vanish because it cannot be had (S1-09). */
function unsoldRow(
  word: string,
  { suffix, ascii }: { readonly suffix: string; readonly ascii: string },
  position: number,
  catalog: Catalog,
  day: string,
): Candidate {
  return {
    row: { id: String(position), position, name: `${word}.${suffix}`, ascii: `${word}.${ascii}`, label: word, suffix },
    record: undefined,
    appraisal: unsold(word, suffix, catalog, day),
    neighbours: [],
  }
}

/** A word with a dot in it is a whole name, also where nobody knows what stands behind the dot. */
function typed(query: string, suffixes: ReadonlySet<string>) {
  const read = readInput(query, suffixes)
  if (read.suffix !== undefined || !read.word.includes('.')) return read
  const { label, suffix, findings } = readWholeName(query, suffixes)
  return { word: label, suffix, findings }
}

function registrable({ suffixes }: CatalogDay): string[] {
  return suffixes.filter(canRegister).map(({ suffix }) => suffix)
}

/** Each suffix once, by its Unicode form where it is known. */
function unique(suffixes: readonly string[], today: CatalogDay): string[] {
  return [...new Set(suffixes.map((name) => today.find(name)?.suffix ?? name))]
}
