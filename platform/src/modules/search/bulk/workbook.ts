import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { unfoldsTooFar, unreadableFile } from './errors.ts'

/** Most bytes that a workbook may unfold to: an archive of a few kilobytes can hold gigabytes. */
const mostUnfolded = 64 * 1024 * 1024
/** As much is text at a time: a whole sheet as one string would be held twice over. */
const piece = 256 * 1024
/** Most rows and cells together: a row of a few letters can have its only cell in the last of 16,384 columns. */
const mostCells = 8_000_000

/** Rows of the first sheet of an XLSX workbook (ECMA-376 §18.3), as text. @throws unreadableFile, unfoldsTooFar */
export function rowsOfWorkbook(file: Uint8Array): string[][] {
  const parts = unfold(file)
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? Object.entries(parts).find(([name]) => isSheet(name))?.[1]
  if (!sheet) throw unreadableFile()
  const shared = parts['xl/sharedStrings.xml']
  try {
    return readSheet(sheet, shared ? readShared(shared) : [])
  } catch (error) {
    throw error instanceof TooManyCells ? unfoldsTooFar() : unreadableFile()
  }
}

class TooManyCells extends Error {}

const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)

function unfold(file: Uint8Array): Record<string, Uint8Array> {
  let unfolded = 0
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(file, {
      filter({ name, originalSize }) {
        if (name !== 'xl/sharedStrings.xml' && !isSheet(name)) return false
        unfolded += originalSize
        return unfolded <= mostUnfolded
      },
    })
  } catch {
    throw unreadableFile()
  }
  if (unfolded > mostUnfolded) throw unfoldsTooFar()
  return parts
}

/** The table of strings that cells point to (§18.4): each item is its text runs, without phonetic hints. */
function readShared(xml: Uint8Array): string[] {
  const strings: string[] = []
  let text = ''
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    open.push(local(name))
    if (local(name) === 'si') text = ''
  })
  parser.on('text', (chunk) => {
    if (open.at(-1) === 't' && !open.includes('rPh')) text += chunk
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    if (local(name) === 'si') strings.push(text)
  })
  parse(xml, parser)
  return strings
}

function readSheet(xml: Uint8Array, shared: readonly string[]): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = { column: 0, type: '', text: '' }
  let cells = 0
  let reading = false
  const count = (more: number) => {
    cells += more
    if (cells > mostCells) throw new TooManyCells()
  }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name)
    if (tag === 'row') row = []
    if (tag === 'c') cell = { column: columnAt(attributes.r, row.length), type: attributes.t ?? '', text: '' }
    reading = tag === 'v' || tag === 't'
  })
  parser.on('text', (chunk) => {
    if (reading) cell.text += chunk
  })
  parser.on('closetag', ({ name }) => {
    const tag = local(name)
    reading = false
    if (tag === 'c') {
      count(Math.max(1, cell.column + 1 - row.length))
      while (row.length < cell.column) row.push('')
      row[cell.column] = cell.type === 's' ? (shared[Number(cell.text)] ?? '') : cell.text
    }
    if (tag === 'row') {
      count(1)
      rows.push(row)
    }
  })
  parse(xml, parser)
  return rows
}

function parse(xml: Uint8Array, parser: SaxesParser): void {
  const decoder = new TextDecoder()
  for (let at = 0; at < xml.length; at += piece)
    parser.write(decoder.decode(xml.subarray(at, at + piece), { stream: true }))
  parser.write(decoder.decode()).close()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** `C7` is the third column; a cell without a reference follows the one before it. A sheet has at most 16,384 columns. */
function columnAt(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return next
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (column >= 16_384) throw new RangeError('no such column')
  return column
}
