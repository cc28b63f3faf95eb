import { foldVariants } from './variants/variant-index.ts'

/** How a protected word is looked for in a label. */
export interface WordRow {
  /**
   * `anywhere`, `start` of a hyphen-separated word, a whole `word`, `first` in the label; `inOrder`: its hyphen-separated
   * characters, in that order, with at most a hyphen or digits between.
   */
  readonly match: string
  readonly forms: readonly string[]
  /** Labels, or hyphen-separated words of them, that are meant as another word. */
  readonly except?: readonly string[]
}

/** What a word is looked for in. */
export interface WordText {
  readonly label: string
  /** The label by its variant index, so that a word is found in whatever form it is written (S1-30). */
  readonly folded: string
  readonly hasHan: boolean
}

export type WordMatch = (text: WordText) => string | undefined

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const latin = /^[a-z0-9-]*$/

const patterns: Readonly<Record<string, (form: string, not: string) => string>> = {
  anywhere: (form, not) => not + escaped(form),
  word: (form, not) => `(?<![^-])${not}${escaped(form)}(?![^-])`,
  start: (form, not) => `(?<![^-])${not}${escaped(form)}`,
  first: (form, not) => `^${not}${escaped(form)}`,
  inOrder: (form, not) => not + form.split('-').map(escaped).join('[0-9-]*'),
}

/** Compiles rows once; the match gives back what it found, as it stands in the label. @throws on an unknown kind of match */
export function wordMatch(rows: readonly WordRow[]): WordMatch {
  const alternatives = rows.flatMap(({ match, forms, except = [] }) => {
    const pattern = patterns[match]
    if (!pattern) throw new Error(`no such match of words: ${match}`)
    const not = except.length === 0 ? '' : `(?!${except.map(escaped).join('|')})`
    return forms.map((form) => ({ han: !latin.test(form), pattern: pattern(foldVariants(form), not) }))
  })
  const compiled = (chosen: typeof alternatives) =>
    chosen.length === 0 ? undefined : new RegExp(chosen.map(({ pattern }) => pattern).join('|'), 'u')
  const inHan = compiled(alternatives)
  const inLatin = compiled(alternatives.filter(({ han }) => !han))
  return (text) => {
    const found = (text.hasHan ? inHan : inLatin)?.exec(text.folded)
    return found ? asWritten(text, found.index, found[0]) : undefined
  }
}

/** Keeps the last answer: several rules ask the same of one label, and a search asks of it under hundreds of suffixes. */
export function remembered(find: WordMatch): WordMatch {
  let last: { readonly folded: string; readonly label: string; readonly found: string | undefined } | undefined
  return (text) => {
    if (last?.folded !== text.folded || last.label !== text.label)
      last = { folded: text.folded, label: text.label, found: find(text) }
    return last.found
  }
}

/** A piece of the folded form, in the characters of the label: they stand at the same places, counted in code points. */
function asWritten({ label, folded }: WordText, start: number, piece: string): string {
  if (label === folded) return piece
  const before = [...folded.slice(0, start)].length
  return [...label].slice(before, before + [...piece].length).join('')
}

/** A text by itself, for words to be looked for in it. */
export function wordText(label: string): WordText {
  return { label, folded: foldVariants(label), hasHan: !latin.test(label) }
}
