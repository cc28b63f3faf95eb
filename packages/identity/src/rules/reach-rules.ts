import { cite } from '@yuming/rules'
import type { IdentityFacts } from '../identity-facts.ts'
import { failureList, type IdentityRule, identityRule } from './identity-rule.ts'

const phoneShape = /^\+[1-9]\d{0,2}\.\d{1,14}$/
const phoneOf = ({ holder }: IdentityFacts): string => holder.phone ?? ''
const hasPhone = ({ holder }: IdentityFacts): boolean => holder.phone !== undefined
const shaped = (facts: IdentityFacts): boolean => hasPhone(facts) && phoneShape.test(phoneOf(facts))
const ofChina = (facts: IdentityFacts): boolean => shaped(facts) && phoneOf(facts).startsWith('+86.')
const local = (facts: IdentityFacts): string => phoneOf(facts).slice(4)
const e164 = cite('ITU-T E.164', '6.2', { date: '2010-11-18' })
const numbering = cite('电信网编号计划', '固定电话和移动电话号码')

const phoneWritten = identityRule({
  id: 'PHONE-01',
  source: cite('RFC 5733', '2.5', { date: '2009-08-01' }),
  field: 'holder.phone',
  applies: hasPhone,
  holds: shaped,
  says: {
    zh: '电话要写成“+国家码.号码”，只有数字，例如+86.13800000000',
    en: 'A telephone number is written “+country code.number” with digits only, such as +86.13800000000',
  },
  remedy: {
    zh: '国家码填86，不是区号；分机号留空',
    en: 'The country code of China is 86, not the area code; leave the extension empty',
  },
})

const phoneLength = identityRule({
  id: 'PHONE-02',
  source: e164,
  field: 'holder.phone',
  applies: (facts) => shaped(facts) && !ofChina(facts),
  holds(facts) {
    const digits = phoneOf(facts).length - 2
    return digits >= 7 && digits <= 15
  },
  says: { zh: '带国家码的号码共7到15位数字', en: 'A number with its country code has 7 to 15 digits' },
  remedy: { zh: '补全或删去多余的数字', en: 'Complete it, or remove the digits that are too many' },
})

const noTrunkZero = identityRule({
  id: 'PHONE-03',
  source: failureList('注册联系人字段信息存在错误'),
  field: 'holder.phone',
  applies: ofChina,
  holds: (facts) => !local(facts).startsWith('0'),
  says: { zh: '国家码后面的区号不带0', en: 'Behind the country code the area code has no 0' },
  remedy: (facts) => ({
    zh: `写成+86.${local(facts).replace(/^0+/, '')}`,
    en: `Write +86.${local(facts).replace(/^0+/, '')}`,
  }),
})

const notTwice = identityRule({
  id: 'PHONE-04',
  source: failureList('注册联系人字段信息存在错误'),
  field: 'holder.phone',
  applies: ofChina,
  holds: (facts) => !/^86\d{10,11}$/.test(local(facts)),
  says: { zh: '国家码86写了两遍', en: 'The country code 86 is there twice' },
  remedy: (facts) => ({ zh: `写成+86.${local(facts).slice(2)}`, en: `Write +86.${local(facts).slice(2)}` }),
})

const mobile = /^1[3-9]\d{9}$/
const landline = /^(?:10|2\d)[2-9]\d{7}$|^[3-9]\d{2}[2-9]\d{6,7}$/
const service = /^(?:400|800)\d{7}$/

const chineseNumber = identityRule({
  id: 'PHONE-05',
  source: numbering,
  field: 'holder.phone',
  applies: (facts) => ofChina(facts) && !local(facts).startsWith('0') && !/^86\d{10,11}$/.test(local(facts)),
  holds: (facts) => mobile.test(local(facts)) || landline.test(local(facts)) || service.test(local(facts)),
  says: {
    zh: '不是内地的电话号码：手机是1开头的11位，固定电话是区号加7到8位',
    en: 'Not a number of the mainland: mobile numbers have 11 digits and begin with 1, others an area code and 7 or 8 digits',
  },
  remedy: { zh: '核对号码', en: 'Check the number' },
})

const reachable = identityRule({
  id: 'PHONE-06',
  source: numbering,
  severity: 'advise',
  field: 'holder.phone',
  applies: ofChina,
  holds: (facts) => !service.test(local(facts)),
  says: {
    zh: '400和800号码收不到短信，境外也打不通',
    en: 'A 400 or 800 number takes no messages and cannot be called from abroad',
  },
  remedy: { zh: '填手机或固定电话', en: 'Give a mobile number or a landline' },
})

