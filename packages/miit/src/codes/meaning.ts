import type { DataCode } from './code.ts'
import type { MessageCode } from './message-codes.ts'

/** Codes of one version; a newer version adds rows. */
export interface CodeBook {
  readonly messages: ReadonlyMap<number, MessageCode>
  readonly data: ReadonlyMap<number, DataCode>
}

export function codeBook(messages: readonly MessageCode[], data: readonly (readonly DataCode[])[]): CodeBook {
  return {
    messages: new Map(messages.map((row) => [row.code, row])),
    data: new Map(data.flat().map((row) => [row.code, row])),
  }
}

/** A code that no row knows is shown with its number and the bureau's own words. */
export function messageMeaning(book: CodeBook, code: number): MessageCode {
  return (
    book.messages.get(code) ?? {
      code,
      zh: `未知的返回码 ${code}`,
      en: `unknown answer code ${code}`,
      reaction: 'operator',
    }
  )
}

export function dataMeaning(book: CodeBook, code: number): DataCode {
  return (
    book.data.get(code) ?? { code, zh: `未知的结果码 ${code}`, en: `unknown result code ${code}`, reaction: 'operator' }
  )
}
