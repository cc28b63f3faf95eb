import { hanVariants } from './han-variants.ts'
import type { VariantTable } from './table.ts'

const letters = /^[a-z0-9-]*$/

/**
 * The index label of a label (S1-30): each character replaced by the smallest code point of its variant set. Two labels are
 * one name (简繁体等效) exactly when their index labels are equal. The label must be folded; undefined when a character is
 * outside the table's repertoire.
 */
export function variantIndex(label: string, table: VariantTable = hanVariants()): string | undefined {
  if (letters.test(label)) return label
  let index = ''
  for (const character of label) {
    const point = character.codePointAt(0) ?? 0
    if (!table.has(point)) return undefined
    index += String.fromCodePoint(table.indexOf(point))
  }
  return index
}

/** The same for any text: what the table does not know stays as it is. For words that are looked for, not for names. */
export function foldVariants(text: string, table: VariantTable = hanVariants()): string {
  if (letters.test(text)) return text
  let folded = ''
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    folded += String.fromCodePoint(table.indexOf(point) || point)
  }
  return folded
}

/** Whether every character may be in a Chinese label at all. */
export function inRepertoire(label: string, table: VariantTable = hanVariants()): boolean {
  for (const character of label) if (!table.has(character.codePointAt(0) ?? 0)) return false
  return true
}
