import type { NameFacts } from './name-facts.ts'
import { certificateDateRules } from './rules/certificate-dates.ts'
import { chineseLabelRules } from './rules/chinese-label.ts'
import { cnZoneRules } from './rules/cn-zones.ts'
import { filingRules } from './rules/filing.ts'
import { generalLabelRules } from './rules/general-label.ts'
import { historyRules } from './rules/history.ts'
import { hkRules } from './rules/hk.ts'
import { cnnicHolderRules, govRules, matrixHolderRules } from './rules/holder.ts'
import { addressLeftOut, readAsOther, wwwLeftOut } from './rules/input.ts'
import type { NameRule } from './rules/name-rule.ts'
import { orderWordRules } from './rules/order-words.ts'
import { personalNameRules } from './rules/personal-name.ts'
import { protectedWordRules } from './rules/protected-words.ts'
import { suffixLabelRules } from './rules/suffix-label.ts'
import { suffixOfferRules } from './rules/suffix-offer.ts'
import { variantRules } from './rules/variants.ts'
import type { SuffixClass } from './suffix-facts.ts'
import { type WordList, wordListRule } from './word-lists.ts'

interface Group {
  readonly rules: readonly NameRule[]
  /** Suffix classes that the rules can apply to; absent for all. */
  readonly classes?: readonly SuffixClass[]
  /** The rules look at circumstances, and have nothing to say where none are given. */
  readonly circumstances?: true
}

const groups: readonly Group[] = [
  { rules: [addressLeftOut, wwwLeftOut, readAsOther], circumstances: true },
  { rules: historyRules },
  { rules: suffixOfferRules },
  { rules: generalLabelRules },
  { rules: chineseLabelRules },
  { rules: variantRules },
  { rules: suffixLabelRules },
  { rules: cnZoneRules, classes: ['cnnic', 'cn-category', 'cn-province'] },
  { rules: hkRules, classes: ['hk', 'hk-third'] },
  { rules: personalNameRules, classes: ['personal-name'] },
  { rules: protectedWordRules },
  { rules: orderWordRules },
  { rules: filingRules, circumstances: true },
  { rules: cnnicHolderRules, classes: ['cnnic', 'cn-category', 'cn-province'], circumstances: true },
  { rules: matrixHolderRules, circumstances: true },
  { rules: govRules, classes: ['gov-cn'] },
  { rules: certificateDateRules, circumstances: true },
]

/** Every rule of names, past, present and future (S1-11…S1-25, S1-29…S1-57, S2-36). */
export const nameRules: readonly NameRule[] = groups.flatMap(({ rules }) => rules)

const withLists = new WeakMap<readonly WordList[], readonly NameRule[]>()

/** The rules of names and those of the operator's word lists; made once for one array of lists. */
export function nameRulesWith(lists: readonly WordList[] | undefined): readonly NameRule[] {
  if (lists === undefined || lists.length === 0) return nameRules
  const found = withLists.get(lists)
  if (found) return found
  const made = [...nameRules, ...lists.map(wordListRule)]
  withLists.set(lists, made)
  return made
}

type Shape = Pick<NameFacts, 'tidy' | 'hasHan'>
type ByRules = WeakMap<readonly NameRule[], readonly NameRule[]>
const ofShape = [0, 1, 2, 3].map(() => new Map<SuffixClass, ByRules>())

/** Those of the rules that can have anything to say of a bare label of this shape under a suffix of the class; made once. */
export function labelRulesFor(
  suffixClass: SuffixClass,
  { tidy, hasHan }: Shape,
  rules: readonly NameRule[],
): readonly NameRule[] {
  const ofClass = ofShape[(tidy ? 1 : 0) + (hasHan ? 2 : 0)] as Map<SuffixClass, ByRules>
  const made: ByRules = ofClass.get(suffixClass) ?? new WeakMap()
  const found = made.get(rules)
  if (found) return found
  const silent = new Set(
    groups
      .filter(({ classes, circumstances }) => circumstances || classes?.includes(suffixClass) === false)
      .flatMap((group) => group.rules),
  )
  const chosen = rules.filter(
    (rule) => !silent.has(rule) && !(rule.only === 'untidy' && tidy) && !(rule.only === 'han' && !hasHan),
  )
  made.set(rules, chosen)
  ofClass.set(suffixClass, made)
  return chosen
}
