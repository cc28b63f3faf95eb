import { cite } from '@yuming/rules'
import { provinceOf, provincesWith } from '../holder/divisions.ts'
import { han, lengthOf } from '../holder/holder-name.ts'
import type { HolderFacts, IdentityFacts } from '../identity-facts.ts'
import { failureList, fillingStandard, type IdentityRule, identityRule } from './identity-rule.ts'

const mainland = ({ holder }: IdentityFacts): boolean => holder.region === 'CN'

/** Latin form of one field: ASCII, with a letter, within its length. */
function latinRules(
  name: string,
  part: 'name' | 'contact' | 'province' | 'city' | 'street',
  zh: string,
  least: number,
): readonly IdentityRule[] {
  const formOf = ({ holder }: IdentityFacts) => holder[part]?.en
  const field = `holder.${part}.en`
  const applies = (facts: IdentityFacts) => formOf(facts) !== undefined
  const ascii = (facts: IdentityFacts) => /^[\x20-\x7e]*$/.test(formOf(facts) ?? '')
  return [
    identityRule({
      id: `ENGLISH-${name}-01`,
      source: fillingStandard(`英文${zh}`),
      field,
      applies,
      holds: ascii,
      says: {
        zh: `英文${zh}里有英文以外的字符；不要填“·”和书名号`,
        en: 'The English form has characters other than letters, digits and usual signs; the dot “·” and 《》 are left out',
      },
      remedy: {
        zh: '改写成英文或拼音，留空则由拼音填写',
        en: 'Write it in English or pinyin; empty, it is filled from pinyin',
      },
    }),
    identityRule({
      id: `ENGLISH-${name}-02`,
      source: fillingStandard(`英文${zh}`),
      field,
      applies: (facts) => applies(facts) && ascii(facts),
      holds: (facts) => {
        const form = (formOf(facts) ?? '').trim()
        return form.length >= least && form.length <= 64 && /[A-Za-z]/.test(form)
      },
      says: {
        zh: `英文${zh}要有字母，${least}到64个字符`,
        en: `The English form has letters, and ${least} to 64 characters`,
      },
      remedy: { zh: '缩写或补全；留空则由拼音填写', en: 'Shorten or complete it; empty, it is filled from pinyin' },
    }),
  ]
}

const contactLength = identityRule({
  id: 'HOLDER-CONTACT-01',
  source: fillingStandard('联系人'),
  field: 'holder.contact',
  applies: ({ holder }) => holder.contact?.zh !== undefined,
  holds({ holder }) {
    const length = lengthOf(holder.contact?.zh?.trim() ?? '')
    return length >= 1 && length <= 32
  },
  says: { zh: '联系人要有1到32个字', en: 'The contact has 1 to 32 characters' },
  remedy: { zh: '填一个人的姓名', en: 'Give the name of one person' },
})

const provinceKnown = identityRule({
  id: 'ADDRESS-PROVINCE-01',
  source: cite('GB/T 2260-2007', '省级地区名称', { date: '2008-02-01' }),
  field: 'holder.province',
  applies: (facts) => mainland(facts) && facts.holder.province?.zh !== undefined,
  holds: ({ holder }) => provinceOf(holder.province?.zh?.trim() ?? '') !== undefined,
  says: ({ holder }) => ({
    zh: `内地没有叫“${holder.province?.zh ?? '…'}”的省、自治区或直辖市`,
    en: `There is no province of the mainland called “${holder.province?.zh ?? '…'}”`,
  }),
  remedy: {
    zh: '从列表里选；港澳台地址要改选地区',
    en: 'Choose it from the list; for Hong Kong, Macao or Taiwan change the region',
  },
})

const cityOf = ({ city }: HolderFacts): string => city?.zh?.trim() ?? ''

