import { cite, type Source, type Text } from '@yuming/rules'
import type { NumberForm } from '../certificate/certificate-kinds.ts'
import type { IdentityFacts } from '../identity-facts.ts'
import type { NumberDefect, ReadNumber } from '../number/number-defect.ts'
import { failureList, fillingStandard, type IdentityRule, identityRule, paperList } from './identity-rule.ts'

const persons = cite('GB 11643-1999', '公民身份号码', { date: '1999-07-01' })
const creditCodes = cite('GB 32100-2015', '法人和其他组织统一社会信用代码', { date: '2015-10-01' })
const organisationCodes = cite('GB 11714-1997', '全国组织机构代码编制规则', { date: '1998-01-01' })
const oldLicences = cite('GS 15-2006', '工商行政管理注册号编制规则')
const personForms: readonly NumberForm[] = ['resident', 'residence-permit', 'foreigner-card']
const creditForms: readonly NumberForm[] = ['licence', 'credit', 'organisation']

const numberOf = ({ certificate }: IdentityFacts): ReadNumber | undefined => certificate?.number
const formOf = ({ certificate }: IdentityFacts): NumberForm | undefined => certificate?.kind?.numberForm

/** Each defect of a number of these forms is one rule; a number has one defect at most. */
function defectRule(
  id: string,
  defect: NumberDefect,
  forms: readonly NumberForm[],
  rest: { source: Source; says: IdentityRule['says']; remedy: Text },
): IdentityRule {
  return identityRule({
    id,
    field: 'certificate.number',
    applies: (facts) => {
      const form = formOf(facts)
      return form !== undefined && forms.includes(form) && numberOf(facts) !== undefined
    },
    holds: (facts) => numberOf(facts)?.defect !== defect,
    ...rest,
  })
}

const compare = { zh: '对照证件逐位核对', en: 'Compare it with the paper, character by character' }
const lengthOf = (facts: IdentityFacts) => numberOf(facts)?.normal.length ?? 0
const saysLength = (facts: IdentityFacts): Text => ({
  zh: `号码有${lengthOf(facts)}位，应为18位`,
  en: `The number has ${lengthOf(facts)} characters; it should have 18`,
})

const given = identityRule({
  id: 'NUMBER-EMPTY-01',
  source: failureList('证件号码'),
  field: 'certificate.number',
  applies: (facts) => numberOf(facts) !== undefined,
  holds: (facts) => numberOf(facts)?.defect !== 'empty',
  says: { zh: '没有填写证件号码', en: 'The number of the paper is not given' },
  remedy: {
    zh: '照证件填写号码；境外机构的证件上没有号码时填0',
    en: 'Give the number as the paper shows it; 0 where the paper of a foreign body has none',
  },
})

const formKnown = identityRule({
  id: 'NUMBER-FORM-01',
  source: paperList('证件类型'),
  field: 'certificate.number',
  applies: ({ certificate }) => certificate?.kind?.numberPattern === null && certificate.number !== undefined,
  holds: () => undefined,
  says: {
    zh: '这种证件的号码格式没有公开的说明，无法预先检查',
    en: 'No public document says how numbers of this kind of paper look; it cannot be checked beforehand',
  },
  remedy: compare,
})

