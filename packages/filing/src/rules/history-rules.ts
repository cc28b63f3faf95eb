import { type FilingRule, filingRule, guide } from './filing-rule.ts'

/** Of the days before the guide only single rules are known: what they let through was not allowed by that alone. */
const notCollected = filingRule({
  id: 'FILING-HISTORY-01',
  of: 'draft',
  source: guide('备案规则的最早一份说明'),
  from: '0001-01-01',
  until: '2018-05-20',
  field: 'day',
  leftOut: () => false,
  holds: () => undefined,
  says: {
    zh: '2018-05-21以前的备案规则没有收全，不能断定当时可以备案',
    en: 'The rules of the days before 2018-05-21 are not all known here, so it cannot be said that it could be filed',
  },
  remedy: { zh: '查当时的文件，或改问之后的日子', en: 'Consult the texts of that time, or ask about a later day' },
})

/** Days of which too little is known. */
export const historyRules: readonly FilingRule[] = [notCollected]
