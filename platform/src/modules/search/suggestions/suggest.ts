import { simplifiedForm } from '@yuming/names'
import { brandSuffixes, suits } from './brand-suffixes.ts'
import { chineseForms } from './chinese-forms.ts'
import { tradeOfChinese } from './chinese-parts.ts'
import { latinForms, tradeOfLatin } from './latin-forms.ts'
import type { Lexicon } from './lexicon.ts'
import { pointsOf, weights } from './rank.ts'
import { type Form, hasHan, type SuffixFact, type Suggestion } from './suggestion.ts'

export interface SuggestRequest {
  /** One label as it was searched, in Unicode and without a suffix. */
  readonly word: string
  /** Suffixes of the search; the word itself is answered under them already. With none, the popular ones are taken. */
  readonly chosen: readonly string[]
  readonly facts: readonly SuffixFact[]
  readonly limit: number
  /** What two labels that count as one share, such as the index of their variants. */
  readonly key: (label: string) => string
  /** The platform's naming rules: whether the label may be registered under the suffix by anybody at all. */
  readonly accepts: (label: string, suffix: string) => boolean
}

/** Suffixes that a near label is offered under, at most. */
const targetsAtMost = 8
/** Labels beside the word itself; the rest would never reach a list that people read. */
const formsAtMost = 60

/**
 * Names near a searched word, best first (S1-58), and the word itself under further suffixes (S1-59). The same request
 * gives the same answer; no name is given twice, and none that was searched. Whether they are free is not known here.
 */
export function suggest(request: SuggestRequest, lexicon: Lexicon): Suggestion[] {
  const { chosen, facts, limit, key, accepts } = request
  const word = request.word.normalize('NFC').toLowerCase()
  if (word === '' || limit <= 0) return []
  const han = hasHan(word)
  // The dictionaries are in simplified characters: 重慶 is read chongqing only as 重庆.
  const read = han ? simplified(word) : word
  const trade = han ? tradeOfChinese(read, lexicon) : tradeOfLatin(word, lexicon)
  const near = distinct(han ? chineseForms(read, lexicon) : latinForms(word, lexicon), word, key)
  const targets = targetsOf(chosen, facts)
  const found = [
    ...brandSuffixes(word, { chosen, facts, trade }).map((fact, place) =>
      under(word, itself(word, place), fact, place),
    ),
    ...near.flatMap(({ form, place }) =>
      targets
        .filter((fact) => suits(form.label, fact))
        .map((fact, sameLabel) => under(word, form, fact, place, sameLabel)),
    ),
  ].sort((a, b) => b.score - a.score || compare(a.label, b.label) || compare(a.suffix, b.suffix))
  const accepted: Suggestion[] = []
  for (const suggestion of found) {
    if (accepted.length >= limit) break
    if (accepts(suggestion.label, suggestion.suffix)) accepted.push(suggestion)
  }
  return accepted
}

// By character: one that has several forms, or a letter beside it, stays as it is.
function simplified(word: string): string {
  return [...word]
    .map((character) => (hasHan(character) ? (simplifiedForm(character) ?? character) : character))
    .join('')
}

function itself(label: string, place: number): Form {
  const why = { zh: '同名的其他后缀，保护品牌', en: 'the same name elsewhere, to protect the brand' }
  return { label, kind: 'suffix', why, closeness: 1 - Math.min(0.5, place * 0.05) }
}

function under(word: string, form: Form, fact: SuffixFact, sameKind: number, sameLabel = 0): Suggestion {
  const points = pointsOf(word, form, fact) + weights.sameKind * sameKind + weights.sameLabel * sameLabel
  return { label: form.label, suffix: fact.suffix, kind: form.kind, why: form.why, score: Math.round(points) }
}

/** The nearest form of each label, with its place among those of its kind. */
function distinct(
  forms: readonly Form[],
  word: string,
  key: (label: string) => string,
): { form: Form; place: number }[] {
  const taken = new Set([key(word)])
  const places = new Map<string, number>()
  const kept: { form: Form; place: number }[] = []
  for (const form of [...forms].sort((a, b) => b.closeness - a.closeness || compare(a.label, b.label))) {
    if (!isLabel(form.label) || taken.has(key(form.label))) continue
    taken.add(key(form.label))
    const place = places.get(form.kind) ?? 0
    places.set(form.kind, place + 1)
    kept.push({ form, place })
    if (kept.length >= formsAtMost) break
  }
  return kept
}

// What nobody would type is not offered; the naming rules are asked after this.
const longestLatin = 28
const longestHan = 12

function isLabel(label: string): boolean {
  return hasHan(label) ? label.length <= longestHan : /^[a-z0-9-]{2,}$/.test(label) && label.length <= longestLatin
}

function targetsOf(chosen: readonly string[], facts: readonly SuffixFact[]): SuffixFact[] {
  const wanted = chosen.length > 0 ? facts.filter(({ suffix }) => chosen.includes(suffix)) : facts
  return [...wanted].sort((a, b) => a.rank - b.rank || compare(a.suffix, b.suffix)).slice(0, targetsAtMost)
}

// By code unit, not by locale: the order must be the same on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
