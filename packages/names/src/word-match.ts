/** How a protected word is looked for in a label. */
export interface WordRow {
  /** `inOrder`: its hyphen-separated characters, in that order, with at most a hyphen or digits between. */
  readonly match: string
  readonly forms: readonly string[]
  /** Labels, or hyphen-separated words of them, that are meant as another word. */
  readonly except?: readonly string[]
}

export type WordMatch = (label: string) => string | undefined

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patterns: Readonly<Record<string, (form: string, not: string) => string>> = {
  anywhere: (form, not) => not + escaped(form),
  word: (form, not) => `(?<![^-])${not}${escaped(form)}(?![^-])`,
  start: (form, not) => `(?<![^-])${not}${escaped(form)}`,
  inOrder: (form, not) => not + form.split('-').map(escaped).join('[0-9-]*'),
}

/** Compiles rows once; the match gives back what it found in the label. @throws on an unknown kind of match */
export function wordMatch(rows: readonly WordRow[]): WordMatch {
  const alternatives = rows.flatMap(({ match, forms, except = [] }) => {
    const pattern = patterns[match]
    if (!pattern) throw new Error(`no such match of words: ${match}`)
    const not = except.length === 0 ? '' : `(?!${except.map(escaped).join('|')})`
    return forms.map((form) => pattern(form, not))
  })
  if (alternatives.length === 0) return () => undefined
  const any = new RegExp(alternatives.join('|'), 'u')
  return (label) => any.exec(label)?.[0]
}
