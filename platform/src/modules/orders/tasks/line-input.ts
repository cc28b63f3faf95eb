import type { ShopFront } from '../../../kernel/http/index.ts'
import type { AgreedFee } from '../../domains/index.ts'
import type { PaidBy } from '../states.ts'

/** What a line's task knows from the start; nothing personal, the holder is read when needed. */
export interface LineInput {
  readonly order: string
  readonly number: string
  readonly line: string
  readonly account: string
  readonly method: PaidBy
  readonly name: string
  readonly ascii: string
  /** Two names with one key are one name (S1-30). */
  readonly key: string
  readonly suffix: string
  readonly years: number
  readonly subtotalFen: number
  /** Of a premium name: what its registry takes, and not more. */
  readonly premium?: AgreedFee
  readonly template: string | null
  /** Account of the template where it is another's: an agent's (S1-162). */
  readonly holderAccount?: string
  readonly holderType: 'person' | 'organisation' | null
  /** Where the order was made; absent where that was not kept. */
  readonly front?: ShopFront['kind']
  readonly expectedExpiry: string | null
}
