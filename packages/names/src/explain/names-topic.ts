import { type Explanation, ruleBook, type Topic } from '@yuming/rules'
import { nameFacts } from '../name-facts.ts'
import { nameRules } from '../name-rules.ts'
import { factFields } from './fact-fields.ts'
import { readNameFacts } from './read-facts.ts'

/** The rules of names as a topic that anyone may ask. */
export const namesTopic: Topic = ruleBook({
  topic: 'names',
  title: { zh: '域名命名与持有资格', en: 'What a name may be and who may hold it' },
  reviewedOn: '2026-11-24',
  facts: factFields,
  rules: nameRules,
  sample: nameFacts('…', '…', '2026-11-23', {
    suffixPolicy: { chineseLabels: false, latinLabels: false, minLength: 3, maxLength: 63, maxLengthChinese: 15 },
    certificate: { issuedOn: '2026-11-20', endsOn: '2026-12-31' },
  }),
  readFacts: readNameFacts,
})

/** Verdict and findings for stated facts, by the rules of their day or else of `day` (YYYY-MM-DD, China time). Never throws. */
export function explainNames(facts: unknown, day: string): Explanation {
  return namesTopic.explain(facts, day)
}
