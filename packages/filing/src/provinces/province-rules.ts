import { inForce } from '@yuming/rules'
import type { FilingRule } from '../rules/filing-rule.ts'
import { ageRules } from './makers/age.ts'
import { accessChangeRules, subjectChangeRules } from './makers/change.ts'
import { contactRules, localPhoneRules } from './makers/contact.ts'
import { contentRules, preApprovalRules, remarkRules } from './makers/content.ts'
import {
  certificateRules,
  holderRules,
  prefixRules,
  publicSuffixRules,
  suffixRules,
  validityRules,
} from './makers/domain.ts'
import { domainsPerSiteRules, orderLimitRules, serverLimitRules, totalRules } from './makers/limits.ts'
import { bannedWordRules, patternRules, siteNameRules } from './makers/names.ts'
import { documentRules, formRules, planRules, pledgeRules } from './makers/papers.ts'
import { serviceAdminRules, subjectPrincipalRules } from './makers/principal.ts'
import { addressMatchRules, footerRules, verificationRules } from './makers/sites.ts'
import { addressRules, foreignRules, investorRules, nonLocalRules, yearlyRules } from './makers/subject.ts'
import { type Province, type ProvinceTopic, provinceNamed, provinces } from './province-facts.ts'
import type { Maker } from './province-rule.ts'

/** What makes rules of a fact; a topic that is not here is only shown. */
const makers: Readonly<Partial<Record<ProvinceTopic, Maker>>> = {
  accessThenChange: accessChangeRules,
  address: addressRules,
  annualReview: yearlyRules,
  buildPlan: planRules,
  cloudResources: serverLimitRules,
  contactPhones: contactRules,
  document: documentRules,
  domainCertificate: certificateRules,
  domainHolder: holderRules,
  domainNamePrefix: prefixRules,
  domainTld: suffixRules,
  domainValidity: validityRules,
  domainsPerSite: domainsPerSiteRules,
  footer: footerRules,
  foreignPerson: foreignRules,
  investorField: investorRules,
  ipMatch: addressMatchRules,
  minAge: ageRules,
  nonLocalPerson: nonLocalRules,
  perOrderLimit: orderLimitRules,
  phoneLocal: localPhoneRules,
  pledge: pledgeRules,
  preApproval: preApprovalRules,
  publicBodyTld: publicSuffixRules,
  remark: remarkRules,
  serviceContent: contentRules,
  siteAdmin: serviceAdminRules,
  siteName: siteNameRules,
  siteNameBannedWords: bannedWordRules,
  siteNamePattern: patternRules,
  subjectChange: subjectChangeRules,
  subjectPrincipal: subjectPrincipalRules,
  totalLimit: totalRules,
  verification: verificationRules,
  verificationForm: formRules,
}

function made(province: Province): readonly FilingRule[] {
  return province.facts.flatMap((fact) => makers[fact.topic]?.(fact, province) ?? [])
}

const byCode = new Map(provinces.map((province) => [province.code, made(province)]))

/** Every checked rule of a province, past, present and future. @param code six digits */
export function provinceRules(code: string): readonly FilingRule[] {
  return byCode.get(code) ?? []
}

export const allProvinceRules: readonly FilingRule[] = [...byCode.values()].flat()

/** The checked rules of a province as they are on a day, or were (YYYY-MM-DD, China time). @param name code, name or character */
export function rulesOf(name: string, day: string): readonly FilingRule[] {
  const province = provinceNamed(name)
  return province === undefined ? [] : provinceRules(province.code).filter((rule) => inForce(rule, day))
}
