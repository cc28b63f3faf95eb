import { inForce, type Source, type Text } from '@yuming/rules'
import table from '../../data/provinces.json' with { type: 'json' }

/** Whom a fact is about. */
export type Applies = 'org' | 'person' | 'both'

/** Kinds of rules that any province is known to have. */
export type ProvinceTopic = keyof typeof table.topics

/** What a fact says in figures and lists; what it says besides is in its text. */
export type ProvinceParams = Readonly<Record<string, unknown>>

/** One thing that is known of a province's bureau. */
export interface ProvinceFact {
  readonly id: string
  readonly topic: ProvinceTopic
  readonly applies: Applies
  /** In words; absent where the rule says it all. */
  readonly text?: Text
  readonly params: ProvinceParams
  /** YYYY-MM-DD. */
  readonly from: string
  readonly until?: string
  readonly sources: readonly Source[]
  /** Sources that disagree, in words. */
  readonly conflict?: Text
}

export interface Province {
  /** Code of GB/T 2260, six digits. */
  readonly code: string
  readonly name: string
  readonly english: string
  /** The character in its filing numbers. */
  readonly abbreviation: string
  /** Where the bureau itself publishes what it asks for (S3-09). */
  readonly site: string
  readonly facts: readonly ProvinceFact[]
}

const documents = new Map(
  Object.entries(table.sources).map(([tag, { document, date }]): [string, Source] => [
    tag,
    Object.freeze({ document, section: '各省管局要求', date }),
  ]),
)

type Row = (typeof table.provinces)[number]['facts'][number] & {
  readonly text?: Text
  readonly conflict?: Text
  readonly until?: string
  readonly params?: ProvinceParams
}

function factOf(row: Row): ProvinceFact {
  const { text, conflict, until } = row
  return Object.freeze({
    id: row.id,
    topic: row.topic as ProvinceTopic,
    applies: row.applies as Applies,
    params: row.params ?? {},
    from: row.from,
    sources: row.sources.flatMap((tag) => documents.get(tag) ?? []),
    ...(text === undefined ? {} : { text }),
    ...(conflict === undefined ? {} : { conflict }),
    ...(until === undefined ? {} : { until }),
  })
}

/** The 31 provinces of the mainland, each with what is known of its bureau. */
export const provinces: readonly Province[] = table.provinces.map(({ facts, ...province }) =>
  Object.freeze({ ...province, facts: facts.map((fact) => factOf(fact as Row)) }),
)

export const provinceTopics: ReadonlyMap<ProvinceTopic, Text> = new Map(
  Object.entries(table.topics).map(([topic, title]) => [topic as ProvinceTopic, title]),
)

function shortName(name: string): string {
  return name.replace(/(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '')
}

const byName = new Map<string, Province>()
for (const province of provinces)
  for (const name of [
    province.code,
    province.code.slice(0, 2),
    province.abbreviation,
    province.name,
    province.english,
    shortName(province.name),
  ])
    byName.set(name, province)

/** A province by its code, its name with or without 省 or 市, or the character of its numbers. */
export function provinceNamed(name: string): Province | undefined {
  return byName.get(name)
}

/** The province that an address begins with; undefined where it names none. */
export function provinceIn(address: string | undefined): Province | undefined {
  const start = address?.trim()
  if (start === undefined || start === '') return undefined
  return provinces.find(({ name }) => start.startsWith(name) || start.startsWith(shortName(name)))
}

/** What was known to be in force on a day (YYYY-MM-DD, China time). */
export function factsOf(province: Province, day: string): readonly ProvinceFact[] {
  const last = newest.get(province)
  if (last?.day === day) return last.facts
  const facts = province.facts.filter((fact) => inForce(fact, day))
  newest.set(province, { day, facts })
  return facts
}

// Nearly everybody asks about one day.
const newest = new WeakMap<Province, { readonly day: string; readonly facts: readonly ProvinceFact[] }>()

/** Whether anything is known of a matter in a province on a day. */
export function knows(code: string | undefined, topic: ProvinceTopic, day: string): boolean {
  const province = code === undefined ? undefined : byName.get(code)
  return province !== undefined && factsOf(province, day).some((fact) => fact.topic === topic)
}

/** Whether a bureau takes a domain that belongs to the legal representative instead of the organisation. */
export function holderByLegalRepresentative(code: string | undefined, day: string): boolean {
  const province = code === undefined ? undefined : byName.get(code)
  if (!province) return false
  return factsOf(province, day).some(
    ({ topic, params }) => topic === 'domainHolder' && params.legalRepresentative === true,
  )
}
