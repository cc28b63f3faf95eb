import {
  han,
  hasDotVariant,
  hasLookAlike,
  hasNarrowBracket,
  hasUnseen,
  isHanName,
  lengthOf,
  normalName,
} from '../holder/holder-name.ts'
import type { IdentityFacts } from '../identity-facts.ts'
import { failureList, fillingStandard, type IdentityRule, identityRule } from './identity-rule.ts'

const longest = 64
const field = 'holder.name'
const standard = fillingStandard('域名所有者名称')
const likePaper = { zh: '照证件上的全称填写', en: 'Write the full name as the paper shows it' }
const organisationWords =
  /(?:公司|集团|工作室|中心|工厂|商店|商行|经营部|学校|大学|学院|医院|协会|学会|联合会|合作社|事务所|委员会|基金会|研究院|研究所|人民政府)$/
const chineseName = ({ holder }: IdentityFacts): string | undefined => holder.name?.zh
const seen = (facts: IdentityFacts): boolean => {
  const name = chineseName(facts)
  return name !== undefined && name.trim() !== '' && !hasUnseen(name)
}
const nameOf = (facts: IdentityFacts): string => chineseName(facts) ?? ''
const dotsPlaced = (facts: IdentityFacts): boolean =>
  !han.test(nameOf(facts)) || !/^·|··|·$/.test(normalName(nameOf(facts)))
/** A mainland person with a paper of the population register. */
const ofRegister = ({ holder, certificate }: IdentityFacts): boolean =>
  holder.type === 'person' && holder.region === 'CN' && certificate?.kind?.numberForm === 'resident'

const given = identityRule({
  id: 'HOLDER-NAME-01',
  source: standard,
  field,
  applies: ({ holder }) => holder.name !== undefined,
  holds: (facts) => nameOf(facts).trim() !== '',
  says: { zh: '没有填写持有者名称', en: 'The name of the holder is not given' },
  remedy: likePaper,
})

const visible = identityRule({
  id: 'HOLDER-NAME-02',
  source: standard,
  field,
  applies: ({ holder }) => holder.name?.zh !== undefined,
  holds: (facts) => !hasUnseen(nameOf(facts)),
  says: {
    zh: '名称里有看不见的字符，或只在某台电脑上能显示的自造字',
    en: 'The name has invisible characters, or characters that exist in the fonts of one computer only',
  },
  remedy: {
    zh: '删去重打；生僻字用输入法的“生僻字”或笔画输入标准字形',
    en: 'Type it again; enter rare characters with an input method that knows their standard code points',
  },
})

const chinese = identityRule({
  id: 'HOLDER-NAME-03',
  source: standard,
  field,
  applies: (facts) => seen(facts) && facts.holder.region === 'CN',
  holds: (facts) => han.test(nameOf(facts)),
  says: { zh: '内地持有者的名称要有汉字', en: 'The name of a mainland holder has Chinese characters' },
  remedy: likePaper,
})

const notTooLong = identityRule({
  id: 'HOLDER-NAME-04',
  source: standard,
  field,
  applies: seen,
  holds: (facts) => lengthOf(nameOf(facts).trim()) <= longest,
  says: (facts) => ({
    zh: `名称有${lengthOf(nameOf(facts).trim())}个字，最多64个`,
    en: `The name has ${lengthOf(nameOf(facts).trim())} characters; at most 64 are taken`,
  }),
  remedy: (facts) => {
    const bare = nameOf(facts)
      .replace(/[（(][^（）()]*[)）]/gu, '')
      .trim()
    return bare !== nameOf(facts).trim() && lengthOf(bare) <= longest
      ? { zh: `去掉括号里的别称，写成“${bare}”`, en: `Leave out the alias in brackets: write “${bare}”` }
      : {
          zh: '先去掉括号里的别称；仍超长就从左取64个字，并请人工审核',
          en: 'Leave out an alias in brackets; if that is not enough, take the first 64 and ask for a review by hand',
        }
  },
})

const noSpace = identityRule({
  id: 'HOLDER-NAME-05',
  source: failureList('名称含空格'),
  field,
  applies: (facts) => seen(facts) && han.test(nameOf(facts)),
  holds: (facts) => !/\s/.test(nameOf(facts).trim()),
  says: { zh: '中文名称里有空格', en: 'There is a space in the Chinese name' },
  remedy: { zh: '删去空格', en: 'Remove the space' },
})

const personOfHan = identityRule({
  id: 'HOLDER-NAME-06',
  source: failureList('姓名与证件不一致'),
  field,
  applies: (facts) => ofRegister(facts) && seen(facts) && han.test(nameOf(facts)),
  holds: (facts) => isHanName(nameOf(facts).replace(/\s+/g, '')),
  says: {
    zh: '居民身份证上的姓名只有汉字和间隔号“·”，不能夹字母、数字或括号',
    en: 'A name on a resident ID card has Chinese characters and the dot “·” only: no letters, digits or brackets',
  },
  remedy: likePaper,
})

