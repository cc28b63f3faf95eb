import type { FilingCase } from '../../facts/filing-facts.ts'
import { ageOf, hasPaper, isForeign, isMan, samePerson, servicePrincipals } from '../../facts/people.ts'
import { bringsService } from '../../model/order-types.ts'
import { figure, type Maker, provinceRule, said, states, words } from '../province-rule.ts'

const subjectPrincipal = ({ role }: FilingCase): boolean => role === 'subject'
const stated = ({ person }: FilingCase): boolean => person.legalRepresentative !== undefined
const authorised = ({ draft }: FilingCase): boolean | undefined => hasPaper(draft, 'authorisation')

/** subjectPrincipal: whether the legal representative answers himself, or whom he may send. */
export const subjectPrincipalRules: Maker = (fact, province) => {
  const mode = said(fact, 'mode')
  const named = words(fact, 'words')
  const exempt = words(fact, 'authorisationFor')
  const delegates = states(fact, 'foreignDelegates')
  const advised = states(fact, 'advisedOnChange')
  const mayAuthorise = (c: FilingCase): boolean =>
    mode === 'auth' ||
    states(fact, 'authorisation') ||
    exempt.includes(c.draft.subject.nature ?? '') ||
    (delegates && c.draft.subject.register?.legalRepresentative !== c.person.name && isForeign(c.person) === false)
  const inScope = (c: FilingCase): boolean =>
    stated(c) &&
    (subjectPrincipal(c) || states(fact, 'both')) &&
    (named.length === 0 || named.some((word) => c.draft.subject.name?.includes(word))) &&
    (!advised || bringsService(c.draft.type ?? 'first'))
  const legal = provinceRule(fact, province, {
    of: 'person',
    field: 'legalRepresentative',
    applies: (c) => inScope(c) && mode !== 'auth' && !states(fact, 'authorisation'),
    holds: (c) => c.person.legalRepresentative === true || (mayAuthorise(c) && authorised(c) !== false),
    says: {
      zh: `${province.name}要求主体负责人是法定代表人`,
      en: `${province.english} wants the legal representative as principal of the subject`,
    },
    remedy: {
      zh: states(fact, 'noAuthorisation') ? '填法定代表人，授权书不收' : '填法定代表人',
      en: states(fact, 'noAuthorisation')
        ? 'Name the legal representative; an authorisation is not taken'
        : 'Name the legal representative',
    },
  })
  const letter = provinceRule(fact, province, {
    part: 'LETTER',
    of: 'person',
    field: 'legalRepresentative',
    applies: (c) => inScope(c) && c.person.legalRepresentative === false && mayAuthorise(c),
    holds: authorised,
    says: {
      zh: `${province.name}：负责人不是法定代表人，要交法定代表人授权书`,
      en: `${province.english}: a principal who is not the legal representative needs his authorisation`,
    },
    remedy: {
      zh: '下载授权书，签字盖章后上传',
      en: 'Download the authorisation, have it signed and sealed, and upload it',
    },
  })
  const samePersonAsService = provinceRule(fact, province, {
    part: 'SAME',
    of: 'draft',
    field: 'services',
    applies: ({ draft }) =>
      draft.subject.principal?.legalRepresentative === false && servicePrincipals(draft).length > 0,
    holds: ({ draft }) => everySame(draft),
    says: {
      zh: `${province.name}：主体负责人不是法定代表人时，服务负责人要是同一人`,
      en: `${province.english}: where the principal is not the legal representative, the service has the same principal`,
    },
    remedy: { zh: '两处填同一位负责人', en: 'Name the same person in both places' },
  })
  const foreigner = provinceRule(fact, province, {
    part: 'FOREIGN',
    of: 'person',
    field: 'certificate.kind',
    applies: (c) => (subjectPrincipal(c) || c.role === 'service') && isForeign(c.person) !== undefined,
    holds: ({ person }) => isForeign(person) === false,
    says: {
      zh: `${province.name}：外籍或港澳台的法定代表人，要授权一位持内地身份证的人做负责人`,
      en: `${province.english}: a legal representative from abroad, Hong Kong, Macao or Taiwan delegates to a holder of a mainland ID card`,
    },
    remedy: { zh: '填被授权的内地人员，并上传授权书', en: 'Name the delegate and upload the authorisation' },
  })
  const serviceLetter = provinceRule(fact, province, {
    ...serviceAuthorisation(province.name, province.english),
    part: 'SERVICE',
  })
  return [
    ...(mode === 'auth' || states(fact, 'authorisation') ? [] : [legal]),
    ...(mode === 'auth' || exempt.length > 0 || delegates || states(fact, 'authorisation') ? [letter] : []),
    ...(states(fact, 'samePerson') ? [samePersonAsService] : []),
    ...(delegates ? [foreigner] : []),
    ...(states(fact, 'serviceAuthorisation') ? [serviceLetter] : []),
  ]
}

