import { certificateKind, checkNumber } from '@yuming/identity'
import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { samePerson, servicePrincipals } from '../facts/people.ts'
import type { PersonFacts } from '../facts/person-shape.ts'
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

const mobile = filingRule({
  id: 'PHONE-FORM-01',
  of: 'person',
  source: bureauInterface('1007 联系方式、1011 无效手机'),
  from: interfaceDay,
  field: 'phone',
  applies: ({ person }) => person.phone !== undefined,
  holds: ({ person }) => /^1[3-9]\d{9}$/.test(person.phone ?? ''),
  says: { zh: '手机号要是11位、1开头的内地号码', en: 'A mobile number has 11 digits and begins with 1' },
  remedy: { zh: '去掉+86、空格和横线', en: 'Leave out +86, spaces and hyphens' },
})

const otherNumbers = filingRule({
  id: 'PHONE-FORM-02',
  of: 'person',
  source: bureauInterface('1007 联系方式'),
  from: interfaceDay,
  field: 'emergencyPhone',
  applies: ({ person }) => (person.emergencyPhone ?? person.secondPhone) !== undefined,
  holds: ({ person }) =>
    [person.emergencyPhone, person.secondPhone].every(
      (number) => number === undefined || /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(number),
    ),
  says: { zh: '电话的写法不对', en: 'The number is not written as it should be' },
  remedy: { zh: '手机11位，座机写区号-号码', en: 'A mobile has 11 digits, a landline is area code-number' },
})

const office = filingRule({
  id: 'PHONE-OFFICE-01',
  of: 'person',
  source: bureauInterface('1010、1031 办公电话'),
  from: interfaceDay,
  field: 'officePhone',
  applies: ({ person }) => person.officePhone !== undefined && person.officePhone !== '',
  holds: ({ person }) =>
    /^(?:86-)?0\d{2,3}-\d{7,8}(?:-\d{1,6})?$/.test(person.officePhone ?? '') ||
    /^1[3-9]\d{9}$/.test(person.officePhone ?? ''),
  says: { zh: '办公电话要写成区号-号码，至少11位', en: 'An office number is area code-number, 11 characters or more' },
  remedy: { zh: '例如0571-88888888', en: 'For example 0571-88888888' },
})

const notVirtual = filingRule({
  id: 'PHONE-VIRTUAL-01',
  of: 'person',
  source: providerC('虚拟号段可能收不到核验短信'),
  from: providerDays.a,
  field: 'phone',
  applies: ({ person }) => person.phone !== undefined,
  holds: ({ person }) => !/^1(?:62|65|67|70|71)\d{8}$/.test(person.phone ?? ''),
  says: {
    zh: '这是虚拟运营商号段，收不到工信部的核验短信',
    en: 'Numbers of virtual operators do not receive the ministry’s code',
  },
  remedy: { zh: '换实体运营商的号码', en: 'Use a number of a network operator' },
})

const emergencyDiffers = filingRule({
  id: 'PHONE-EMERGENCY-01',
  of: 'person',
  source: providerC('应急电话与手机重复'),
  from: providerDays.c,
  field: 'emergencyPhone',
  applies: ({ person }) => person.emergencyPhone !== undefined && person.phone !== undefined,
  holds: ({ person }) => person.emergencyPhone !== person.phone,
  says: { zh: '应急电话与手机相同', en: 'Emergency number and mobile are the same' },
  remedy: { zh: '应急电话填另一个号码', en: 'Give another number for emergencies' },
})

const usedPhone = filingRule({
  id: 'PHONE-USED-01',
  of: 'person',
  source: providerA('手机号码备案频率大于1'),
  from: providerDays.a,
  field: 'phone',
  applies: ({ person }) => person.phoneUsedBy !== undefined,
  holds: ({ person }) => person.phoneUsedBy !== 'other-subject',
  says: { zh: '手机号已用在其他主体的备案里', en: 'The number is used in another subject’s filing' },
  remedy: { zh: '换号码，或请那个主体先变更', en: 'Use another, or let the other subject change first' },
})

