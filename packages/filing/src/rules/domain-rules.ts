import { workingDayAfter } from '@yuming/identity'
import { cite } from '@yuming/rules'
import type { FilingCase } from '../facts/filing-facts.ts'
import { knows } from '../provinces/province-facts.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  noticeDay,
  providerA,
  providerB,
  providerDays,
} from './filing-rule.ts'

const registrations = guide('备案对域名的要求')

const syntax = filingRule({
  id: 'DOMAIN-FORM-01',
  of: 'domain',
  source: bureauInterface('1004 无效域名'),
  from: interfaceDay,
  field: 'name',
  holds: ({ domain }) =>
    domain.name.length >= 4 &&
    domain.name.length <= 128 &&
    domain.name.includes('.') &&
    domain.name.split('.').every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label)),
  says: ({ domain }) => ({
    zh: `“${domain.name.slice(0, 60)}”不是域名`,
    en: `“${domain.name.slice(0, 60)}” is no domain name`,
  }),
  remedy: { zh: '只填域名，不带http://和路径', en: 'Enter the name alone, without http:// or a path' },
})

const suffixApproved = filingRule({
  id: 'DOMAIN-SUFFIX-01',
  of: 'domain',
  source: registrations,
  field: 'suffixApproved',
  holds: ({ domain }) => domain.suffixApproved,
  says: ({ domain }) => ({
    zh: `${domain.name}的后缀没有得到工信部批复，不能备案`,
    en: `The suffix of ${domain.name} is not approved by the ministry and cannot be filed`,
  }),
  remedy: { zh: '换一个已批复后缀的域名', en: 'Use a name under an approved suffix' },
})

const registrarApproved = filingRule({
  id: 'DOMAIN-REGISTRAR-01',
  of: 'domain',
  source: registrations,
  field: 'registrarApproved',
  holds: ({ domain }) => (domain.registrarAbroad === true ? false : domain.registrarApproved),
  says: ({ domain }) => ({
    zh: `${domain.name}的注册商没有获批，或者在境外`,
    en: `The registrar of ${domain.name} is not approved, or is abroad`,
  }),
  remedy: {
    zh: '把域名转入获批的境内注册商，再备案',
    en: 'Transfer the name to an approved registrar on the mainland, then file',
  },
})

const internationalSite = filingRule({
  id: 'DOMAIN-SITE-01',
  of: 'domain',
  source: cite('域名注册（文档版本20210119）', '国际站注册的域名不能备案', { date: '2021-01-19' }),
  from: '2021-01-19',
  field: 'site',
  applies: ({ domain }) => domain.site !== undefined,
  holds: ({ domain }) => domain.site === 'china',
  says: ({ domain }) => ({
    zh: `${domain.name}在国际站注册，注册商在境外，不能备案`,
    en: `${domain.name} was registered on the international site, whose registrar is abroad: it cannot be filed`,
  }),
  remedy: {
    zh: '面向内地用户的网站，请在中国站注册域名，或转入境内注册商',
    en: 'For mainland users, register on the China site or transfer the name to a mainland registrar',
  },
})

const valid = filingRule({
  id: 'DOMAIN-VALID-01',
  of: 'domain',
  source: registrations,
  field: 'expiresOn',
  holds: ({ draft, domain }) => (domain.expiresOn === undefined ? undefined : domain.expiresOn >= draft.day),
  says: ({ domain }) => ({
    zh: `${domain.name}已过期（${domain.expiresOn ?? '…'}）`,
    en: `${domain.name} has expired (${domain.expiresOn ?? '…'})`,
  }),
  remedy: { zh: '先续费', en: 'Renew it first' },
})

/** Whole days that a domain is still valid; undefined while that is not known, or it has run out. */
function daysLeft({ draft, domain }: FilingCase): number | undefined {
  if (domain.expiresOn === undefined || domain.expiresOn < draft.day) return undefined
  return (Date.parse(domain.expiresOn) - Date.parse(draft.day)) / 86_400_000
}

