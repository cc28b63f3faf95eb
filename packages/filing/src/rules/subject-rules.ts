import { certificateKind, checkNumber, sameName } from '@yuming/identity'
import type { FilingCase } from '../facts/filing-facts.ts'
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

const required = ({ draft }: FilingCase): boolean => draft.complete

const nameStated = filingRule({
  id: 'SUBJECT-NAME-01',
  of: 'draft',
  source: guide('第三步：填写主体信息'),
  field: 'subject.name',
  applies: required,
  holds: ({ draft }) => (draft.subject.name?.trim() ?? '') !== '',
  says: { zh: '没有填主办者名称', en: 'The organiser is not named' },
  remedy: { zh: '照证件填全称', en: 'Give the full name as on the certificate' },
})

const nameAsRead = filingRule({
  id: 'SUBJECT-NAME-02',
  of: 'draft',
  source: providerA('备案驳回：主办单位名称不一致'),
  from: providerDays.a,
  field: 'subject.name',
  applies: ({ draft }) =>
    draft.subject.name !== undefined &&
    (draft.subject.certificate?.readName ?? draft.subject.register?.name) !== undefined,
  holds: ({ draft: { subject } }) =>
    [subject.certificate?.readName, subject.register?.name].every(
      (read) => read === undefined || sameName(read, subject.name ?? ''),
    ),
  says: {
    zh: '主办者名称与证件或信用系统上的不同',
    en: 'The organiser’s name is not that of the certificate or the credit system',
  },
  remedy: {
    zh: '改成证件上的全称；已更名的先到工商和备案系统变更',
    en: 'Use the full name of the certificate; after a change of name, change the registers first',
  },
})

const numberValid = filingRule({
  id: 'SUBJECT-NUMBER-01',
  of: 'draft',
  source: bureauInterface('1008 无效证件、1015 身份证'),
  from: interfaceDay,
  field: 'subject.certificate.number',
  applies: ({ draft: { subject } }) =>
    subject.certificate?.number !== undefined && certificateKind(subject.certificate.kind ?? '') !== undefined,
  holds: ({ draft: { subject, day } }) =>
    checkNumber(subject.certificate?.kind ?? '', subject.certificate?.number ?? '', day).every(
      ({ severity }) => severity !== 'refuse',
    ),
  says: { zh: '主体证件号码不对', en: 'The certificate number of the subject is wrong' },
  remedy: {
    zh: '照证件逐位核对；营业执照填18位统一社会信用代码',
    en: 'Compare it digit by digit; a business licence has an 18-character credit code',
  },
})

const numberAsRead = filingRule({
  id: 'SUBJECT-NUMBER-02',
  of: 'draft',
  source: providerA('备案驳回：主办单位证件号码错误'),
  from: providerDays.a,
  field: 'subject.certificate.number',
  applies: ({ draft: { subject } }) =>
    subject.certificate?.number !== undefined &&
    (subject.certificate.readNumber ?? subject.register?.number) !== undefined,
  holds: ({ draft: { subject } }) =>
    [subject.certificate?.readNumber, subject.register?.number].every(
      (read) => read === undefined || read.toUpperCase() === subject.certificate?.number?.toUpperCase(),
    ),
  says: {
    zh: '主体证件号码与证件或信用系统上的不同',
    en: 'The number is not that of the certificate or the credit system',
  },
  remedy: { zh: '照证件改', en: 'Correct it' },
})

const addressAsRead = filingRule({
  id: 'SUBJECT-CERTIFICATE-01',
  of: 'draft',
  source: providerC('证件住所与证件不符'),
  from: providerDays.c,
  field: 'subject.certificate.address',
  applies: ({ draft: { subject } }) =>
    subject.certificate?.address !== undefined && subject.certificate.readAddress !== undefined,
  holds: ({ draft: { subject } }) =>
    subject.certificate?.address?.replace(/\s/g, '') === subject.certificate?.readAddress?.replace(/\s/g, ''),
  says: { zh: '证件住所没有照证件填', en: 'The address of the certificate is not as printed on it' },
  remedy: { zh: '一字不差照证件抄', en: 'Copy it word by word' },
})

const registerStatus = filingRule({
  id: 'SUBJECT-REGISTER-01',
  of: 'draft',
  source: providerC('主办单位经营异常'),
  from: providerDays.c,
  field: 'subject.register.status',
  applies: ({ draft }) => draft.subject.register?.status !== undefined,
  holds: ({ draft }) => draft.subject.register?.status === 'open',
  says: {
    zh: '信用系统里这个单位已注销、吊销或在异常名录',
    en: 'The credit system has this body as cancelled, revoked or abnormal',
  },
  remedy: { zh: '先解除异常，或换一个主体', en: 'Have it lifted first, or use another subject' },
})

