interface ListItemTable {
  account: string
  ascii: string
  variant_key: string
  name: string
  suffix: string
  years: number
  added_at: Date
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    list_item: ListItemTable
  }
}
