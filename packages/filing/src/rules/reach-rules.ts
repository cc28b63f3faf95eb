import type { FilingCase } from '../facts/filing-facts.ts'
import { samePerson, servicePrincipals } from '../facts/people.ts'
import type { PersonFacts } from '../facts/person-shape.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerA,
  providerC,
  providerDays,
} from './filing-rule.ts'

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

/** Telephone and e-mail of the principals (S3-57). */
export const reachRules: readonly FilingRule[] = [
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
