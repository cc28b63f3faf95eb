import { cite, defineRule, evaluate, type Finding, findingOf } from '@yuming/rules'
import { certificateKind, hasCheckDigit, hasForm } from './certificates.ts'
import type { HolderInformation } from './schemas.ts'

const certificates = cite('S1', '域名实名认证 证件类型')

const kindFitsHolder = defineRule<HolderInformation>({
  id: 'registrant.certificate.kind',
  source: certificates,
  from: '2021-01-01',
  severity: 'refuse',
  field: 'certificate.kind',
  applies: () => true,
  holds: ({ holderType, certificate }) => certificateKind(certificate.kind)?.holderType === holderType,
  says: { zh: '持有者类型不能用这种证件', en: 'This kind of certificate does not fit the holder type' },
  remedy: { zh: '个人选身份证、护照等；企业选营业执照等', en: 'Choose one that the list offers for this holder type' },
})

const numberHasForm = defineRule<HolderInformation>({
  id: 'registrant.certificate.form',
  source: certificates,
  from: '2021-01-01',
  severity: 'refuse',
  field: 'certificate.number',
  applies: ({ certificate }) => certificateKind(certificate.kind) !== undefined,
  holds({ certificate }) {
    const kind = certificateKind(certificate.kind)
    return kind && hasForm(kind, certificate.number)
  },
  says: { zh: '证件号码的格式不对', en: 'The certificate number does not have the form of its kind' },
  remedy: { zh: '对照证件逐位核对', en: 'Compare it with the certificate' },
})

const checkDigitHolds = defineRule<HolderInformation>({
  id: 'registrant.certificate.check-digit',
  source: cite('GB 11643-1999, GB 32100-2015, GB 11714-1997', '校验码'),
  from: '2021-01-01',
  severity: 'refuse',
  field: 'certificate.number',
  applies({ certificate }) {
    const kind = certificateKind(certificate.kind)
    return kind !== undefined && hasForm(kind, certificate.number)
  },
  holds({ certificate }) {
    const kind = certificateKind(certificate.kind)
    return kind && hasCheckDigit(kind, certificate.number)
  },
  says: {
    zh: '证件号码的校验位不对，可能输错了一位',
    en: 'The check digit of the number is wrong; one digit may be mistyped',
  },
  remedy: {
    zh: '对照证件逐位核对（如实填写）',
    en: 'Compare it with the certificate; holder information must be true',
  },
})

const postcodeOfChina = defineRule<HolderInformation>({
  id: 'registrant.postcode.cn',
  source: cite('GB/T 2261', '邮政编码'),
  from: '2021-01-01',
  severity: 'refuse',
  field: 'postcode',
  applies: ({ region }) => region === 'CN',
  holds: ({ postcode }) => /^[0-9]{6}$/.test(postcode),
  says: { zh: '中国内地的邮编是 6 位数字', en: 'A postcode in mainland China has six digits' },
  remedy: { zh: '填写所在地的 6 位邮编', en: 'Give the six digits of the place' },
})

const latinForms = ['name', 'contact', 'province', 'city', 'street'] as const

const englishIsAscii = defineRule<HolderInformation>({
  id: 'registrant.english.ascii',
  source: cite('RFC 5733', '2.4'),
  from: '2021-01-01',
  severity: 'refuse',
  field: 'name.en',
  applies: () => true,
  holds: (holder) => latinForms.every((field) => /^[\x20-\x7e]{1,200}$/.test(holder[field].en)),
  says: {
    zh: '英文信息只能用英文字母、数字和常用符号',
    en: 'The English form takes ASCII letters, digits and punctuation only',
  },
  remedy: { zh: '改写英文信息；留空则由拼音填写', en: 'Rewrite it, or leave it empty to have it filled from pinyin' },
})

export function holderFindings(holder: HolderInformation, today: string): readonly Finding[] {
  const rules = [kindFitsHolder, numberHasForm, checkDigitHolds, postcodeOfChina, englishIsAscii]
  return evaluate(rules, holder, today).findings
}

const emailIsVerified = defineRule<{ emailVerified: boolean }>({
  id: 'registrant.email.verified',
  source: cite('S1', '邮箱真实性验证 (ICANN)'),
  from: '2021-01-01',
  severity: 'refuse',
  field: 'templateId',
  applies: () => true,
  holds: ({ emailVerified }) => emailVerified,
  says: { zh: '这个信息模板的邮箱尚未验证', en: 'The e-mail address of this template is not verified' },
  remedy: {
    zh: '打开验证邮件里的链接或输入验证码',
    en: 'Open the link in the message that was sent, or enter its code',
  },
})

/** Whether a template can be used for an order (S1-110, S1-127). */
export function templateFindings(template: { emailVerified: boolean }): readonly Finding[] {
  return template.emailVerified ? [] : [findingOf(emailIsVerified, template)]
}
