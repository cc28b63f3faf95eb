import { type Field, mayBeUnknown } from './suffix-fields.ts'
import { fenOf, yuanOf } from './yuan.ts'

/** What stands in a field of the form; null: marked as not known, which an empty field is not. */
export type Typed = string | null

export type Value = string | number | boolean | readonly string[] | null

/** How a value of the catalogue is typed. */
export function typedOf({ input, name }: Field, value: unknown): Typed {
  if (value === null || value === undefined) return name === 'miitApprovedOn.is' ? 'on' : mayBeUnknown(name) ? null : ''
  if (input.as === 'yuan') return typeof value === 'number' ? yuanOf(value) : null
  if (input.as === 'words') return Array.isArray(value) ? value.join(' ') : null
  if (input.as === 'yes-no') return value === true ? 'yes' : 'no'
  return String(value)
}

/** The value that was typed; undefined when it is none of this field. */
export function readTyped({ input, name }: Field, typed: Typed): Value | undefined {
  if (typed === null) return mayBeUnknown(name) ? null : undefined
  const text = typed.trim()
  switch (input.as) {
    case 'yuan':
      return fenOf(text)
    case 'count':
      return countOf(text, input)
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'choice':
      return input.options.includes(text) ? text : undefined
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
    case 'words':
      return wordsOf(text, input)
    case 'text':
      return text !== '' && [...text].length <= input.most ? text : undefined
  }
}

/** Words of Han, small letters and digits, as the API takes them; none at all is an answer too. */
function wordsOf(text: string, { most, longest }: { most: number; longest: number }): readonly string[] | undefined {
  const words = [...new Set(text.split(/[\s、，,；;]+/u).filter((word) => word !== ''))]
  const fit = words.every((word) => /^[\p{Script=Han}a-z0-9]+$/u.test(word) && [...word].length <= longest)
  return fit && words.length <= most ? words : undefined
}

function countOf(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const digits = text.normalize('NFKC')
  const count = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN
  return count >= least && count <= most ? count : undefined
}