const callingCodes: Readonly<Record<string, string>> = { CN: '86', HK: '852', MO: '853', TW: '886' }

const phoneOfRegion = identityRule({
  id: 'PHONE-07',
  source: failureList('注册联系人字段信息存在错误'),
  severity: 'advise',
  field: 'holder.phone',
  applies: (facts) => shaped(facts) && callingCodes[facts.holder.region ?? ''] !== undefined,
  holds: (facts) => phoneOf(facts).startsWith(`+${callingCodes[facts.holder.region ?? ''] ?? ''}.`),
  says: ({ holder }) => ({
    zh: `所选地区的国家码是${callingCodes[holder.region ?? ''] ?? '…'}，与电话不同`,
    en: `The country code of the region chosen is ${callingCodes[holder.region ?? ''] ?? '…'}; the telephone number has another`,
  }),
  remedy: { zh: '核对地区和国家码；确是境外号码就不用改', en: 'Check both; a number from abroad may stay' },
})

const emailOf = ({ holder }: IdentityFacts): string => holder.email ?? ''
const hasEmail = ({ holder }: IdentityFacts): boolean => holder.email !== undefined
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const domainPart = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const emailShape = new RegExp(`^${atom}(?:\\.${atom})*@${domainPart}$`)
const asciiOnly = /^[\x21-\x7e]+$/
const closedEnds = /\.(?:invalid|localhost|local|test|example|internal|lan)$/i

const emailAscii = identityRule({
  id: 'EMAIL-01',
  source: cite('RFC 5733', '2.6', { date: '2009-08-01' }),
  field: 'holder.email',
  applies: hasEmail,
  holds: (facts) => asciiOnly.test(emailOf(facts)),
  says: {
    zh: '邮箱里有空格、全角符号或汉字，注册局不接受',
    en: 'The address has spaces, wide signs or Chinese characters, which registries do not take',
  },
  remedy: {
    zh: '换成只有英文字母、数字和符号的邮箱；注意全角的＠和。',
    en: 'Use an address of ASCII characters; mind the wide ＠ and 。',
  },
})

const emailWritten = identityRule({
  id: 'EMAIL-02',
  source: cite('RFC 5321', '4.1.2', { date: '2008-10-01' }),
  field: 'holder.email',
  applies: (facts) => hasEmail(facts) && asciiOnly.test(emailOf(facts)),
  holds: (facts) => emailShape.test(emailOf(facts)),
  says: { zh: '邮箱的写法不对', en: 'The e-mail address is not written as it should be' },
  remedy: { zh: '应为“名字@域名”，例如zhang@shanyue.cn', en: 'It is “name@domain”, such as zhang@shanyue.cn' },
})

const emailLength = identityRule({
  id: 'EMAIL-03',
  source: cite('RFC 5321', '4.5.3.1', { date: '2008-10-01' }),
  field: 'holder.email',
  applies: (facts) => hasEmail(facts) && emailShape.test(emailOf(facts)),
  holds: (facts) => emailOf(facts).length <= 254 && emailOf(facts).indexOf('@') <= 64,
  says: {
    zh: '邮箱太长：@前最多64个字符，总共最多254个',
    en: 'The address is too long: at most 64 characters before the @, and 254 in all',
  },
  remedy: { zh: '换一个邮箱', en: 'Use another address' },
})

const emailReceives = identityRule({
  id: 'EMAIL-04',
  source: cite('RFC 6761', '6', { date: '2013-02-01' }),
  field: 'holder.email',
  applies: (facts) => hasEmail(facts) && emailShape.test(emailOf(facts)),
  holds: (facts) => !closedEnds.test(emailOf(facts)),
  says: { zh: '这个邮箱的域名收不到外面的邮件', en: 'No mail from outside reaches this domain' },
  remedy: { zh: '填能收到验证邮件的邮箱', en: 'Give an address that receives the message with the link' },
})

/** Telephone and e-mail. */
export const reachRules: readonly IdentityRule[] = [
  phoneWritten,
  phoneLength,
  noTrunkZero,
  notTwice,
  chineseNumber,
  reachable,
  phoneOfRegion,
  emailAscii,
  emailWritten,
  emailLength,
  emailReceives,
]
