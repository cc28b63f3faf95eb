import { type Explanation, ruleBook, type Topic } from '@yuming/rules'
import { nameFacts } from '../name-facts.ts'
import { nameRulesWith } from '../name-rules.ts'
import { suffixesKnownHere } from '../suffix-facts.ts'
import { factFields } from './fact-fields.ts'
import { type NamesSource, readNameFacts } from './read-facts.ts'

const sample = nameFacts('…', '…', '2026-11-23', {
  suffixPolicy: { chineseLabels: false, latinLabels: false, minLength: 3, maxLength: 63, maxLengthChinese: 15 },
  certificate: { issuedOn: '2026-11-20', endsOn: '2026-12-31' },
})

/** The rules of names as a topic that anyone may ask, over the suffixes and the word lists of a shop. */
export function namesTopicOver(source: NamesSource): Topic {
  return ruleBook({
    topic: 'names',
    title: { zh: '域名命名与持有资格', en: 'What a name may be and who may hold it' },
    reviewedOn: '2026-11-24',
    facts: factFields,
    rules: nameRulesWith(source.wordLists),
    sample,
    readFacts: (stated, day) => readNameFacts(stated, day, source),
  })
}

/** The same over what this package knows by itself: no shop, so nothing is said of what can be ordered. */
export const namesTopic: Topic = namesTopicOver({ on: () => suffixesKnownHere })

/** Verdict and findings for stated facts, by the rules of their day or else of `day` (YYYY-MM-DD, China time). Never throws. */
export function explainNames(facts: unknown, day: string): Explanation {
  return namesTopic.explain(facts, day)
}
