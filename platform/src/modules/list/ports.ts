import type { Finding } from '@yuming/rules'

export interface ListedPrice {
  /** Fen for the asked number of years, and for one more year later; null when the registry tells no price. */
  readonly registerFen: number | null
  readonly renewFen: number | null
}

/** A name as today's rules and prices see it. */
export type Appraisal =
  | {
      readonly ok: true
      readonly name: string
      readonly ascii: string
      /** Two names with one key are one name, in whatever forms they are written (S1-30). */
      readonly key: string
      readonly suffix: string
      readonly price: ListedPrice
      readonly findings: readonly Finding[]
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Reads a whole name (Unicode or A-labels) by the rules of its suffix and prices it from the catalog. */
export interface Appraiser {
  appraise(name: string, years: number): Appraisal
}
