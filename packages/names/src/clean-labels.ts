import type { LabelFacts } from './name-facts.ts'
import type { SuffixFacts } from './suffix-facts.ts'
import type { WordList } from './word-lists.ts'

/**
 * What the rules of a bare label look at in a suffix of the general class: two suffixes that are the same here have the
 * same answer. undefined for a suffix whose own name, or whose holders, a rule looks at.
 */
function kindOf({
  class: group,
  known,
  policy,
  offer,
  restriction,
  licensed,
  variantTable,
}: SuffixFacts): string | undefined {
  if (group !== 'general' || restriction !== undefined || variantTable !== undefined) return undefined
  const { chineseLabels, latinLabels, minLength, maxLength, maxLengthChinese, variants } = policy
  return [
    known,
    chineseLabels,
    latinLabels,
    minLength,
    maxLength,
    maxLengthChinese,
    variants,
    offer?.register,
    offer?.flow,
    licensed?.value,
  ].join()
}

const kinds = new WeakMap<SuffixFacts, string | false>()

function kindOfSuffix(suffix: SuffixFacts): string | undefined {
  let kind = kinds.get(suffix)
  if (kind === undefined) {
    kind = kindOf(suffix) ?? false
    kinds.set(suffix, kind)
  }
  return kind === false ? undefined : kind
}

/** Kinds of suffix under which the label that was asked about last is without a finding. */
let label: LabelFacts | undefined
let day = ''
let lists: readonly WordList[] | undefined
let clean = new Set<string>()

/** Whether a label was found to be without a finding under another suffix of the same kind: a search asks about one label
 *  under hundreds of suffixes in a row. */
export function isKnownClean(of: LabelFacts, suffix: SuffixFacts, on: string, by?: readonly WordList[]): boolean {
  const kind = kindOfSuffix(suffix)
  // A list may be for some suffixes only.
  if (by?.some(({ suffixes }) => suffixes !== undefined)) return false
  return kind !== undefined && of === label && on === day && by === lists && clean.has(kind)
}

export function noteClean(of: LabelFacts, suffix: SuffixFacts, on: string, by?: readonly WordList[]): void {
  const kind = kindOfSuffix(suffix)
  if (kind === undefined) return
  if (of !== label || on !== day || by !== lists) {
    label = of
    day = on
    lists = by
    clean = new Set()
  }
  clean.add(kind)
}
