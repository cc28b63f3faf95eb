import { cite, defineRule, type Rule, type Source } from '@yuming/rules'
import type { NameFacts } from '../name-facts.ts'
import type { SuffixPolicy } from '../suffix-labels.ts'

export interface NameRule extends Rule<NameFacts> {
  /** Labels that the rule can have anything to say of, so that a search need not ask it of others; absent for all. */
  readonly only?: 'untidy' | 'han'
}

/** First day of the naming manual, from which a rule is in force unless it says otherwise. */
const manualDay = '2021-01-19'

/** A section of the naming manual. */
export function naming(section: string): Source {
  return cite('域名命名规则（域名注册说明）', section, { date: manualDay })
}

/** A section of the registration manual. */
export function manual(section: string): Source {
  return cite('域名注册（文档版本20210119）', section, { date: manualDay })
}

/** Where the value is from that a suffix has in this field; that nobody has one is found in our own notes. */
export function sourceOf(field: keyof SuffixPolicy): (facts: NameFacts) => Source {
  return ({ suffix }) => suffix.sources[field] ?? notRecorded
}

const notRecorded = cite('后缀资料（本项目整理）', '没有记载')

type Usual = 'from' | 'severity' | 'field' | 'applies'

/** A rule of names: refuses, looks at the label, in force since the manual, always applies, unless it says otherwise. */
export function nameRule(rule: Omit<NameRule, Usual> & Partial<Pick<NameRule, Usual>>): NameRule {
  return defineRule<NameFacts>({ from: manualDay, severity: 'refuse', field: 'label', applies: always, ...rule })
}

const always = () => true
