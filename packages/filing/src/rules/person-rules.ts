import { certificateKind, checkNumber } from '@yuming/identity'
import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerA,
  providerB,
  providerC,
  providerDays,
} from './filing-rule.ts'

const days = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000
const roles = ({ role }: FilingCase): string => (role === 'subject' ? '主体' : '服务')

const named = filingRule({
  id: 'PRINCIPAL-NAME-01',
  of: 'person',
  source: bureauInterface('1044 主体负责人姓名空'),
  from: interfaceDay,
  field: 'name',
  applies: ({ draft, person }) => draft.complete || person.name !== undefined,
  holds: ({ person }) => (person.name?.trim() ?? '') !== '',
  says: (c) => ({ zh: `没有填${roles(c)}负责人姓名`, en: 'The principal is not named' }),
  remedy: { zh: '照证件填姓名', en: 'Give the name as on the card' },
})

const somebody = filingRule({
  id: 'PRINCIPAL-NAME-02',
  of: 'draft',
  source: guide('填写主体负责人'),
  field: 'subject.principal',
  applies: ({ draft }) => draft.complete,
  holds: ({ draft }) => draft.subject.principal !== undefined,
  says: { zh: '没有填主体负责人', en: 'The subject has no principal' },
  remedy: { zh: '填写负责人', en: 'Name one' },
})

const numberValid = filingRule({
  id: 'PRINCIPAL-NUMBER-01',
  of: 'person',
  source: bureauInterface('1015 身份证'),
  from: interfaceDay,
  field: 'certificate.number',
  applies: ({ person }) =>
    person.certificate?.number !== undefined && certificateKind(person.certificate.kind ?? '') !== undefined,
  holds: ({ draft, person }) =>
    checkNumber(person.certificate?.kind ?? '', person.certificate?.number ?? '', draft.day).every(
      ({ severity }) => severity !== 'refuse',
    ),
  says: { zh: '负责人的证件号码不对', en: 'The certificate number of the principal is wrong' },
  remedy: { zh: '照证件逐位核对', en: 'Compare it digit by digit' },
})

const asRead = filingRule({
  id: 'PRINCIPAL-NUMBER-02',
  of: 'person',
  source: providerA('证件与填写不符'),
  from: providerDays.a,
  field: 'certificate.number',
  applies: ({ person }) => person.certificate?.readNumber !== undefined && person.certificate.number !== undefined,
  holds: ({ person }) => person.certificate?.readNumber?.toUpperCase() === person.certificate?.number?.toUpperCase(),
  says: { zh: '负责人号码与证件图片上的不同', en: 'The number is not the one on the picture of the card' },
  remedy: { zh: '改填写的，或换图', en: 'Correct it, or change the picture' },
})

const notExpired = filingRule({
  id: 'PRINCIPAL-VALID-01',
  of: 'person',
  source: providerC('身份证已过期'),
  from: providerDays.c,
  field: 'certificate.endsOn',
  applies: ({ person }) => person.certificate?.endsOn !== undefined,
  holds: ({ draft, person }) => (person.certificate?.endsOn ?? '') >= draft.day,
  says: { zh: '负责人证件已过期', en: 'The principal’s card has expired' },
  remedy: { zh: '换新证', en: 'Renew it' },
})

const threeMonths = filingRule({
  id: 'PRINCIPAL-VALID-02',
  of: 'person',
  source: providerB('身份证有效期要在3个月以上'),
  from: providerDays.c,
  field: 'certificate.endsOn',
  applies: ({ draft, person }) => (person.certificate?.endsOn ?? '') >= draft.day,
  holds: ({ draft, person }) => days(draft.day, person.certificate?.endsOn ?? draft.day) > 90,
  says: { zh: '负责人证件剩余不到3个月', en: 'The principal’s card has less than three months left' },
  remedy: { zh: '换新证再提交', en: 'Renew it first' },
})

const himself = filingRule({
  id: 'PRINCIPAL-PERSON-01',
  of: 'person',
  source: providerB('个人备案的负责人是本人'),
  from: providerDays.a,
  field: 'name',
  applies: ({ draft, person }) =>
    isPerson(draft) === true && draft.subject.name !== undefined && person.name !== undefined,
  holds: ({ draft, person }) => person.name === draft.subject.name,
  says: { zh: '个人备案的两个负责人都要是本人', en: 'Both principals of a person’s filing are the person' },
  remedy: { zh: '改成本人', en: 'Name yourself' },
})

const onRegister = filingRule({
  id: 'PRINCIPAL-REGISTER-01',
  of: 'person',
  source: providerC('负责人与工商登记不一致'),
  from: providerDays.c,
  field: 'name',
  applies: ({ draft, person }) =>
    person.legalRepresentative === true &&
    person.name !== undefined &&
    draft.subject.register?.legalRepresentative !== undefined,
  holds: ({ draft, person }) => person.name === draft.subject.register?.legalRepresentative,
  says: { zh: '工商登记的法定代表人是另一个人', en: 'The register names another legal representative' },
  remedy: {
    zh: '改正姓名；换过人的先到工商变更',
    en: 'Correct the name; after a change, have the register changed first',
  },
})

const usedElsewhere = filingRule({
  id: 'PRINCIPAL-USED-01',
  of: 'person',
  source: providerC('此人证件用于其他主体'),
  from: providerDays.c,
  severity: 'advise',
  field: 'certificate.number',
  applies: ({ person }) => person.certificateUsedBy !== undefined,
  holds: ({ person }) => person.certificateUsedBy === 'nobody',
  says: {
    zh: '负责人的证件已用在其他主体的备案里，有的省不收',
    en: 'The card is used in another subject’s filing, which some provinces do not take',
  },
  remedy: { zh: '换一位负责人，或让那个主体先变更', en: 'Name somebody else, or let the other subject change first' },
})

/** Who answers for subject and services (S2-14, S3-44…S3-46). */
export const personRules: readonly FilingRule[] = [
  named,
  somebody,
  numberValid,
  asRead,
  notExpired,
  threeMonths,
  himself,
  onRegister,
  usedElsewhere,
]
