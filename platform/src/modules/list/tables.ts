interface ListItemTable {
  account: string
  ascii: string
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
