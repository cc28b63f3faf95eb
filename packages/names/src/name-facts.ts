import type { Source } from '@yuming/rules'
import { labelToAscii, labelToUnicode } from './normalise.ts'
import { type SuffixFacts, type SuffixOffer, suffixFacts } from './suffix-facts.ts'
import type { PolicySources } from './suffix-labels.ts'
import type { VariantTable } from './variants/table.ts'
import { foldVariants, variantIndex } from './variants/variant-index.ts'

/** Another name that the first one is held against. */
export interface OtherName {
  readonly label: string
  readonly suffix: string
  /** Taken as registered unless false. */
  readonly registered: boolean | undefined
}

export interface Certificate {
  /** Code of the registry, such as `SFZ` or `YYZZ`. */
  readonly kind?: string
  /** Kind of unit that the paper states, such as `机关法人`. */
  readonly unit?: string
  /** YYYY-MM-DD. */
  readonly issuedOn?: string
  /** YYYY-MM-DD, last day. */
  readonly endsOn?: string
}

/** What a caller knows besides the name. What is absent is not known. */
export interface Circumstances {
  /** The kind of name that is meant: one with Chinese characters, or one of letters and digits only. */
  readonly nameClass?: 'chinese' | 'english'
  /** Shop front: the China site or the international one (中国站、国际站). */
  readonly site?: 'china' | 'international'
  /** ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
  readonly region?: string
  readonly holderType?: 'person' | 'organisation'
  readonly holderName?: { readonly zh?: string; readonly en?: string }
  readonly certificate?: Certificate
  /** Class of a .gov.cn applicant (S1-152, S1-154, S1-156). */
  readonly govClass?: 1 | 2 | 3
  readonly operation?: 'register' | 'renew' | 'transfer' | 'filing'
  /** The way by which the name is asked for, where a suffix has one of its own (S1-28). */
  readonly flow?: SuffixOffer['flow']
  /** Ids of the authorities whose written consent is at hand. */
  readonly consents?: readonly string[]
  readonly other?: OtherName
  /** `www.` was typed in front of the name. */
  readonly wwwLeftOut?: boolean
  /** Characters that were read as others, such as ① as 1. */
  readonly readAs?: { readonly typed: string; readonly read: string }
  /** A web or mail address was given, of which only the host was taken. */
  readonly addressLeftOut?: boolean
  readonly suffixPolicy?: Partial<SuffixFacts['policy']>
}

/** All that the rules of names look at. Pure; made once a name. */
export interface NameFacts {
  /** As typed, after folding. */
  readonly typed: string
  /** Unicode form; equal to `typed` unless that was an A-label. */
  readonly label: string
  readonly ascii: string | undefined
  /** Variant index label: equal for all forms of one name; undefined when a character is outside the table. */
  readonly index: string | undefined
  /** The same, with characters outside the table as they are: what words are looked for in. */
  readonly folded: string
  readonly hasHan: boolean
  /** Characters of the label (code points): what a rule that counts characters counts. */
  readonly length: number
  /** Ideographs of the basic block, letters, digits, and single hyphens inside: the rules of characters need not look. */
  readonly tidy: boolean
  /** xn-- that does not decode to what encodes to it. */
  readonly badPunycode: boolean
  readonly suffix: SuffixFacts
  /** YYYY-MM-DD. */
  readonly day: string
  readonly given: Circumstances
}

const letters = /^[a-z0-9-]*$/
const tidyLabel = /^[a-z0-9\u4e00-\u9fff]+(?:-[a-z0-9\u4e00-\u9fff]+)*$/
const han = /\p{Script=Han}/u
// Neither Han nor letter, digit or hyphen: refused in every case, so that nobody needs its A-label.
const foreign = /[^\p{Script=Han}a-z0-9-]/u
const nothing: Circumstances = Object.freeze({})

/** @param typed a folded label @param suffix what is known of its suffix, or its Unicode form, '' for none */
export function nameFacts(
  typed: string,
  suffix: string | SuffixFacts,
  day: string,
  given: Circumstances = nothing,
): NameFacts {
  const known = typeof suffix === 'string' ? suffixFacts(suffix) : suffix
  return {
    ...labelFacts(typed, known.variantTable?.table),
    suffix: given.suffixPolicy ? withStated(known, given.suffixPolicy) : known,
    day,
    given,
  }
}

const stated: Source = { document: '提问时给出的条件', section: 'suffixPolicy' }

function withStated(known: SuffixFacts, policy: Partial<SuffixFacts['policy']>): SuffixFacts {
  const sources: PolicySources = Object.fromEntries(Object.keys(policy).map((field) => [field, stated]))
  return { ...known, known: true, policy: { ...known.policy, ...policy }, sources: { ...known.sources, ...sources } }
}

export type LabelFacts = Omit<NameFacts, 'suffix' | 'day' | 'given'>

// A search asks about one label under hundreds of suffixes in a row.
let last: LabelFacts | undefined
let lastTable: VariantTable | undefined

/** What is known of a label whatever its suffix. @param typed folded @param table of the suffix, unless it has the common one */
export function labelFacts(typed: string, table: VariantTable | undefined): LabelFacts {
  if (last?.typed === typed && lastTable === table) return last
  const encoded = typed.startsWith('xn--')
  const decoded = encoded ? labelToUnicode(typed) : typed
  const label = decoded ?? typed
  const latin = letters.test(label)
  const tidy = tidyLabel.test(label)
  const index = latin ? label : variantIndex(label, table)
  lastTable = table
  last = {
    typed,
    label,
    ascii: decoded === undefined || (!tidy && foreign.test(label)) ? undefined : latin ? label : labelToAscii(label),
    index,
    folded: index ?? foldVariants(label, table),
    hasHan: !latin && han.test(label),
    // Both are within the basic plane, where a character is one unit.
    length: latin || tidy ? label.length : codePoints(label),
    tidy,
    badPunycode: encoded && decoded === undefined,
  }
  return last
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
