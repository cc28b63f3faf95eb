import type { Finding } from '@yuming/rules'
import type { Trx } from '../../kernel/database/index.ts'

export interface ListedPrice {
  /** Fen for the asked number of years, and for one more year later; null when the registry tells no price. */
  readonly registerFen: number | null
  readonly renewFen: number | null
  /** A price of the name's own, as its registry told it (溢价). */
  readonly premium?: true
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

/** What registries said of premium names lately: the price of the first year, or null for one that is not sold here. */
export type PremiumPrices = (trx: Trx, asciiNames: readonly string[]) => Promise<ReadonlyMap<string, number | null>>

/** Reads a whole name (Unicode or A-labels) by the rules of its suffix and prices it from the catalog. */
export interface Appraiser {
  appraise(name: string, years: number): Appraisal
  readonly premiumPrices: PremiumPrices
  /** What is told of a premium name that is not sold. */
  readonly notSold: Finding
}
