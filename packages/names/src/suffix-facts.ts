import type { Source } from '@yuming/rules'
import type { Eligibility } from './eligibility.ts'
import type { OfferedWords } from './personal/offered-words.ts'
import { labelPolicyOf, type PolicySources, type SuffixPolicy, suffixesInTable } from './suffix-labels.ts'
import { restrictionOfZone, type SuffixRestriction } from './suffix-restrictions.ts'
import { knownTables, type NamedTable } from './variants/tables.ts'
import { categoryZones, provinceZones } from './zones.ts'

/** Which body of label rules a suffix belongs to; `general` has none of its own, `none` is a label without a suffix. */
export type SuffixClass =
  | 'none'
  | 'general'
  | 'cnnic'
  | 'cn-category'
  | 'cn-province'
  | 'gov-cn'
  | 'hk'
  | 'hk-third'
  | 'personal-name'

/** How names of a suffix are had in one shop: by its price overview (S1-08), and by which way (S1-28). */
export interface SuffixOffer {
  readonly register: boolean
  readonly flow: 'general' | 'trademark' | 'personal-name' | 'gov' | 'renew-only'
}

export interface SuffixFacts {
  /** Unicode form without a dot in front. */
  readonly name: string
  readonly class: SuffixClass
  /** Whether any table names the suffix. */
  readonly known: boolean
  readonly policy: SuffixPolicy
  readonly sources: PolicySources
  /** undefined: no shop was asked. */
  readonly offer?: SuffixOffer
  readonly restriction?: SuffixRestriction
  /** The suffix's own table of characters and variants; the common one unless it has one. */
  readonly variantTable?: NamedTable
  /** What a shop offers around a personal name; the words of this package unless given. */
  readonly offeredWords?: OfferedWords
  /** Who may register; that of the manual for the four CNNIC suffixes unless given. */
  readonly eligibility?: Eligibility
  /** Whether the ministry has licensed the suffix, so that sites under it can be filed (备案); undefined: not told here. */
  readonly licensed?: { readonly value: boolean | null; readonly source: Source }
}

/** The suffixes of one day, as a catalogue knows them. */
export interface SuffixBook {
  /** Unicode forms and A-labels. */
  readonly names: ReadonlySet<string>
  /** Facts of a suffix by its Unicode form, one that is not known included. */
  facts(name: string): SuffixFacts
}

/** The four suffixes that CNNIC has authorised (S1-11), and the traditional form of .中国, which is the same zone. */
const cnnic = new Set(['cn', '中国', '中國', '公司', '网络'])

/** The class whose label rules a suffix follows. */
export function labelClassOf(suffix: string): SuffixClass {
  if (suffix === '') return 'none'
  if (cnnic.has(suffix)) return 'cnnic'
  if (suffix === '姓名.网址') return 'personal-name'
  if (suffix === 'gov.cn') return 'gov-cn'
  if (provinceZones.has(suffix)) return 'cn-province'
  if (categoryZones.has(suffix)) return 'cn-category'
  if (suffix === 'hk' || suffix === '香港') return 'hk'
  if (suffix.endsWith('.hk') || suffix.endsWith('.香港')) return 'hk-third'
  return 'general'
}

const inTables: ReadonlySet<string> = new Set([
  ...suffixesInTable,
  ...categoryZones.keys(),
  ...provinceZones.keys(),
  '姓名.网址',
])

// Callers name a few hundred suffixes over and over; names that nobody sells must not pile up.
const kept = 2_000
const made = new Map<string, SuffixFacts>()

/** Facts of a suffix from the tables of this package, made once. */
export function suffixFacts(name: string): SuffixFacts {
  const found = made.get(name)
  if (found) return found
  if (made.size >= kept) made.clear()
  const restriction = restrictionOfZone(name)
  const variantTable = knownTables.ownOf(name)
  const facts: SuffixFacts = Object.freeze({
    name,
    class: labelClassOf(name),
    known: inTables.has(name),
    ...labelPolicyOf(name),
    ...(restriction ? { restriction } : {}),
    ...(variantTable ? { variantTable } : {}),
  })
  made.set(name, facts)
  return facts
}

/** The suffixes that this package knows by itself; no shop, so nothing is said of what can be ordered. */
export const suffixesKnownHere: SuffixBook = { names: inTables, facts: suffixFacts }