function everySame(draft: FilingCase['draft']): boolean | undefined {
  const { principal } = draft.subject
  if (!principal) return undefined
  const each = servicePrincipals(draft).map((other) => samePerson(principal, other))
  return each.includes(false) ? false : each.includes(undefined) ? undefined : true
}

const serviceAuthorisation = (zh: string, en: string) =>
  ({
    of: 'person',
    field: 'legalRepresentative',
    applies: (c: FilingCase) => c.role === 'service' && c.person.legalRepresentative === false,
    holds: authorised,
    says: {
      zh: `${zh}：服务负责人不是法定代表人，要交授权书`,
      en: `${en}: a principal of the service who is not the legal representative needs an authorisation`,
    },
    remedy: { zh: '上传签字盖章的授权书', en: 'Upload the signed and sealed authorisation' },
  }) as const

/** siteAdmin: who may answer for a service. */
export const serviceAdminRules: Maker = (fact, province) => {
  const most = figure(fact, 'maxAge')
  const men = most ?? figure(fact, 'maxAgeMale')
  const women = most ?? figure(fact, 'maxAgeFemale')
  const asService = ({ draft, role }: FilingCase): boolean =>
    role === 'service' || draft.services.every(({ principal }) => principal === undefined)
  const age =
    men === undefined || women === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'AGE',
            of: 'person',
            field: 'certificate.number',
            applies: (c) => asService(c) && ageOf(c.person, c.draft.day) !== undefined,
            holds: ({ draft, person }) => (ageOf(person, draft.day) ?? 0) <= (isMan(person) ? men : women),
            says: {
              zh: `${province.name}：服务负责人${men === women ? `不超过${men}周岁` : `男不超过${men}周岁，女不超过${women}周岁`}`,
              en: `${province.english}: the principal of a service is at most ${men === women ? men : `${men} (men) or ${women} (women)`}`,
            },
            remedy: { zh: '换一位负责人', en: 'Name somebody else' },
          }),
        ]
  return [
    ...age,
    ...(states(fact, 'authorisation')
      ? [provinceRule(fact, province, { ...serviceAuthorisation(province.name, province.english), part: 'LETTER' })]
      : []),
    ...(fact.params.certificateReuse === false
      ? [
          provinceRule(fact, province, {
            part: 'CERTIFICATE',
            of: 'person',
            field: 'certificate.number',
            applies: (c) => asService(c) && c.person.certificateUsedBy !== undefined,
            holds: ({ person }) => person.certificateUsedBy === 'nobody',
            says: {
              zh: `${province.name}：负责人的证件已用在其他主体的备案里`,
              en: `${province.english}: the principal’s paper is used in another subject’s filing`,
            },
            remedy: {
              zh: '换一位负责人，或请那个主体先变更',
              en: 'Name somebody else, or let the other subject change first',
            },
          }),
        ]
      : []),
    ...(fact.params.phoneReuse === false ? [phoneReuse(fact, province)] : []),
    ...(states(fact, 'oneCompany')
      ? [
          provinceRule(fact, province, {
            part: 'ONE',
            of: 'person',
            field: 'certificate.number',
            applies: (c) => asService(c) && c.person.certificateUsedBy !== undefined,
            holds: ({ person }) => person.certificateUsedBy === 'nobody',
            says: {
              zh: `${province.name}：一个人只能做一家单位的服务负责人`,
              en: `${province.english}: one person answers for the services of one organisation only`,
            },
            remedy: { zh: '换一位负责人', en: 'Name somebody else' },
          }),
        ]
      : []),
    ...(fact.params.siteBuilder === false
      ? [
          provinceRule(fact, province, {
            part: 'BUILDER',
            of: 'person',
            field: 'phone',
            applies: (c) => c.person.phoneUsedBy !== undefined,
            holds: ({ person }) => person.phoneUsedBy !== 'site-builder',
            says: {
              zh: `${province.name}：号码属于建站公司，不收`,
              en: `${province.english}: the number belongs to a site builder, which is not taken`,
            },
            remedy: { zh: '填本单位人员的号码', en: 'Give the number of somebody of the organisation' },
          }),
        ]
      : []),
  ]
}

/** A number that another subject has filed with. */
export function phoneReuse(fact: Parameters<Maker>[0], province: Parameters<Maker>[1]) {
  return provinceRule(fact, province, {
    part: 'PHONE',
    of: 'person',
    field: 'phone',
    applies: ({ person }) => person.phoneUsedBy !== undefined,
    holds: ({ person }) => person.phoneUsedBy !== 'other-subject',
    says: {
      zh: `${province.name}：手机号码已用在其他主体的备案里`,
      en: `${province.english}: the number is used in another subject’s filing`,
    },
    remedy: { zh: '换号码，或请那个主体先变更', en: 'Use another number, or let the other subject change first' },
  })
}