const cityInProvince = identityRule({
  id: 'ADDRESS-CITY-01',
  source: cite('统计用区划代码和城乡划分代码', '地级', { date: '2023-12-31' }),
  field: 'holder.city',
  applies: (facts) =>
    mainland(facts) &&
    facts.holder.city?.zh !== undefined &&
    provinceOf(facts.holder.province?.zh?.trim() ?? '') !== undefined,
  holds({ holder }) {
    const city = cityOf(holder)
    return provinceOf(holder.province?.zh?.trim() ?? '')?.cities.has(city) === true || provincesWith(city).length === 0
  },
  says: ({ holder }) => ({
    zh: `${cityOf(holder)}在${provincesWith(cityOf(holder)).join('、')}，不在${holder.province?.zh ?? '…'}`,
    en: `${cityOf(holder)} is in ${provincesWith(cityOf(holder)).join(', ')}, not in ${holder.province?.zh ?? '…'}`,
  }),
  remedy: { zh: '更正省份或城市', en: 'Correct the province or the city' },
})

const cityKnown = identityRule({
  id: 'ADDRESS-CITY-02',
  source: cite('统计用区划代码和城乡划分代码', '地级', { date: '2023-12-31' }),
  severity: 'advise',
  field: 'holder.city',
  applies: (facts) => mainland(facts) && facts.holder.city?.zh !== undefined,
  holds: ({ holder }) => provincesWith(cityOf(holder)).length > 0,
  says: {
    zh: '没有找到这个城市；要填地级市、州、盟、地区或省直辖的县市',
    en: 'This city is not in the table; a city, prefecture or county right under the province is meant',
  },
  remedy: { zh: '县、区和街道写进详细地址', en: 'Write county, district and street into the street field' },
})

const streetOf = ({ holder }: IdentityFacts): string => holder.street?.zh?.trim() ?? ''
const streetLengthHolds = (facts: IdentityFacts) => {
  const length = lengthOf(streetOf(facts))
  return length >= 4 && length <= 64
}
const streetBeginsHolds = (facts: IdentityFacts) => !mainland(facts) || /^\p{Script=Han}/u.test(streetOf(facts))

const streetLength = identityRule({
  id: 'ADDRESS-STREET-01',
  source: fillingStandard('通讯地址'),
  field: 'holder.street',
  applies: ({ holder }) => holder.street?.zh !== undefined,
  holds: streetLengthHolds,
  says: { zh: '详细地址要有4到64个字', en: 'The street has 4 to 64 characters' },
  remedy: {
    zh: '写到门牌；太长就去掉已在省市栏里的部分',
    en: 'Write it down to the house number; leave out what stands in province and city',
  },
})

const streetBegins = identityRule({
  id: 'ADDRESS-STREET-02',
  source: fillingStandard('通讯地址'),
  field: 'holder.street',
  applies: (facts) => mainland(facts) && facts.holder.street?.zh !== undefined && streetLengthHolds(facts),
  holds: streetBeginsHolds,
  says: { zh: '详细地址要以汉字开头', en: 'The street begins with a Chinese character' },
  remedy: { zh: '从区、县或路名写起', en: 'Begin with the district, county or street' },
})

const houseNumber = identityRule({
  id: 'ADDRESS-STREET-03',
  source: failureList('注册信息不真实、不准确、不完整'),
  severity: 'advise',
  field: 'holder.street',
  applies: (facts) =>
    mainland(facts) && facts.holder.street?.zh !== undefined && streetLengthHolds(facts) && streetBeginsHolds(facts),
  holds: (facts) => /[0-9０-９〇一二三四五六七八九十百]|号|栋|幢|室|村|楼|层/.test(streetOf(facts)),
  says: {
    zh: '地址好像没有写到门牌；抽查会要求补全',
    en: 'The address seems to have no house number; a spot check would ask for it',
  },
  remedy: { zh: '补上门牌号、楼层和房间', en: 'Add the number, floor and room' },
})