const buildersPhone = filingRule({
  id: 'PHONE-BUILDER-01',
  of: 'person',
  source: providerC('号码属建站公司'),
  from: providerDays.c,
  severity: 'advise',
  field: 'phone',
  applies: ({ person }) => person.phoneUsedBy !== undefined,
  holds: ({ person }) => person.phoneUsedBy !== 'site-builder',
  says: { zh: '号码像是建站或代办公司的', en: 'The number seems to be that of a site builder or an agent' },
  remedy: {
    zh: '填本单位人员的号码，审核电话要能接',
    en: 'Give the number of somebody of the organisation, who answers the reviewer',
  },
})

const reached = filingRule({
  id: 'PHONE-REACHED-01',
  of: 'person',
  source: guide('审核期间电话要接得通'),
  field: 'phone',
  applies: ({ person }) => person.phoneReached !== undefined,
  holds: ({ person }) => person.phoneReached,
  says: { zh: '打这个号码没有人接', en: 'Nobody answered this number' },
  remedy: { zh: '保持畅通，约好时间再打一次', en: 'Keep it reachable and agree on a time for another call' },
})

const emailForm = filingRule({
  id: 'EMAIL-FORM-01',
  of: 'person',
  source: bureauInterface('1009 无效邮箱'),
  from: interfaceDay,
  field: 'email',
  applies: ({ person }) => person.email !== undefined,
  holds: ({ person }) =>
    (person.email?.length ?? 0) <= 128 && /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(person.email ?? ''),
  says: { zh: '邮箱的写法不对', en: 'The e-mail address is not written as it should be' },
  remedy: { zh: '例如zhang@shanyue.cn', en: 'For example zhang@shanyue.cn' },
})

const pairs = ({ draft }: FilingCase): readonly (readonly [PersonFacts, PersonFacts])[] => {
  const all = [draft.subject.principal ?? {}, ...servicePrincipals(draft)]
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const))
}
const numbers = ({ phone, emergencyPhone }: PersonFacts): readonly string[] =>
  [phone, emergencyPhone].flatMap((each) => each ?? [])

const ownPhones = filingRule({
  id: 'PHONE-PERSONS-01',
  of: 'draft',
  source: providerC('不同负责人号码相同'),
  from: providerDays.c,
  field: 'services',
  applies: (c) => pairs(c).some(([one, other]) => samePerson(one, other) === false),
  holds: (c) =>
    !pairs(c).some(
      ([one, other]) =>
        samePerson(one, other) === false && one.phone !== undefined && numbers(other).includes(one.phone),
    ),
  says: { zh: '两位负责人用了同一个手机号', en: 'Two principals state the same number' },
  remedy: { zh: '各填自己的', en: 'Give each his own' },
})

const ownEmails = filingRule({
  id: 'EMAIL-PERSONS-01',
  of: 'draft',
  source: providerC('不同负责人邮箱相同'),
  from: providerDays.c,
  field: 'services',
  applies: (c) => pairs(c).some(([one, other]) => samePerson(one, other) === false),
  holds: (c) =>
    !pairs(c).some(
      ([one, other]) =>
        samePerson(one, other) === false &&
        one.email !== undefined &&
        one.email.toLowerCase() === other.email?.toLowerCase(),
    ),
  says: { zh: '两位负责人用了同一个邮箱', en: 'Two principals state the same address' },
  remedy: { zh: '各填自己的', en: 'Give each his own' },
})

const onePhone = filingRule({
  id: 'PHONE-PERSONS-02',
  of: 'draft',
  source: providerC('同一人号码须一致'),
  from: providerDays.c,
  field: 'services',
  applies: (c) => pairs(c).some(([one, other]) => samePerson(one, other) === true),
  holds: (c) =>
    !pairs(c).some(
      ([one, other]) =>
        samePerson(one, other) === true &&
        one.phone !== undefined &&
        other.phone !== undefined &&
        one.phone !== other.phone,
    ),
  says: { zh: '同一位负责人在两处填了不同的手机号', en: 'One principal has two different numbers' },
  remedy: { zh: '改成一致', en: 'Make them the same' },
})

/** Who answers for subject and services (S2-14, S3-44…S3-46, S3-57). */
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
  mobile,
  otherNumbers,
  office,
  notVirtual,
  emergencyDiffers,
  usedPhone,
  buildersPhone,
  reached,
  emailForm,
  ownPhones,
  ownEmails,
  onePhone,
]
