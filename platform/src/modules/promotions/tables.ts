import type { Generated } from 'kysely'

export type Product = 'register' | 'renew'
export type DiscountKind = 'fixed-price' | 'percent' | 'amount-off'

export interface PromotionTable {
  id: string
  product: Product
  by_code: boolean
  made_by: string
  made_at: Date
  ended_by: string | null
  ended_at: Date | null
}

export interface PromotionTermsTable {
  id: Generated<number>
  promotion: string
  title_zh: string
  title_en: string
  suffixes: string[]
  kind: DiscountKind
  value: number
  from_day: string
  until_day: string | null
  first_order_only: boolean
  most_uses: number | null
  most_uses_each: number | null
  note: string
  made_by: string
  made_at: Date
}

export interface PromotionIssuerTable {
  id: string
  promotion: string
  name: string
  digest: Buffer
  made_by: string
  made_at: Date
  revoked_at: Date | null
}

export interface PromotionBatchTable {
  id: string
  promotion: string
  issuer: string | null
  /** The one that may use its codes; null: any. */
  account: string | null
  from_at: Date
  until_at: Date
  uses: number
  issued_by: string
  issued_at: Date
  ended_at: Date | null
}

interface PromotionCodeTable {
  digest: Buffer
  batch: string
}

interface PromotionUseTable {
  line: string
  promotion: string
  account: string
  slot: string | null
  code: Buffer | null
  state: 'held' | 'used' | 'released'
  changed_at: Date
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    promotion: PromotionTable
    promotion_terms: PromotionTermsTable
    promotion_issuer: PromotionIssuerTable
    promotion_batch: PromotionBatchTable
    promotion_code: PromotionCodeTable
    promotion_use: PromotionUseTable
  }
}
