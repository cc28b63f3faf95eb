import { type Form, hasHan, type SuffixFact } from './suggestion.ts'

/** The points that a suggestion can earn. Their sum is its score; nothing else moves it. */
export const weights = {
  /** How near the label is to what was searched. */
  closeness: 60,
  /** Short labels: all points up to 4 letters, none from 24 on. A Chinese character counts as two and a half letters. */
  brevity: 15,
  /** The label's script is that of the word searched. */
  sameScript: 4,
  /** Label and suffix go together: Latin under Latin, Chinese under Chinese, and nearly so Chinese under cn. */
  suffixScript: 12,
  /** The lower the price of a year, the more: all at 0, none from 200 yuan on or when not known. */
  price: 6,
  /** The first of the popular suffixes has all, the thirtieth none. */
  popular: 14,
  /** Taken off for each better suffix under which the same label is offered already. */
  sameLabel: -9,
  /** Taken off for each nearer label of the same kind. */
  sameKind: -2,
} as const

const dearFen = 20_000

/** Points of a label under a suffix, before anything is taken off for likeness to other suggestions. */
export function pointsOf(word: string, form: Form, fact: SuffixFact): number {
  const han = hasHan(form.label)
  const letters = [...form.label].reduce((sum, letter) => sum + (hasHan(letter) ? 2.5 : 1), 0)
  return (
    weights.closeness * form.closeness +
    weights.brevity * within(1 - (letters - 4) / 20) +
    (han === hasHan(word) ? weights.sameScript : 0) +
    weights.suffixScript * fitOf(han, fact.suffix) +
    (fact.priceFen === null ? 0 : weights.price * within(1 - fact.priceFen / dearFen)) +
    weights.popular * within(1 - fact.rank / 30)
  )
}

function fitOf(han: boolean, suffix: string): number {
  if (han === hasHan(suffix)) return 1
  return han && suffix === 'cn' ? 0.8 : 0
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share))
}
