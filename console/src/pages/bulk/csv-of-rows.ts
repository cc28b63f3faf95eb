import type { BulkRow } from './bulk-row.ts'

interface Words {
  readonly titles: readonly string[]
  readonly stateOf: (row: BulkRow) => string
  readonly whyOf: (row: BulkRow) => string
}

/** RFC 4180 with a byte order mark, so that spreadsheets read Chinese; in the order of lines; amounts in yuan. */
export function csvOfRows(rows: readonly BulkRow[], { titles, stateOf, whyOf }: Words): string {
  const lines = rows
    .toSorted((a, b) => a.line - b.line)
    .map((row) =>
      [
        String(row.line),
        row.typed,
        row.name ?? '',
        row.ascii ?? '',
        stateOf(row),
        yuan(row.price?.registerFen),
        yuan(row.price?.renewFen),
        whyOf(row),
      ].map(cell),
    )
  return `\u{feff}${[titles.map(cell), ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`
}

function yuan(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? '' : `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** A spreadsheet must not take what somebody typed for a formula. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
