/** A positive xs:long in decimal digits. Numbers made by a bureau may exceed what a JavaScript number holds. */
export type Id = string

const largest = 2n ** 63n - 1n

export function isId(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= largest
}

/** The three names of one thing: ours (unique for life), the bureau's, and the number that people see. */
export interface Ids {
  /** Made by the reporting enterprise. */
  readonly id?: Id
  /** Made by the bureau; known from the first published filing on. */
  readonly bureauId?: Id
  /** 备案号 */
  readonly filingNumber?: string
}
