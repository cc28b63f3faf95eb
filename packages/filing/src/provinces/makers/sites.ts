import { parseFilingNumber } from '../../model/filing-number.ts'
import { type Maker, provinceRule, said, states } from '../province-rule.ts'

/** ipMatch: filed sites resolve to what is filed. */
export const addressMatchRules: Maker = (fact, province) => [
  provinceRule(fact, province, {
    of: 'site',
    field: 'address',
    applies: ({ site }) => site.address !== undefined,
    holds: ({ site }) => site.address === 'as-filed',
    says: ({ site }) => ({
      zh: `${province.name}：${site.domain}解析的地址要与备案的相同`,
      en: `${province.english}: ${site.domain} resolves to the filed addresses`,
    }),
    remedy: { zh: '改解析，或变更接入信息', en: 'Change the DNS record, or the access in the filing' },
  }),
]

/** footer: which number stands in the footer. */
export const footerRules: Maker = (fact, province) => [
  provinceRule(fact, province, {
    of: 'site',
    field: 'footerNumber',
    applies: ({ site }) => site.footerNumber !== undefined,
    holds: ({ site }) => {
      const read = parseFilingNumber(site.footerNumber ?? '')
      return read !== undefined && (read.service !== undefined) === states(fact, 'suffix')
    },
    says: {
      zh: `${province.name}：底部写主体备案号，不带“-1”一类的序号`,
      en: `${province.english}: the footer has the number of the subject, without -1 or the like`,
    },
    remedy: { zh: '底部改成主体备案号', en: 'Put the number of the subject into the footer' },
  }),
]

/** verification: a province with a way of its own to check the principal. */
export const verificationRules: Maker = (fact, province) =>
  said(fact, 'way') !== 'bureau-app'
    ? []
    : [
        provinceRule(fact, province, {
          of: 'draft',
          field: 'verification.way',
          applies: ({ draft }) => draft.check.way !== undefined,
          holds: ({ draft }) => draft.check.way === 'bureau-app',
          says: {
            zh: `${province.name}：服务负责人要用管局自己的App做人脸核验`,
            en: `${province.english}: the principal is verified in the bureau’s own App`,
          },
          remedy: {
            zh: '装管局的App，由负责人本人在当地完成',
            en: 'The principal installs the bureau’s App and does it there',
          },
        }),
        provinceRule(fact, province, {
          part: 'PLACE',
          of: 'draft',
          field: 'verification.province',
          applies: ({ draft }) => draft.check.province !== undefined,
          holds: ({ draft }) => draft.check.province === province.name,
          says: {
            zh: `${province.name}：核验要在本市做`,
            en: `${province.english}: the check is done within the city`,
          },
          remedy: { zh: `到${province.name}再做`, en: `Do it in ${province.english}` },
        }),
        provinceRule(fact, province, {
          part: 'PHONE',
          of: 'draft',
          field: 'verification.phone',
          applies: ({ draft }) => draft.check.phone !== undefined,
          holds: ({ draft }) =>
            [draft.subject.principal, ...draft.services.map(({ principal }) => principal)].some(
              (person) => person?.phone === draft.check.phone,
            ),
          says: {
            zh: `${province.name}：核验用的手机要是备案里的号码`,
            en: `${province.english}: the check is done with the number that is filed`,
          },
          remedy: { zh: '换成备案里的手机', en: 'Use the filed number' },
        }),
      ]
