import type { Finding } from '@yuming/rules'
import type { OtherForm } from './own-forms.ts'

/** What is known of one name at this moment. `unanswered` is never shown as free. */
export type RowState = 'free' | 'taken' | 'reserved' | 'refused' | 'conditional' | 'unanswered'

/** A place in the answer: it is painted at once and never moves. */
export interface PlannedRow {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly ascii: string
  readonly label: string
  readonly suffix: string
}

export interface RowPrice {
  readonly registerFen: number
  readonly renewFen: number | null
  /** The registry asks a price of its own for this name (溢价). */
  readonly premium?: true
}

export interface Neighbour {
  readonly name: string
  readonly ascii: string
  readonly registerFen: number
}

export interface AnsweredRow {
  readonly id: string
  readonly state: RowState
  /** false: known from memory only; a later row with the same id confirms or corrects it. */
  readonly confirmed?: false
  readonly price?: RowPrice
  readonly findings: readonly Finding[]
  /** The name is one of the reader's own in another form. */
  readonly yours?: OtherForm
  /** The registry's own words, for "details". */
  readonly reason?: string
  readonly neighbours?: readonly Neighbour[]
}

export type SearchEvent =
  | {
      readonly event: 'plan'
      readonly data: { query: string; normalised: string; rows: readonly PlannedRow[]; findings: readonly Finding[] }
    }
  | { readonly event: 'row'; readonly data: AnsweredRow }
  | { readonly event: 'done'; readonly data: { answered: number; total: number; ms: number } }