const resident: readonly IdentityRule[] = [
  defectRule('NUMBER-ID-01', 'old-resident', ['resident'], {
    source: cite('居民身份证法', '第一代居民身份证自2013年1月1日起停止使用', { date: '2011-10-29' }),
    says: {
      zh: '这是15位的旧身份证号，已停止使用',
      en: 'This is a 15-digit number of an old card, which is no longer used',
    },
    remedy: {
      zh: '填写现在证件上的18位号码；没有新证的先到户籍派出所办理',
      en: 'Give the 18 characters of the present card; whoever has none asks the local police for one first',
    },
  }),
  defectRule('NUMBER-ID-02', 'length', ['resident', 'residence-permit'], {
    source: persons,
    says: saysLength,
    remedy: { zh: '补上漏掉的或删去多余的数字', en: 'Add the digits left out, or remove those that are too many' },
  }),
  defectRule('NUMBER-ID-03', 'letters', ['resident', 'residence-permit'], {
    source: persons,
    says: {
      zh: '号码的前17位只能是数字，最后一位是数字或X',
      en: 'The first 17 characters are digits; the last is a digit or X',
    },
    remedy: {
      zh: '看看是不是把0写成了O、1写成了I、8写成了B',
      en: 'See whether 0 was taken for O, 1 for I, or 8 for B',
    },
  }),
  defectRule('NUMBER-ID-04', 'area', ['resident'], {
    source: cite('GB/T 2260-2007', '省级代码', { date: '2008-02-01' }),
    says: (facts) => ({
      zh: `号码开头的${numberOf(facts)?.normal.slice(0, 2) ?? '…'}不是任何省级地区的代码`,
      en: `No province has the code ${numberOf(facts)?.normal.slice(0, 2) ?? '…'} that the number begins with`,
    }),
    remedy: compare,
  }),
  defectRule('NUMBER-ID-05', 'other-paper', ['resident'], {
    source: cite('港澳台居民居住证申领发放办法', '公民身份号码地址码', { date: '2018-09-01' }),
    says: {
      zh: '这是港澳台居民居住证的号码，不是居民身份证号',
      en: 'This is the number of a residence permit for Hong Kong, Macao or Taiwan residents',
    },
    remedy: {
      zh: '证件类型改选港澳居民居住证或台湾居民居住证',
      en: 'Choose that residence permit as the kind of paper',
    },
  }),
  defectRule('NUMBER-ID-06', 'other-paper', ['residence-permit'], {
    source: cite('港澳台居民居住证申领发放办法', '公民身份号码地址码', { date: '2018-09-01' }),
    says: {
      zh: '居住证号码以810000（香港）、820000（澳门）或830000（台湾）开头，与所选的居住证不符',
      en: 'Numbers of these permits begin with 810000 (Hong Kong), 820000 (Macao) or 830000 (Taiwan); this one does not fit the permit chosen',
    },
    remedy: { zh: '核对证件类型和号码', en: 'Check the kind of paper and the number' },
  }),
  defectRule('NUMBER-ID-07', 'birth', personForms, {
    source: persons,
    says: { zh: '号码里的出生日期不存在', en: 'The day of birth in the number is not in the calendar' },
    remedy: compare,
  }),
  defectRule('NUMBER-ID-08', 'future', personForms, {
    source: persons,
    says: { zh: '号码里的出生日期还没有到', en: 'The day of birth in the number has not come yet' },
    remedy: compare,
  }),
  defectRule('NUMBER-ID-09', 'age', personForms, {
    source: persons,
    says: { zh: '号码里的出生日期在130多年前', en: 'The day of birth in the number is more than 130 years ago' },
    remedy: compare,
  }),
  defectRule('NUMBER-ID-10', 'check', personForms, {
    source: persons,
    says: { zh: '校验位不对，可能有一位输错了', en: 'The check digit does not fit; one character may be mistyped' },
    remedy: compare,
  }),
  defectRule('NUMBER-ID-11', 'shape', ['foreigner-card'], {
    source: paperList('外国人永久居留身份证'),
    says: {
      zh: '外国人永久居留身份证号是9开头的18位，旧证是3个字母加12位数字',
      en: 'The number of this card has 18 characters and begins with 9; on old cards it has 3 letters and 12 digits',
    },
    remedy: compare,
  }),
]