const naturesOfKinds: ReadonlyMap<string, readonly string[]> = new Map([
  ['business-licence', ['enterprise', 'sole-trader']],
  ['foreign-enterprise-office', ['enterprise']],
  ['public-institution', ['institution']],
  ['social-organisation', ['social-body']],
  ['private-non-enterprise', ['private-non-enterprise']],
  ['social-service-body', ['private-non-enterprise']],
  ['private-school', ['private-non-enterprise']],
  ['foundation', ['foundation']],
  ['law-firm', ['law-firm']],
  ['judicial-expertise', ['judicial-expertise']],
  ['notary', ['notary']],
  ['arbitration', ['arbitration']],
  ['medical', ['medical']],
  ['religious-site', ['religious-body']],
  ['rural-collective', ['collective-economy']],
  ['military-code', ['defence']],
  ['military-paid-service', ['defence']],
  ['foreign-cultural-centre', ['foreign-cultural-centre']],
])

const natureStated = filingRule({
  id: 'SUBJECT-NATURE-03',
  of: 'draft',
  source: guide('主办单位性质按证件选'),
  field: 'subject.nature',
  applies: required,
  holds: ({ draft }) => draft.subject.nature !== undefined,
  says: { zh: '没有选主办单位性质', en: 'The nature of the organiser is not chosen' },
  remedy: {
    zh: '个人选“个人”，单位按证件上的类型选',
    en: 'A person, or what the certificate tells of the organisation',
  },
})

const natureFits = filingRule({
  id: 'SUBJECT-NATURE-01',
  of: 'draft',
  source: guide('主办单位性质按证件选'),
  field: 'subject.nature',
  applies: ({ draft: { subject } }) =>
    subject.nature !== undefined && certificateKind(subject.certificate?.kind ?? '') !== undefined,
  holds: ({ draft: { subject } }) => {
    const kind = certificateKind(subject.certificate?.kind ?? '')
    const person = kind?.holderTypes.includes('person') === true
    if (person || subject.nature === 'person') return person && subject.nature === 'person'
    return naturesOfKinds.get(kind?.id ?? '')?.includes(subject.nature ?? '') ?? true
  },
  says: { zh: '主体性质与证件种类不配', en: 'Nature and kind of certificate do not go together' },
  remedy: { zh: '按证件改选性质', en: 'Choose the nature that the certificate tells' },
})

const military = filingRule({
  id: 'SUBJECT-NATURE-02',
  of: 'draft',
  source: providerC('军队单位一般不受理'),
  from: providerDays.c,
  field: 'subject.nature',
  applies: ({ draft }) => draft.subject.nature !== undefined,
  holds: ({ draft }) => draft.subject.nature !== 'defence',
  says: { zh: '军队单位不在这里备案', en: 'Military bodies are not filed here' },
  remedy: { zh: '走军队的专门渠道', en: 'Use the channel of the armed forces' },
})

const domesticPaper = filingRule({
  id: 'SUBJECT-FOREIGN-01',
  of: 'draft',
  source: providerB('境外企业要有中国政府颁发的证件'),
  from: providerDays.a,
  field: 'subject.certificate.kind',
  applies: ({ draft }) => draft.subject.certificate?.kind !== undefined,
  holds: ({ draft }) => draft.subject.certificate?.kind !== 'overseas-body',
  says: {
    zh: '境外单位没有中国政府颁发的证件，不能备案',
    en: 'A body from abroad without a certificate of the Chinese government cannot file',
  },
  remedy: { zh: '用境内分支机构或代表处的证件', en: 'Use the certificate of a branch or office in China' },
})

const oldLicence = filingRule({
  id: 'SUBJECT-LICENCE-01',
  of: 'draft',
  source: providerC('须最新证件'),
  from: providerDays.c,
  field: 'subject.certificate.number',
  applies: ({ draft: { subject } }) => subject.certificate?.kind === 'business-licence',
  holds: ({ draft: { subject } }) =>
    subject.certificate?.number === undefined ? undefined : !/^\d{13,15}$/.test(subject.certificate.number.trim()),
  says: { zh: '这是三证合一以前的旧执照号', en: 'This is a licence number from before the merged certificates' },
  remedy: { zh: '换有18位统一社会信用代码的新执照', en: 'Use the new licence with an 18-character credit code' },
})

const licenceValid = filingRule({
  id: 'SUBJECT-LICENCE-02',
  of: 'draft',
  source: providerC('营业执照过期'),
  from: providerDays.c,
  field: 'subject.certificate.endsOn',
  applies: ({ draft }) => draft.subject.certificate?.endsOn !== undefined,
  holds: ({ draft }) => (draft.subject.certificate?.endsOn ?? '') >= draft.day,
  says: { zh: '主体证件已过期', en: 'The certificate of the subject has expired' },
  remedy: { zh: '换证后再备案', en: 'Renew it, then file' },
})

/** Who files, and by which certificate (S2-02, S3-28, S3-33). */
export const subjectRules: readonly FilingRule[] = [
  nameStated,
  nameAsRead,
  numberValid,
  numberAsRead,
  addressAsRead,
  registerStatus,
  natureStated,
  natureFits,
  military,
  domesticPaper,
  oldLicence,
  licenceValid,
]
