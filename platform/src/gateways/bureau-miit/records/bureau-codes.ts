import { type CodeRow, type CodeTableBook, codeNamed, type TableName, tableAt } from '@yuming/miit'
import type { Text } from '@yuming/rules'

export interface WireProblem {
  readonly field: string
  readonly message: Text
  /** Nobody but us can mend it: a table that has not come, a word that the bureau does not have. */
  readonly ours: boolean
}

/** A code that was found, in the bureau's own word, for one field of the draft. */
export interface NotedCode {
  readonly field: string
  readonly code: number
  readonly word: string
}

/** Finds a bureau's own codes for words of the model, and gathers what it has none for. */
export class BureauCodes {
  readonly problems: WireProblem[] = []
  readonly noted: NotedCode[] = []
  readonly #book: CodeTableBook
  /** Four tables carry a 运算Id beside the id; which of them a bureau wants is agreed with it. */
  readonly #operationIds: boolean

  constructor(book: CodeTableBook, operationIds: boolean) {
    this.#book = book
    this.#operationIds = operationIds
  }

  /** 0 stands where there is none, and is a problem. */
  of(table: TableName, words: readonly string[] | undefined, field: string): number {
    return this.find(table, words, field) ?? this.#missing(table, words?.[0], field)
  }

  /** For what a bureau need not have a code for. */
  find(table: TableName, words: readonly string[] | undefined, field: string): number | undefined {
    for (const word of words ?? []) {
      const row = codeNamed(this.#book, table, word)
      if (row) return this.#numberOf(row, field)
    }
    return undefined
  }

  bureauOf(province: number, field: string): number {
    const row = tableAt(this.#book, 'bureau')?.find((one) => one.valid && one.province === province)
    return row ? this.#numberOf(row, field) : this.#missing('bureau', String(province), field)
  }

  #numberOf({ id, operationId, name }: CodeRow, field: string): number {
    const code = this.#operationIds ? (operationId ?? id) : id
    this.noted.push({ field, code, word: name })
    return code
  }

  #missing(table: TableName, word: string | undefined, field: string): number {
    if (word === undefined) {
      this.problems.push({ field, ours: false, message: { zh: '这一项还没有选', en: 'Nothing is chosen here yet' } })
      return 0
    }
    const told = tableAt(this.#book, table) !== undefined
    this.problems.push({
      field,
      ours: true,
      message: told
        ? { zh: `管局的代码表里没有“${word}”`, en: `The bureau’s tables have no code for “${word}”` }
        : { zh: '管局的代码表还没有下发', en: 'The bureau has not sent its code tables yet' },
    })
    return 0
  }
}
