import { readFileSync } from 'node:fs'
import { readVariantTable, type VariantTable } from './table.ts'

let table: VariantTable | undefined

/**
 * The table of the ICANN second-level reference rules for Chinese, read at first use. The exact table of a registry may
 * differ: a suffix with one of its own passes that instead.
 */
export function hanVariants(): VariantTable {
  table ??= readVariantTable(readFileSync(new URL('../../data/han-variants.txt', import.meta.url), 'utf8'))
  return table
}