const postcodeDigits = identityRule({
  id: 'ADDRESS-POSTCODE-01',
  source: fillingStandard('邮编'),
  field: 'holder.postcode',
  applies: (facts) => mainland(facts) && facts.holder.postcode !== undefined,
  holds: ({ holder }) => /^(?!0{6})[0-8][0-9]{5}$/.test(holder.postcode ?? ''),
  says: {
    zh: '内地的邮编是6位数字，以0到8开头',
    en: 'A postcode of the mainland has six digits and begins with 0 to 8',
  },
  remedy: { zh: '填写所在地的邮编，不是电话区号', en: 'Give the postcode of the place, not its telephone area code' },
})

const postcodeOfProvince = identityRule({
  id: 'ADDRESS-POSTCODE-02',
  source: cite('邮政编码', '前两位表示省级地区'),
  severity: 'advise',
  field: 'holder.postcode',
  applies: (facts) =>
    mainland(facts) &&
    /^(?!0{6})[0-8][0-9]{5}$/.test(facts.holder.postcode ?? '') &&
    provinceOf(facts.holder.province?.zh?.trim() ?? '') !== undefined,
  holds: ({ holder }) =>
    provinceOf(holder.province?.zh?.trim() ?? '')?.postcodes.has((holder.postcode ?? '').slice(0, 2)),
  says: ({ holder }) => ({
    zh: `邮编${holder.postcode ?? '…'}不像是${holder.province?.zh ?? '…'}的`,
    en: `The postcode ${holder.postcode ?? '…'} does not look like one of ${holder.province?.en ?? holder.province?.zh ?? '…'}`,
  }),
  remedy: { zh: '核对邮编和省份', en: 'Check the postcode and the province' },
})

const postcodeElsewhere = identityRule({
  id: 'ADDRESS-POSTCODE-03',
  source: cite('RFC 5733', '2.4.1', { date: '2009-08-01' }),
  field: 'holder.postcode',
  applies: ({ holder }) => holder.region !== undefined && holder.region !== 'CN' && holder.postcode !== undefined,
  holds: ({ holder }) => /^[A-Za-z0-9](?:[A-Za-z0-9 -]{0,14}[A-Za-z0-9])?$/.test(holder.postcode ?? ''),
  says: {
    zh: '邮编是1到16个字母、数字、空格或连字符',
    en: 'A postcode has 1 to 16 letters, digits, spaces or hyphens',
  },
  remedy: { zh: '当地没有邮编时留空', en: 'Where a place has none, leave it empty' },
})

const chineseStreet = ({ holder }: IdentityFacts): boolean => han.test(holder.street?.zh ?? '')

const streetInChinese = identityRule({
  id: 'ADDRESS-STREET-04',
  source: cite('CNNIC注册信息接口', 'postalInfo loc与int'),
  severity: 'advise',
  field: 'holder.street',
  applies: ({ holder }) => ['HK', 'MO', 'TW'].includes(holder.region ?? '') && holder.street?.zh !== undefined,
  holds: chineseStreet,
  says: { zh: '中文地址栏里没有汉字', en: 'There is no Chinese character in the Chinese form of the address' },
  remedy: {
    zh: '中文栏填中文地址，英文地址填在英文栏',
    en: 'Write the Chinese address there, and the English one in its own field',
  },
})

/** Address, contact and Latin forms. */
export const fieldRules: readonly IdentityRule[] = [
  ...latinRules('NAME', 'name', '名称', 1),
  contactLength,
  ...latinRules('CONTACT', 'contact', '联系人', 3),
  provinceKnown,
  ...latinRules('PROVINCE', 'province', '省份', 1),
  cityInProvince,
  cityKnown,
  ...latinRules('CITY', 'city', '城市', 1),
  streetLength,
  streetBegins,
  houseNumber,
  streetInChinese,
  ...latinRules('STREET', 'street', '地址', 4),
  postcodeDigits,
  postcodeOfProvince,
  postcodeElsewhere,
]
