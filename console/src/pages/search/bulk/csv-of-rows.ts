import { sentence } from '../../../i18n/locale.ts'
import type { BulkRow } from './bulk-row.ts'

/** RFC 4180 with a byte order mark, so that spreadsheets read Chinese; amounts in yuan. */
export function csvOfRows(
  rows: readonly BulkRow[],
  titles: readonly string[],
  stateOf: (row: BulkRow) => string,
): string {
  const lines = rows.map((row) =>
    [
      String(row.line),
      row.typed,
      row.ascii ?? '',
      stateOf(row),
      row.price ? yuan(row.price.registerFen) : '',
      row.price ? yuan(row.price.renewFen) : '',
      row.of === undefined ? sentence(row.findings?.[0]?.message) : String(row.of),
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