const organisations: readonly IdentityRule[] = [
  defectRule('NUMBER-CODE-01', 'copy', creditForms, {
    source: failureList('证件号码'),
    says: { zh: '号码后面带了副本编号', en: 'The number of the copy stands behind the number of the paper' },
    remedy: { zh: '去掉“(1-1)”一类的副本编号', en: 'Leave out what numbers the copy, such as “(1-1)”' },
  }),
  defectRule('NUMBER-CODE-02', 'length', creditForms, {
    source: creditCodes,
    says: saysLength,
    remedy: {
      zh: '填写18位统一社会信用代码，不要填证书上的其他编号',
      en: 'Give the 18 characters of the unified social credit code, not another number of the paper',
    },
  }),
  defectRule('NUMBER-CODE-03', 'letters', creditForms, {
    source: creditCodes,
    says: {
      zh: '统一社会信用代码不用字母I、O、S、V、Z，第3到8位只是数字',
      en: 'A unified social credit code has no I, O, S, V or Z, and its characters 3 to 8 are digits',
    },
    remedy: {
      zh: '看看是不是把0写成了O、1写成了I、5写成了S、2写成了Z',
      en: 'See whether 0 was taken for O, 1 for I, 5 for S, or 2 for Z',
    },
  }),
  defectRule('NUMBER-CODE-04', 'check', ['credit', 'licence'], {
    source: creditCodes,
    says: { zh: '校验位不对，可能有一位输错了', en: 'The check character does not fit; one character may be mistyped' },
    remedy: compare,
  }),
  defectRule('NUMBER-CODE-05', 'check', ['organisation'], {
    source: organisationCodes,
    says: { zh: '组织机构代码的校验位不对', en: 'The check character of the organisation code does not fit' },
    remedy: compare,
  }),
  defectRule('NUMBER-CODE-06', 'shape', ['organisation'], {
    source: organisationCodes,
    says: {
      zh: '组织机构代码是8位加1位校验位，或18位统一社会信用代码',
      en: 'An organisation code has 8 characters and a check character; or it is the unified code of 18',
    },
    remedy: compare,
  }),
  identityRule({
    id: 'NUMBER-CODE-07',
    source: oldLicences,
    severity: 'advise',
    field: 'certificate.number',
    applies: (facts) => formOf(facts) === 'licence' && numberOf(facts)?.defect === undefined,
    holds: (facts) => numberOf(facts)?.normal.length !== 15,
    says: {
      zh: '这是15位的旧注册号，审核多半要求18位统一社会信用代码',
      en: 'This is a registration number of 15 digits; the review mostly asks for the unified code of 18',
    },
    remedy: {
      zh: '换发带18位代码的营业执照，满10天后再提交',
      en: 'Have the licence renewed with a unified code, and hand it in 10 days later',
    },
  }),
  identityRule({
    id: 'NUMBER-CODE-08',
    source: creditCodes,
    severity: 'advise',
    field: 'certificate.number',
    applies: ({ certificate }) =>
      certificate?.kind?.prefixes !== undefined &&
      certificate.kind.prefixes !== null &&
      certificate.number?.defect === undefined &&
      certificate.number?.normal.length === 18,
    holds: ({ certificate }) =>
      certificate?.kind?.prefixes?.includes(certificate.number?.normal.slice(0, 2) ?? '') ?? true,
    says: ({ certificate }) => ({
      zh: `代码以${certificate?.number?.normal.slice(0, 2) ?? '…'}开头，通常不是这种证件`,
      en: `A code that begins with ${certificate?.number?.normal.slice(0, 2) ?? '…'} is usually not of this kind of paper`,
    }),
    remedy: { zh: '核对选的证件类型', en: 'Check which kind of paper was chosen' },
  }),
]

