import { cite, defineRule } from '@yuming/rules'
import type { HolderInformation } from './schemas.ts'

type Reached = { readonly [Part in 'phone' | 'region']?: HolderInformation[Part] | undefined }

/** Area codes of the mainland without their 0, as they are mistaken for a country code. */
const areaCode = /^0?(?:10|2[0-57-9]|[3-9]\d{2})$/
const localNumber = /^[2-9]\d{6,7}$/
/** ITU-T E.164 assigned country codes. */
const countryCode =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[1-368]|22\d|23\d|24\d|25[0-8]|26\d|29[01789]|35\d|37\d|38[0-35-79]|42[013]|50\d|59\d|67[02-9]|68[0-35-9]|69[0-2]|80[08]|85[02356]|87[08]|88[012368]|96[0-8]|97[0-79]|99[2-68])$/

function partsOf(phone: string): readonly [code: string, number: string] {
  const [, code = '', number = ''] = /^\+?(\d{1,4})[.\- ](\d+)$/.exec(phone) ?? []
  return [code, number]
}

const registryAnswer = {
  zh: '注册局会回答“Command syntax error”或“XML schema validation failed”',
  en: 'the registry would answer “Command syntax error” or “XML schema validation failed”',
}

const countryNotArea = defineRule<Reached>({
  id: 'registrant.phone.area-code',
  source: cite('域名实名认证失败原因及解决方案', '注册联系人字段信息存在错误', { date: '2021-07-23' }),
  from: '2021-07-23',
  severity: 'refuse',
  field: 'phone',
  applies: ({ phone, region }) => phone !== undefined && region === 'CN' && partsOf(phone)[0] !== '86',
  holds({ phone = '' }) {
    const [code, number] = partsOf(phone)
    return !(areaCode.test(code) && localNumber.test(number))
  },
  says: {
    zh: `国家码的位置填了区号；${registryAnswer.zh}`,
    en: `An area code stands where the country code belongs; ${registryAnswer.en}`,
  },
  remedy: ({ phone = '' }) => {
    const [code, number] = partsOf(phone)
    const right = `+86.${code.replace(/^0/, '')}${number}`
    return { zh: `写成${right}`, en: `Write ${right}` }
  },
})

const countryAssigned = defineRule<Reached>({
  id: 'registrant.phone.country-code',
  source: cite('ITU-T E.164', '6.2.1', { date: '2010-11-18' }),
  from: '2021-07-23',
  severity: 'refuse',
  field: 'phone',
  applies: (facts) =>
    facts.phone !== undefined &&
    /^\+[1-9]\d{0,2}\.\d+$/.test(facts.phone) &&
    !(countryNotArea.applies(facts) && countryNotArea.holds(facts) === false),
  holds: ({ phone = '' }) => countryCode.test(partsOf(phone)[0]),
  says: {
    zh: `没有这个国家码；${registryAnswer.zh}`,
    en: `There is no such country code; ${registryAnswer.en}`,
  },
  remedy: {
    zh: '中国内地填86，香港852，澳门853，台湾886',
    en: 'Mainland China 86, Hong Kong 852, Macao 853, Taiwan 886',
  },
})

/** The country code of a telephone number, where a registry's own answer would tell nobody what is wrong. */
export const phoneRules = [countryNotArea, countryAssigned] as const
