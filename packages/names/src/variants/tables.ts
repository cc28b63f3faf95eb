import { readFileSync } from 'node:fs'
import type { Source } from '@yuming/rules'
import rows from '../../data/variant-tables.json' with { type: 'json' }
import { labelToAscii } from '../normalise.ts'
import { hanVariants } from './han-variants.ts'
import { readVariantTable, type VariantTable } from './table.ts'

/** A table with where it is from; the characters that a suffix takes, and which of them are one character to it. */
export interface NamedTable {
  readonly id: string
  readonly source: Source
  readonly table: VariantTable
}

export interface TableRow {
  readonly id: string
  readonly file: string
  /** Unicode forms; the first row is for all others. */
  readonly suffixes: readonly string[]
  readonly source: Source
}

/** Finds the table of a suffix (Unicode form or A-label); each is read at first use. */
export function variantTables(tables: readonly TableRow[], read: (file: string) => VariantTable) {
  const [first, ...others] = tables
  if (!first) throw new Error('there is no table of variants for the suffixes without one of their own')
  const made = new Map<string, NamedTable>()
  const named = ({ id, source, file }: TableRow): NamedTable => {
    const found = made.get(id)
    if (found) return found
    const table = { id, source, table: read(file) }
    made.set(id, table)
    return table
  }
  const ascii = (suffix: string) => suffix.split('.').map((label) => labelToAscii(label) ?? label)
  const own = new Map(
    others.flatMap((row) =>
      row.suffixes.flatMap((suffix) => [suffix, ascii(suffix).join('.')].map((name) => [name, row] as const)),
    ),
  )
  return {
    common: () => named(first),
    /** undefined when it goes by the common one. */
    ownOf(suffix: string): NamedTable | undefined {
      const row = own.get(suffix)
      return row && named(row)
    },
  }
}

const read = (file: string) =>
  file === rows.tables[0]?.file
    ? hanVariants()
    : readVariantTable(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'))

/** The tables that the product knows. */
export const knownTables = variantTables(rows.tables, read)
