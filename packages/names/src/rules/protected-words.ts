import words from '../../data/words.json' with { type: 'json' }
import { holderFits } from '../holder-fits.ts'
import type { NameFacts } from '../name-facts.ts'
import { remembered, wordMatch, wordText } from '../word-match.ts'
import { type NameRule, nameRule, naming } from './name-rule.ts'

const nationWord = remembered(wordMatch(words.nation.words))
const atStart = remembered(
  wordMatch(
    words.nation.words.flatMap(({ match, forms }) => (match === 'anywhere' ? [{ match: 'first', forms }] : [])),
  ),
)

/** Chinese names under the four suffixes that begin with the word have a notice of the registry of their own (S1-53). */
function begins(facts: NameFacts): boolean {
  return facts.hasHan && facts.suffix.class === 'cnnic' && atStart(facts) !== undefined
}

/** Whether the holder is the body that the label names: undefined when the facts do not tell. A person never is. */
function entitled({ given, label }: NameFacts): boolean | undefined {
  if (given.holderType === 'person') return false
  return given.holderName
    ? holderFits(label, given.holderName, (text) => nationWord(wordText(text)) !== undefined)
    : undefined
}

const hasWord = (facts: NameFacts) => nationWord(facts) !== undefined

const wrongHolder = {
  zh: '由名称相符的单位注册，或换一个名字',
  en: 'Let the organisation of that name register it, or choose another name',
}

const nationWordAdvice = nameRule({
  id: 'NAME-NATION-01',
  source: naming('2.1 “中国”等词'),
  severity: 'advise',
  applies: (facts) => hasWord(facts) && !begins(facts),
  // Entitlement is decided by the naming review, so the order may go on; a review that fails ends in a refund or a loss.
  holds: (facts) => entitled(facts) !== undefined,
  says: (facts) => ({
    zh: `含“${nationWord(facts) ?? '…'}”：只有名称相符的单位能通过命名审核`,
    en: `It has “${nationWord(facts) ?? '…'}”: only the organisation of that name passes the naming review`,
  }),
  remedy: { zh: '由该单位注册，或换一个名字', en: 'Let that organisation register it, or choose another name' },
})

const nationWordHolder = nameRule({
  id: 'NAME-NATION-02',
  source: naming('2.1 “中国”等词'),
  field: 'holder',
  applies: (facts) => hasWord(facts) && !begins(facts),
  holds: (facts) => entitled(facts) !== false,
  says: (facts) => ({
    zh: `含“${nationWord(facts) ?? '…'}”，而持有者不是名称相符的单位，命名审核不会通过`,
    en: `It has “${nationWord(facts) ?? '…'}”, and the holder is not the organisation of that name: it would fail the naming review`,
  }),
  remedy: wrongHolder,
})

const nationStartAdvice = nameRule({
  id: 'NAME-NATION-03',
  only: 'han',
  scope: 'suffix:.cn .中国 .公司 .网络',
  source: naming('2.1 CNNIC命名审核通知'),
  severity: 'advise',
  applies: begins,
  holds: (facts) => entitled(facts) !== undefined,
  says: (facts) => ({
    zh: `以“${atStart(facts) ?? '…'}”开头：只有名称相符的单位能注册；资质审核通过后才能使用，不通过会被注册局直接删除`,
    en: `It begins with “${atStart(facts) ?? '…'}”: only the organisation of that name may register it. It works after the qualification review; where that fails, the registry deletes it`,
  }),
  remedy: {
    zh: '由该单位注册，并在5天内提交实名材料',
    en: 'Let that organisation register it and hand in its papers within 5 days',
  },
})

const nationStartHolder = nameRule({
  id: 'NAME-NATION-04',
  only: 'han',
  scope: 'suffix:.cn .中国 .公司 .网络',
  source: naming('2.1 CNNIC命名审核通知'),
  field: 'holder',
  applies: begins,
  holds: (facts) => entitled(facts) !== false,
  says: (facts) => ({
    zh: `以“${atStart(facts) ?? '…'}”开头，而持有者不是名称相符的单位，注册局会直接删除`,
    en: `It begins with “${atStart(facts) ?? '…'}”, and the holder is not the organisation of that name: the registry would delete it`,
  }),
  remedy: wrongHolder,
})

const insideForms = words.nationInside.forms.join('|')
const insideAtAll = new RegExp(insideForms, 'u')
// An exception that is met first takes its letters with it.
const inside = new RegExp(`${words.nationInside.except.join('|')}|(${insideForms})`, 'gu')

/** The word in the middle of another, or taken apart by hyphens. */
const hiddenWord = remembered((text) => {
  if (!text.hasHan) {
    if (!insideAtAll.test(text.label)) return undefined
    for (const [, found] of text.label.matchAll(inside)) if (found !== undefined) return found
    return undefined
  }
  return text.label.includes('-') ? nationWord(wordText(text.label.replaceAll('-', ''))) : undefined
})

/** Whether it means the country there, only a reader can tell: never more than an advice (S1-36, S1-41). */
const nationWordHidden = nameRule({
  id: 'NAME-NATION-05',
  source: naming('2.1 “中国”等词'),
  severity: 'advise',
  applies: (facts) => !hasWord(facts) && hiddenWord(facts) !== undefined,
  holds: (facts) => entitled(facts) === true,
  says: (facts) => ({
    zh: `里面有“${hiddenWord(facts) ?? '…'}”：如果指的是中国或国家，只有名称相符的单位能通过命名审核`,
    en: `“${hiddenWord(facts) ?? '…'}” stands in it: where that means China or the nation, only the organisation of that name passes the naming review`,
  }),
  remedy: { zh: '不是这个意思就不用改', en: 'Leave it where that is not what it means' },
})

export const protectedWordRules: readonly NameRule[] = [
  nationWordAdvice,
  nationWordHolder,
  nationStartAdvice,
  nationStartHolder,
  nationWordHidden,
]
