import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { columnOf } from './column.ts'
import { decodedText, type TextEncoding } from './decoded-text.ts'
import { tooManyBytes, tooManyNames, unreadableFile } from './errors.ts'
import { rowsOfWorkbook } from './workbook.ts'

/** One name as it was given. `line` counts from 1 over the whole input, empty lines included. */
export interface GivenName {
  readonly line: number
  readonly typed: string
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const bulkTypes = ['application/x-ndjson', 'text/plain', 'text/csv', workbookType] as const

const mostNames = 100_000
const mostText = 16 * 1024 * 1024
const mostWorkbook = 10 * 1024 * 1024
/** A longer line is cut: no name is as long, and the rules say so of what is left. */
const longestLine = 300
/** What is kept of a line whose end has not come: each chunk is looked at together with it. */
const longestOpen = 65_536

/**
 * Reads names out of a request's body while it arrives: text with one name a line, JSON lines (a string, or an object
 * with `name`), CSV, or the first sheet of a workbook. Empty lines are skipped.
 * `onEncoding` hears how text beyond ASCII was read.
 * @throws tooManyNames, tooManyBytes, unreadableFile
 */
export async function* namesOfBody(
  body: Readable,
  contentType: string,
  onEncoding?: (encoding: TextEncoding) => void,
): AsyncGenerator<GivenName> {
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  let count = 0
  for await (const given of rawNames(body, type, onEncoding)) {
    if (given.typed === '') continue
    if (++count > mostNames) throw tooManyNames()
    yield { line: given.line, typed: given.typed.slice(0, longestLine) }
  }
}

function rawNames(
  body: Readable,
  type: string | undefined,
  onEncoding: ((encoding: TextEncoding) => void) | undefined,
): AsyncIterable<GivenName> {
  if (type === workbookType) return namesOfWorkbook(body)
  const text = decodedText(limited(body, mostText), onEncoding)
  if (type === 'text/csv') return namesOfCsv(text)
  return namesOfLines(text, type === 'application/x-ndjson' ? nameOfJson : (line) => line.trim())
}

async function* limited(body: Readable, most: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw tooManyBytes()
    yield chunk
  }
}

async function* namesOfLines(text: AsyncIterable<string>, nameOf: (line: string) => string): AsyncGenerator<GivenName> {
  let rest = ''
  let line = 0
  for await (const chunk of text) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    // Its last character may be half of a line end.
    if (rest.length > longestOpen) rest = rest.slice(0, longestOpen) + rest.slice(-1)
    for (const one of lines) yield { line: ++line, typed: nameOf(one) }
  }
  if (rest !== '') yield { line: ++line, typed: nameOf(rest) }
}

function nameOfJson(line: string): string {
  if (line.trim() === '') return ''
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw unreadableFile()
  }
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return value.name.trim()
  throw unreadableFile()
}

async function* namesOfCsv(text: AsyncIterable<string>): AsyncGenerator<GivenName> {
  const nameOf = columnOf()
  const parser = parse({ relax_column_count: true, relax_quotes: true, info: true, max_record_size: 65_536 })
  const feeding = feed(text, parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { line: info.lines, typed: nameOf(record) ?? '' }
    await feeding
  } catch (error) {
    parser.destroy()
    throw error instanceof Error && 'status' in error ? error : unreadableFile()
  }
}

async function feed(text: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of text)
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve))
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : unreadableFile())
  }
}

async function* namesOfWorkbook(body: Readable): AsyncGenerator<GivenName> {
  const chunks: Buffer[] = []
  for await (const chunk of limited(body, mostWorkbook)) chunks.push(chunk)
  const nameOf = columnOf()
  for (const [at, row] of rowsOfWorkbook(Buffer.concat(chunks)).entries())
    yield { line: at + 1, typed: nameOf(row) ?? '' }
}