const validForMonths = filingRule({
  id: 'DOMAIN-VALID-02',
  of: 'domain',
  source: providerB('域名有效期要在3个月以上'),
  from: providerDays.b,
  severity: 'advise',
  field: 'expiresOn',
  applies: (c) => daysLeft(c) !== undefined && !knows(c.draft.province, 'domainValidity', c.draft.day),
  holds: (c) => (daysLeft(c) ?? 0) > 90,
  says: ({ domain }) => ({
    zh: `${domain.name}剩余不到3个月，多数省不受理`,
    en: `${domain.name} has less than three months left, which most provinces do not take`,
  }),
  remedy: {
    zh: '续费后再提交，审核期间也不会到期',
    en: 'Renew it first, so that it does not run out during the review either',
  },
})

const validForDays = filingRule({
  id: 'DOMAIN-VALID-03',
  of: 'domain',
  source: cite('.cn域名注册规则的公开说明', '备案要求域名剩余有效期不少于45天', { date: '2026-09-01' }),
  from: '2026-09-01',
  field: 'expiresOn',
  applies: (c) => daysLeft(c) !== undefined,
  holds: (c) => (daysLeft(c) ?? 0) >= 45,
  says: ({ domain }) => ({ zh: `${domain.name}剩余不到45天`, en: `${domain.name} has fewer than 45 days left` }),
  remedy: { zh: '续费后再备案', en: 'Renew it, then file' },
})

const verified = filingRule({
  id: 'DOMAIN-IDENTITY-01',
  of: 'domain',
  source: registrations,
  field: 'verified',
  holds: ({ domain }) => (domain.verified === undefined ? undefined : domain.verified === 'verified'),
  says: ({ domain }) => ({ zh: `${domain.name}还没有实名认证`, en: `The holder of ${domain.name} is not verified` }),
  remedy: { zh: '先完成域名实名认证', en: 'Complete the real-name verification first' },
})

const reportedBefore2018 = filingRule({
  id: 'DOMAIN-IDENTITY-02',
  of: 'domain',
  source: providerA('未通过域名核验的原因：早期实名没有上报'),
  from: providerDays.a,
  field: 'verifiedOn',
  applies: ({ domain }) =>
    domain.verified === 'verified' && domain.verifiedOn !== undefined && domain.knownToMinistry !== true,
  holds: ({ domain }) => (domain.verifiedOn ?? '') >= noticeDay,
  says: ({ domain }) => ({
    zh: `${domain.name}在2018年以前实名，当时没有上报给工信部`,
    en: `${domain.name} was verified before 2018, when nothing was reported to the ministry`,
  }),
  remedy: { zh: '重新做一次实名认证，之后3个工作日再备案', en: 'Verify it again, and file three working days later' },
})

/** First day on which a verified domain is expected to be known: 3 full working days later, unless the ministry says so before. */
function expectedKnownOn(verifiedOn: string): { readonly day: string; readonly sure: boolean } {
  return workingDayAfter(verifiedOn, 3)
}

const knownToMinistry = filingRule({
  id: 'DOMAIN-KNOWN-01',
  of: 'domain',
  source: providerB('实名认证后等3到5个工作日，工信部才查得到'),
  from: noticeDay,
  field: 'knownToMinistry',
  applies: ({ domain }) =>
    domain.verified === 'verified' && (domain.verifiedOn === undefined || domain.verifiedOn >= noticeDay),
  holds: ({ draft, domain }) => {
    if (domain.knownToMinistry !== undefined) return domain.knownToMinistry
    if (domain.verifiedOn === undefined) return undefined
    return draft.day > expectedKnownOn(domain.verifiedOn).day ? undefined : false
  },
  says: ({ domain }) => ({
    zh: `${domain.name}已实名，工信部还没有收到`,
    en: `${domain.name} is verified, but the ministry does not know it yet`,
  }),
  remedy: ({ domain }) => {
    const until = domain.verifiedOn === undefined ? undefined : expectedKnownOn(domain.verifiedOn).day
    return {
      zh: `不用做什么：工信部回执一到就自动继续${until ? `，一般到${until}` : ''}`,
      en: `Nothing is to be done: it goes on by itself when the ministry has acknowledged${until ? `, usually by ${until}` : ''}`,
    }
  },
})

/** The domain of a service (S3-16…S3-20, S1-173, S1-175, S2-36). */
export const domainRules: readonly FilingRule[] = [
  syntax,
  suffixApproved,
  registrarApproved,
  internationalSite,
  valid,
  validForMonths,
  validForDays,
  verified,
  reportedBefore2018,
  knownToMinistry,
]