const dotInside = identityRule({
  id: 'HOLDER-NAME-07',
  source: failureList('姓名与证件不一致'),
  field,
  applies: seen,
  holds: dotsPlaced,
  says: { zh: '间隔号“·”要单个放在两段姓名之间', en: 'The dot “·” stands alone between two parts of a name' },
  remedy: likePaper,
})

const usualDot = identityRule({
  id: 'HOLDER-NAME-08',
  source: failureList('姓名与证件不一致'),
  severity: 'advise',
  field,
  applies: (facts) => seen(facts) && han.test(nameOf(facts)) && dotsPlaced(facts),
  holds: (facts) => !hasDotVariant(nameOf(facts)),
  says: {
    zh: '间隔号用的不是“·”（U+00B7），核验时可能对不上',
    en: 'The dot is not “·” (U+00B7); the check may not match it',
  },
  remedy: (facts) => ({ zh: `改成“${normalName(nameOf(facts))}”`, en: `Write “${normalName(nameOf(facts))}”` }),
})

const usualCharacters = identityRule({
  id: 'HOLDER-NAME-09',
  source: failureList('姓名与证件不一致'),
  severity: 'advise',
  field,
  applies: seen,
  holds: (facts) => !hasLookAlike(nameOf(facts)),
  says: {
    zh: '名称里有部首字符或兼容字符，看上去一样，核验时对不上',
    en: 'The name has radicals or compatibility characters, which look alike but do not match in the check',
  },
  remedy: (facts) => ({ zh: `改成“${normalName(nameOf(facts))}”`, en: `Write “${normalName(nameOf(facts))}”` }),
})

const wideBrackets = identityRule({
  id: 'HOLDER-NAME-10',
  source: fillingStandard('名称中的括号'),
  severity: 'advise',
  field,
  applies: (facts) => seen(facts) && !ofRegister(facts),
  holds: (facts) => !hasNarrowBracket(nameOf(facts)),
  says: {
    zh: '中文名称用了半角括号，证件上多为全角',
    en: 'The Chinese name has narrow brackets; on papers they are mostly wide',
  },
  remedy: (facts) => ({
    zh: `照证件填；多半是“${normalName(nameOf(facts))}”`,
    en: `Write it as the paper does; mostly “${normalName(nameOf(facts))}”`,
  }),
})

const personNotOrganisation = identityRule({
  id: 'HOLDER-NAME-11',
  source: failureList('持有者类型'),
  field: 'holder.type',
  applies: (facts) => facts.holder.type === 'person' && seen(facts),
  holds: (facts) => !organisationWords.test(nameOf(facts)),
  says: { zh: '持有者类型是个人，名称却是单位', en: 'The holder is a person, but the name is that of an organisation' },
  remedy: {
    zh: '持有者类型改选“企业或组织”，或填本人姓名',
    en: 'Choose “organisation”, or write the name of the person',
  },
})

const organisationNotPerson = identityRule({
  id: 'HOLDER-NAME-12',
  source: failureList('组织名称与注册人不一致'),
  severity: 'advise',
  field,
  applies: (facts) => facts.holder.type === 'organisation' && facts.holder.region === 'CN' && seen(facts),
  holds: (facts) => !/^\p{Script=Han}{2,3}$/u.test(nameOf(facts)),
  says: {
    zh: '持有者是单位，名称却像人名；不要填法定代表人',
    en: 'The holder is an organisation, but the name looks like that of a person; the legal representative is not the holder',
  },
  remedy: { zh: '填写单位全称', en: 'Write the full name of the organisation' },
})

const asOnForeignPaper = identityRule({
  id: 'HOLDER-NAME-13',
  source: failureList('提交资料显示为海外用户'),
  severity: 'advise',
  field,
  applies: (facts) =>
    seen(facts) && facts.holder.region !== undefined && !['CN', 'HK', 'MO', 'TW'].includes(facts.holder.region),
  holds: (facts) => !han.test(nameOf(facts)),
  says: {
    zh: '外国证件上多是英文名称，这里填了中文名称',
    en: 'Foreign papers mostly show a Latin name; a Chinese one is given here',
  },
  remedy: {
    zh: '中文名称栏也照证件填英文，大小写一致',
    en: 'Write the Latin name of the paper in the Chinese field too, in the same case',
  },
})

/** The name of a holder, as the reviews compare it with the paper. */
export const nameRules: readonly IdentityRule[] = [
  given,
  visible,
  chinese,
  notTooLong,
  noSpace,
  personOfHan,
  dotInside,
  usualDot,
  usualCharacters,
  wideBrackets,
  personNotOrganisation,
  organisationNotPerson,
  asOnForeignPaper,
]
