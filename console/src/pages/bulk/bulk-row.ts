import type { Finding, Price } from '../../api/types.ts'

/** One line of the answer, as `POST /v1/search/bulk` sends it. */
export interface BulkRow {
  line: number
  typed: string
  name?: string
  ascii?: string
  state: BulkState
  /** false: the list of taken names says so; a later row of the same line confirms or corrects it. */
  confirmed?: false
  /** The line that has the same name, perhaps in another form. */
  of?: number
  price?: Price
  findings?: Finding[]
}

export const bulkStates = ['free', 'conditional', 'taken', 'reserved', 'refused', 'duplicate', 'unanswered'] as const
export type BulkState = (typeof bulkStates)[number]

export type BulkEvent =
  | ({ type: 'row' } & BulkRow)
  | { type: 'encoding'; encoding: string }
  | { type: 'progress'; read: number; answered: number }
  | { type: 'done'; total: number; counts: Partial<Record<BulkState, number>> }
  | { type: 'problem'; code: string; title: string }
