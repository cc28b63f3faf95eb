import { labelPolicyOf, type SuffixPolicy } from './suffix-labels.ts'
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

export interface SuffixFacts {
  /** Unicode form without a dot in front. */
  readonly name: string
  readonly class: SuffixClass
  readonly policy: SuffixPolicy
}

/** The four suffixes that CNNIC has authorised (S1-11). */
const cnnic = new Set(['cn', '中国', '公司', '网络'])

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

// Callers name a few hundred suffixes over and over; names that nobody sells must not pile up.
const kept = 2_000
const known = new Map<string, SuffixFacts>()

/** Facts of a suffix from the table, made once. */
export function suffixFacts(name: string): SuffixFacts {
  const found = known.get(name)
  if (found) return found
  if (known.size >= kept) known.clear()
  const made = Object.freeze({ name, class: labelClassOf(name), policy: labelPolicyOf(name) })
  known.set(name, made)
  return made
}
