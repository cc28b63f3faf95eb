import words from '../../data/words.json' with { type: 'json' }
import { holderFits } from '../holder-fits.ts'
import type { NameFacts } from '../name-facts.ts'
import { wordMatch } from '../word-match.ts'
import { type NameRule, nameRule, naming } from './name-rule.ts'

const nationWord = wordMatch(words.nation.words)
const atStart = new RegExp(
  `^(?:${words.nation.words.flatMap(({ match, forms }) => (match === 'anywhere' ? forms : [])).join('|')})`,
  'u',
)

/** Chinese names under the four suffixes that begin with the word have a notice of the registry of their own (S1-53). */
function begins({ suffix, label }: NameFacts): boolean {
  return suffix.class === 'cnnic' && atStart.test(label)
}

/** Whether the holder is the body that the label names: undefined when the facts do not tell. A person never is. */
function entitled({ given, label }: NameFacts): boolean | undefined {
  if (given.holderType === 'person') return false
  return given.holderName ? holderFits(label, given.holderName, (text) => nationWord(text) !== undefined) : undefined
}

const hasWord = ({ label }: NameFacts) => nationWord(label) !== undefined

const wrongHolder = {
  zh: '由名称相符的单位注册，或换一个名字',
  en: 'Let the organisation of that name register it, or choose another name',
}

const nationWordAdvice = nameRule({
  id: 'NAME-NATION-01',
  source: naming('2.1 “中国”等词'),
  severity: 'advise',
  applies: (facts) => !begins(facts) && entitled(facts) === undefined,
  // Entitlement is decided by the naming review, so the order may go on; a review that fails ends in a refund or a loss.
  holds: (facts) => !hasWord(facts),
  says: ({ label }) => ({
    zh: `含“${nationWord(label) ?? '…'}”：只有名称相符的单位能通过命名审核`,
    en: `It has “${nationWord(label) ?? '…'}”: only the organisation of that name passes the naming review`,
  }),
  remedy: { zh: '由该单位注册，或换一个名字', en: 'Let that organisation register it, or choose another name' },
})

const nationWordHolder = nameRule({
  id: 'NAME-NATION-02',
  source: naming('2.1 “中国”等词'),
  field: 'holder',
  applies: (facts) => !begins(facts) && entitled(facts) === false,
  holds: (facts) => !hasWord(facts),
  says: ({ label }) => ({
    zh: `含“${nationWord(label) ?? '…'}”，而持有者不是名称相符的单位，命名审核不会通过`,
    en: `It has “${nationWord(label) ?? '…'}”, and the holder is not the organisation of that name: it would fail the naming review`,
  }),
  remedy: wrongHolder,
})

const nationStartAdvice = nameRule({
  id: 'NAME-NATION-03',
  scope: 'suffix:.cn .中国 .公司 .网络',
  source: naming('2.1 CNNIC命名审核通知'),
  severity: 'advise',
  applies: (facts) => begins(facts) && entitled(facts) === undefined,
  holds: () => false,
  says: ({ label }) => ({
    zh: `以“${atStart.exec(label)?.[0] ?? '…'}”开头：只有名称相符的单位能注册；资质审核通过后才能使用，不通过会被注册局直接删除`,
    en: `It begins with “${atStart.exec(label)?.[0] ?? '…'}”: only the organisation of that name may register it. It works after the qualification review; where that fails, the registry deletes it`,
  }),
  remedy: {
    zh: '由该单位注册，并在5天内提交实名材料',
    en: 'Let that organisation register it and hand in its papers within 5 days',
  },
})

const nationStartHolder = nameRule({
  id: 'NAME-NATION-04',
  scope: 'suffix:.cn .中国 .公司 .网络',
  source: naming('2.1 CNNIC命名审核通知'),
  field: 'holder',
  applies: (facts) => begins(facts) && entitled(facts) === false,
  holds: () => false,
  says: ({ label }) => ({
    zh: `以“${atStart.exec(label)?.[0] ?? '…'}”开头，而持有者不是名称相符的单位，注册局会直接删除`,
    en: `It begins with “${atStart.exec(label)?.[0] ?? '…'}”, and the holder is not the organisation of that name: the registry would delete it`,
  }),
  remedy: wrongHolder,
})

export const protectedWordRules: readonly NameRule[] = [
  nationWordAdvice,
  nationWordHolder,
  nationStartAdvice,
  nationStartHolder,
]
