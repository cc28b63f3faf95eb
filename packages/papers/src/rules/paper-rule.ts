import { cite, defineRule, type Rule, type Source } from '@yuming/rules'
import type { PaperFacts } from '../paper-facts.ts'

export type PaperRule = Rule<PaperFacts>

/** Day of the published lists that the rules follow, from which a rule is in force. */
const listDay = '2021-07-23'

/** What a picture of a paper must be. */
export const requirement: Source = cite('域名实名认证所需资料', '图片要求', { date: listDay })

/** Why pictures of papers were sent back. */
export const failure: Source = cite('域名实名认证失败原因及解决方案', '证件图片', { date: listDay })

/** Limits of our own, for the safety of the platform or because such a picture shows nothing. */
export const ownLimit: Source = cite('docs/papers.md', 'Limits', { date: '2026-11-24' })

type Usual = 'from' | 'severity' | 'field' | 'applies'

/** A rule of papers: refuses, in force since the lists, always applies, unless it says otherwise. */
export function paperRule(rule: Omit<PaperRule, Usual> & Partial<Pick<PaperRule, Usual>>): PaperRule {
  return defineRule<PaperFacts>({ from: listDay, severity: 'refuse', field: 'paper', applies: () => true, ...rule })
}
