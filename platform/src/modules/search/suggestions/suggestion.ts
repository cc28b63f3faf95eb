/** How a suggested label came from the searched word. */
export type SuggestionKind = 'pinyin' | 'initials' | 'segment' | 'synonym' | 'affix' | 'suffix' | 'abbreviation'

interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A label near the searched word, before any suffix. Closeness is 1 for the word itself and falls towards 0. */
export interface Form {
  readonly label: string
  readonly kind: SuggestionKind
  readonly why: Bilingual
  readonly closeness: number
}

/** What ranking needs to know of a suffix. */
export interface SuffixFact {
  /** Unicode, without a dot in front. */
  readonly suffix: string
  /** Price of one year in fen; null when it is not sold at a list price. */
  readonly priceFen: number | null
  /** Whether Chinese labels can be registered; null when not known. */
  readonly idn: boolean | null
  /** Place in the order of popularity, 0 first. */
  readonly rank: number
}

export interface Suggestion {
  readonly label: string
  readonly suffix: string
  readonly kind: SuggestionKind
  readonly why: Bilingual
  /** Higher is better; whole points, see rank.ts. */
  readonly score: number
}

/** Whether a text holds a Chinese character. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** A form with its reason in both languages. */
export function form(label: string, kind: SuggestionKind, closeness: number, zh: string, en: string): Form {
  return { label, kind, closeness, why: { zh, en } }
}
