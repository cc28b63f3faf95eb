export interface PromotionUseTable {
  line: string
  promotion: string
  account: string
  slot: string | null
  state: 'held' | 'used' | 'released'
  changed_at: Date
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    promotion_use: PromotionUseTable
  }
}
