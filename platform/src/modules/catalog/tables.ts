import type { ColumnType, Generated } from 'kysely'
import type { CatalogPatch } from './changes/catalog-change.ts'

interface CatalogChangeTable {
  id: string
  suffix: string
  patch: ColumnType<CatalogPatch, string, never>
  from_day: string
  until_day: string | null
  note: string
  made_by: string
  made_at: Date
  place: number | null
  published_by: string | null
  published_at: Date | null
  withdrawn_by: string | null
  withdrawn_at: Date | null
  withdrawn_on: string | null
}

interface CatalogRevisionTable {
  single: Generated<boolean>
  revision: number
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    catalog_change: CatalogChangeTable
    catalog_revision: CatalogRevisionTable
  }
}
