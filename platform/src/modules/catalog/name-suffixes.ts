import {
  knownTables,
  labelPolicyOf,
  matrixRegions,
  type PolicySources,
  restrictionOf,
  type SuffixBook,
  type SuffixClass,
  type SuffixFacts,
  type SuffixPolicy,
  valueSource,
} from '@yuming/names'
import type { Source } from '@yuming/rules'
import { canRegister, sellsPersonalNames } from './can-register.ts'
import type { Catalog } from './catalog.ts'
import { changeOfSource } from './changes/record-on.ts'
import type { KnownSuffix, SourceLegend } from './suffix-record.ts'

/** Where the record keeps what the rules of names ask of a suffix, and under which id its source stands. */
const fields = [
  ['chineseLabels', 'idn', ({ label }) => label.chinese],
  ['minLength', 'label.minLength', ({ label }) => label.minLength],
  ['maxLength', 'label.maxLength', ({ label }) => label.maxLength],
  ['maxLengthChinese', 'label.maxLengthChinese', ({ label }) => label.maxLengthChinese],
  ['variants', 'variants', ({ variants }) => variants],
] as const satisfies readonly (readonly [
  keyof SuffixPolicy,
  string,
  (record: KnownSuffix) => SuffixPolicy[keyof SuffixPolicy],
])[]

const legendOf = (id: string, legend: SourceLegend): { document: string; date?: string | null } =>
  changeOfSource(id) === undefined
    ? { document: legend[id]?.what.zh ?? id, date: legend[id]?.date ?? null }
    : { document: '运营者的改动' }

const ofRecord = new WeakMap<SourceLegend, WeakMap<KnownSuffix, SuffixFacts>>()

/** What the rules of names are told of a suffix of the catalogue: every value with its own source, and how it is sold. */
export function nameSuffixOf(record: KnownSuffix, legend: SourceLegend): SuffixFacts {
  const made = ofRecord.get(legend) ?? new WeakMap<KnownSuffix, SuffixFacts>()
  ofRecord.set(legend, made)
  const found = made.get(record)
  if (found) return found
  const facts = factsOf(record, legend)
  made.set(record, facts)
  return facts
}

function factsOf(record: KnownSuffix, legend: SourceLegend): SuffixFacts {
  // What a suffix's own table says of letters and digits is no field of the catalogue.
  const here = labelPolicyOf(record.suffix)
  const policy: Record<string, SuffixPolicy[keyof SuffixPolicy]> = { latinLabels: here.policy.latinLabels }
  const sources: Record<string, Source | undefined> = { latinLabels: here.sources.latinLabels }
  for (const [field, place, read] of fields) {
    const value = read(record)
    policy[field] = value
    const id = record.sources[place]
    if (value === null || id === undefined) continue
    const { document, date } = legendOf(id, legend)
    sources[field] = valueSource(document, field, date)
  }
  const kind = record.qualification ?? record.special
  const place = record.sources.qualification ?? record.sources.special
  const { document, date } = legendOf(place ?? 'general-knowledge', legend)
  const restriction =
    kind === null ? undefined : restrictionOf(kind, { document, section: '对持有者的限制', ...(date ? { date } : {}) })
  const variantTable = knownTables.ownOf(record.suffix)
  return Object.freeze({
    name: record.suffix,
    class: record.labelClass satisfies SuffixClass,
    known: true,
    policy: policy as unknown as SuffixPolicy,
    sources: sources as PolicySources,
    offer: { register: canRegister(record) || sellsPersonalNames(record), flow: record.flow },
    ...offeredWordsOf(record, legend),
    ...(restriction ? { restriction } : {}),
    ...(variantTable ? { variantTable } : {}),
    ...eligibilityOf(record, legend),
    licensed: {
      value: record.miitApproved,
      source: sourceAt(record.sources.miitApproved, legend, '工信部批准'),
    },
  })
}

function sourceAt(id: string | undefined, legend: SourceLegend, section: string): Source {
  const { document, date } = legendOf(id ?? 'general-knowledge', legend)
  return { document, section, ...(date ? { date } : {}) }
}

function offeredWordsOf(
  { offeredWords, sources }: KnownSuffix,
  legend: SourceLegend,
): Pick<SuffixFacts, 'offeredWords'> {
  if (offeredWords === null) return {}
  return { offeredWords: { ...offeredWords, source: sourceAt(sources.offeredWords, legend, '注册时提供的词') } }
}

const kinds = {
  both: ['organisation', 'person'],
  organisation: ['organisation'],
  person: ['person'],
  nobody: [],
} as const

/** Absent where nothing is recorded of any region: the rules of names go by what they know themselves. */
function eligibilityOf({ eligibility, sources }: KnownSuffix, legend: SourceLegend): Pick<SuffixFacts, 'eligibility'> {
  if (Object.values(eligibility).every((cell) => cell === null)) return {}
  const at = (site: 'china' | 'international') =>
    Object.fromEntries(
      matrixRegions.flatMap((region) => {
        const cell = eligibility[`${site}${region === 'other' ? 'Other' : region}`]
        return cell === null ? [] : [[region, kinds[cell]] as const]
      }),
    )
  const source = sourceAt(sources.eligibility, legend, '1 支持注册的域名后缀')
  return { eligibility: { cells: { china: at('china'), international: at('international') }, source } }
}

const unknownSuffix = (name: string): SuffixFacts => ({
  name,
  class: name === '' ? 'none' : 'general',
  known: false,
  ...labelPolicyOf(name),
  offer: { register: false, flow: 'general' },
})

const books = new WeakMap<Catalog, { day: string; names: ReadonlySet<string>; book: SuffixBook }>()

/** The suffixes of a day as the rules of names see them: what search, list, order and `explain` all go by. */
export function nameSuffixesOn(catalog: Catalog, day: string): SuffixBook {
  const view = catalog.on(day)
  const found = books.get(catalog)
  if (found && found.day === day && found.names === view.names) return found.book
  const book: SuffixBook = {
    names: view.names,
    facts: (name) => {
      const record = view.find(name)
      return record ? nameSuffixOf(record, catalog.sources) : unknownSuffix(name)
    },
  }
  books.set(catalog, { day, names: view.names, book })
  return book
}
