import type { Suffix } from '../../api/types.ts'
import type { Shape } from '../../design/state.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'

/** What may be done with names under a suffix here, in a shape and a word. */
export function stateOfSuffix({ sold, supports }: Pick<Suffix, 'sold' | 'supports'>): { shape: Shape; text: TextKey } {
  if (supports.register) return { shape: 'ok', text: 'operator.state.register' }
  if (sold) return { shape: 'run', text: 'operator.state.keep' }
  return { shape: 'off', text: 'operator.state.none' }
}

export type Sold = 'sold' | 'not-sold' | 'all'

/** The suffixes whose name or meaning has the text in it; those that begin with it come first. */
export function findSuffixes(suffixes: readonly Suffix[], text: string, sold: Sold): Suffix[] {
  const wanted = text
    .normalize('NFKC')
    .trim()
    .replace(/^[.。]/, '')
    .toLowerCase()
  const names = ({ suffix, ascii }: Suffix) => [suffix, ascii]
  return suffixes
    .filter((each) => sold === 'all' || each.sold === (sold === 'sold'))
    .filter(
      (each) =>
        wanted === '' ||
        [...names(each), each.meaning.zh, each.meaning.en.toLowerCase()].some((value) => value.includes(wanted)),
    )
    .toSorted((a, b) => rank(names(a), wanted) - rank(names(b), wanted))
}

function rank(names: readonly string[], wanted: string): number {
  if (wanted === '') return 0
  return names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2
}
