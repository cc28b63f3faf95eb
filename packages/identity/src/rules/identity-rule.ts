import { cite, defineRule, type Rule, type Source } from '@yuming/rules'
import type { IdentityFacts } from '../identity-facts.ts'

export type IdentityRule = Rule<IdentityFacts>

/** First day of the registration manual, from which a rule is in force unless it says otherwise. */
export const manualDay = '2021-01-19'
/** Day of the published lists of papers and failures. */
export const listDay = '2021-07-23'

export function manual(section: string): Source {
  return cite('域名注册（文档版本20210119）', section, { date: manualDay })
}

/** The manual of failed verification: transfer to a verified template, or verify again. */
export function failureManual(section: string): Source {
  return cite('域名实名认证失败的处理', section, { date: manualDay })
}

export function failureList(section: string): Source {
  return cite('域名实名认证失败原因及解决方案', section, { date: listDay })
}

export function paperList(section: string): Source {
  return cite('域名实名认证所需资料', section, { date: listDay })
}

/** How a mainland registrar asks for the fields of a template to be filled in. */
export function fillingStandard(section: string): Source {
  return cite('境内注册商乙的公开文档：域名实名认证填写规范', section, { date: '2022-11-01' })
}

type Usual = 'from' | 'severity' | 'applies'

/** A rule of identity: refuses, in force since the lists, always applies, unless it says otherwise. */
export function identityRule(rule: Omit<IdentityRule, Usual> & Partial<Pick<IdentityRule, Usual>>): IdentityRule {
  return defineRule<IdentityFacts>({ from: listDay, severity: 'refuse', applies: () => true, ...rule })
}
