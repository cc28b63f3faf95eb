import type { CodeRow, CodeTables, ReportingUnit, TableName } from '../model/code-tables.ts'

export interface TableVersion<Row> {
  readonly rows: readonly Row[]
  /** When it was taken, and from which download. */
  readonly loadedAt: string
  readonly source: string
}

/** The tables of one bureau, each with its versions, oldest first. Plain data: it can be stored as it is. */
export interface CodeTableBook {
  readonly units: readonly TableVersion<ReportingUnit>[]
  readonly tables: { readonly [N in TableName]?: readonly TableVersion<CodeRow>[] }
}

export const emptyBook: CodeTableBook = { units: [], tables: {} }

/** Adds what a download brings. A table that is not in it stays; one that is the same makes no new version. */
export function loadTables(
  book: CodeTableBook,
  { units, tables = {} }: CodeTables,
  from: { readonly loadedAt: string; readonly source: string },
): CodeTableBook {
  const loaded: { [N in TableName]?: readonly TableVersion<CodeRow>[] } = { ...book.tables }
  for (const [name, rows] of Object.entries(tables) as [TableName, readonly CodeRow[]][])
    loaded[name] = withVersion(loaded[name] ?? [], rows, from)
  return { units: units ? withVersion(book.units, units, from) : book.units, tables: loaded }
}

function withVersion<Row>(
  versions: readonly TableVersion<Row>[],
  rows: readonly Row[],
  from: { readonly loadedAt: string; readonly source: string },
): readonly TableVersion<Row>[] {
  const last = versions.at(-1)
  return last && JSON.stringify(last.rows) === JSON.stringify(rows) ? versions : [...versions, { rows, ...from }]
}

/** The rows of a table, as they were at a moment; undefined when the bureau had not told them yet. */
export function tableAt(book: CodeTableBook, name: TableName, at?: string): readonly CodeRow[] | undefined {
  const versions = book.tables[name] ?? []
  return (at === undefined ? versions : versions.filter(({ loadedAt }) => loadedAt <= at)).at(-1)?.rows
}

/** What a code means; rows that are not valid any more still explain what was filed with them. */
export function codeRow(book: CodeTableBook, name: TableName, id: number, at?: string): CodeRow | undefined {
  return tableAt(book, name, at)?.find((row) => row.id === id)
}

/** The code to send for a name; only of rows that are valid. */
export function codeNamed(book: CodeTableBook, name: TableName, text: string, at?: string): CodeRow | undefined {
  return tableAt(book, name, at)?.find((row) => row.valid && row.name === text)
}

export interface TableChange {
  readonly table: TableName
  readonly added: readonly CodeRow[]
  /** Gone, or not valid any more. */
  readonly ended: readonly CodeRow[]
  readonly renamed: readonly { readonly id: number; readonly from: string; readonly to: string }[]
}

/** What an operator should look at after a download: a code that ends may be in use. */
export function tableChanges(before: CodeTableBook, after: CodeTableBook): readonly TableChange[] {
  const changes: TableChange[] = []
  for (const table of Object.keys(after.tables) as TableName[]) {
    const old = new Map((tableAt(before, table) ?? []).map((row) => [row.id, row]))
    const now = new Map((tableAt(after, table) ?? []).map((row) => [row.id, row]))
    const added = [...now.values()].filter((row) => row.valid && !old.get(row.id)?.valid)
    const ended = [...old.values()].filter((row) => row.valid && !now.get(row.id)?.valid)
    const renamed = [...now.values()].flatMap(({ id, name }) => {
      const from = old.get(id)?.name
      return from !== undefined && from !== name ? [{ id, from, to: name }] : []
    })
    if (added.length + ended.length + renamed.length > 0) changes.push({ table, added, ended, renamed })
  }
  return changes
}