const permits: readonly IdentityRule[] = [
  defectRule('NUMBER-PASSPORT-01', 'shape', ['passport'], {
    source: cite('ICAO Doc 9303', '4'),
    says: { zh: '护照号是5到17位的字母和数字', en: 'The number of a passport has 5 to 17 letters and digits' },
    remedy: compare,
  }),
  defectRule('NUMBER-PASSPORT-02', 'no-digit', ['passport'], {
    source: cite('ICAO Doc 9303', '4'),
    says: { zh: '护照号里没有数字', en: 'There is no digit in the number of the passport' },
    remedy: {
      zh: '填写资料页右上角的号码，不是姓名或国家',
      en: 'Give the number at the upper right of the data page, not a name or country',
    },
  }),
  defectRule('NUMBER-PERMIT-01', 'shape', ['hk-macao-permit'], {
    source: paperList('港澳居民来往内地通行证'),
    says: { zh: '通行证号码是H或M加8位数字', en: 'The number of the permit is H or M and 8 digits' },
    remedy: compare,
  }),
  defectRule('NUMBER-PERMIT-02', 'back-of-card', ['hk-macao-permit'], {
    source: paperList('港澳居民来往内地通行证'),
    says: {
      zh: '这是香港身份证号，不是通行证号码',
      en: 'This is the number of a Hong Kong identity card, not of the permit',
    },
    remedy: {
      zh: '填写通行证正面的号码（H加8位数字）',
      en: 'Give the number on the front of the permit (H and 8 digits)',
    },
  }),
  identityRule({
    id: 'NUMBER-PERMIT-03',
    source: paperList('港澳居民来往内地通行证'),
    severity: 'advise',
    field: 'certificate.number',
    applies: (facts) => formOf(facts) === 'hk-macao-permit' && numberOf(facts)?.defect === undefined,
    holds: (facts) => numberOf(facts)?.normal.length !== 11,
    says: {
      zh: '号码带了两位换证次数，现在的卡式证只有9位',
      en: 'The number ends with two digits that count renewals; present cards have 9 characters',
    },
    remedy: { zh: '卡式通行证只填前9位', en: 'For a card, give the first 9 characters only' },
  }),
  identityRule({
    id: 'NUMBER-PERMIT-04',
    source: paperList('港澳居民来往内地通行证'),
    field: 'certificate.number',
    applies: ({ certificate, holder }) =>
      certificate?.kind?.numberForm === 'hk-macao-permit' &&
      certificate.number?.defect === undefined &&
      (holder.region === 'HK' || holder.region === 'MO'),
    holds: ({ certificate, holder }) => certificate?.number?.normal.startsWith(holder.region === 'HK' ? 'H' : 'M'),
    says: {
      zh: '通行证号码的首字母与所选地区不符：H是香港，M是澳门',
      en: 'The first letter does not fit the region: H is Hong Kong, M is Macao',
    },
    remedy: { zh: '改选地区或更正号码', en: 'Change the region or correct the number' },
  }),
  defectRule('NUMBER-PERMIT-05', 'shape', ['taiwan-permit'], {
    source: paperList('台湾居民来往大陆通行证'),
    says: {
      zh: '台胞证号码是8位数字，旧证是10位数字加字母',
      en: 'The number of this permit has 8 digits; on old ones 10 digits and a letter',
    },
    remedy: compare,
  }),
  defectRule('NUMBER-FREE-01', 'shape', ['free'], {
    source: fillingStandard('证件号码'),
    says: {
      zh: '号码太长、太短，或含有证件号码里没有的符号',
      en: 'The number is too long or too short, or has signs that numbers do not have',
    },
    remedy: compare,
  }),
]

const minor = identityRule({
  id: 'NUMBER-MINOR-01',
  source: cite('个人信息保护法', '第三十一条', { date: '2021-08-20' }),
  from: '2021-11-01',
  severity: 'advise',
  field: 'holder',
  applies: (facts) => numberOf(facts)?.defect === undefined && numberOf(facts)?.born !== undefined,
  holds: (facts) => {
    const born = numberOf(facts)?.born ?? ''
    return `${Number(born.slice(0, 4)) + 14}${born.slice(4)}` <= facts.day
  },
  says: { zh: '持有者不满14周岁', en: 'The holder is younger than 14' },
  remedy: { zh: '要有父母或其他监护人的同意', en: 'The consent of a parent or other guardian is needed' },
})

/** Numbers of papers. */
export const numberRules: readonly IdentityRule[] = [given, formKnown, ...resident, ...organisations, ...permits, minor]
