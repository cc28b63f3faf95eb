import { cite, defineRule, type Rule, type Source } from '@yuming/rules'
import type { FilingCase, Level } from '../facts/filing-facts.ts'

export interface FilingRule extends Rule<FilingCase> {
  /** What it is asked about; its field is within that. */
  readonly of: Level
}

/** Day of the guide “how to file” (S3) and of the guide to second-level names (S2), as far as they tell one. */
export const guideDay = '2018-05-21'
/** Day from which the public pages of a provider tell a rule. */
export const providerDays = { a: '2019-09-01', b: '2025-12-31', c: '2021-01-01' } as const

export function guide(section: string): Source {
  return cite('如何备案', section, { date: '2018' })
}

export function secondLevelGuide(section: string): Source {
  return cite('二级域名备案说明', section)
}

/** Public pages of mainland access providers, 2019, 2025 and 2021 to 2023. */
export function providerA(section: string): Source {
  return cite('境内接入商甲的公开文档：网站备案', section, { date: '2019-09' })
}
export function providerB(section: string): Source {
  return cite('境内接入商乙的公开文档：备案知识库', section, { date: '2025-12-31' })
}
export function providerC(section: string): Source {
  return cite('境内接入商丙的公开文档：网站备案', section, { date: '2023' })
}
export function bureauInterface(section: string): Source {
  return cite('备案管理系统企业接口规范3.0', section, { date: '2013-10' })
}
/** First day of the ministry's notice on who may hold the domain of a service. */
export const noticeDay = '2018-01-01'

/** First day of interface 3.0. */
export const interfaceDay = '2013-10-01'

type Usual = 'from' | 'severity' | 'applies'

/**
 * A rule of filing: refuses, in force since the guide, always applies, unless it says otherwise. Where it cannot tell, it
 * is not asked while the draft is being written, and is not known in the check before submission.
 */
export function filingRule(rule: Omit<FilingRule, Usual> & Partial<Pick<FilingRule, Usual>>): FilingRule {
  return Object.freeze({
    ...defineRule<FilingCase>({
      from: guideDay,
      severity: 'refuse',
      applies: () => true,
      leftOut: ({ draft }) => !draft.complete,
      ...rule,
    }),
    of: rule.of,
  })
}
