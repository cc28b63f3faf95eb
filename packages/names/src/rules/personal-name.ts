import type { NameFacts } from '../name-facts.ts'
import { offeredWords } from '../personal/offered-words.ts'
import { nameInLabel, partsAround } from '../personal/personal-label.ts'
import { manual, type NameRule, nameRule } from './name-rule.ts'

const source = manual('5 注册姓名.网址域名')
const scope = 'suffix:姓名.网址'
const isPersonal = ({ suffix }: NameFacts) => suffix.class === 'personal-name'
// Spaces and emoji are refused everywhere; hyphens by where they stand.
const sign = /(?!-)[\p{P}\p{Sm}\p{Sc}\p{Sk}]/u
const wordsOf = ({ suffix }: NameFacts) => suffix.offeredWords ?? offeredWords

/** The name on the certificate as it stands in a label; undefined when it is not known. */
function nameOnCard({ given }: NameFacts): string | undefined {
  return (given.holderName?.zh && nameInLabel(given.holderName.zh)) || undefined
}

const namedIn = (facts: NameFacts) => {
  const name = nameOnCard(facts)
  return name === undefined ? undefined : facts.label.includes(name)
}

const noSignInPersonalName = nameRule({
  id: 'PERSON-CHARS-01',
  scope,
  source,
  applies: (facts) => isPersonal(facts) && facts.label.length > 0,
  holds: ({ label }) => !sign.test(label),
  says: {
    zh: '姓名里带“.”或“·”等符号的，不能注册姓名.网址',
    en: 'A name with “.”, “·” or another sign cannot become a personal-name domain',
  },
  remedy: { zh: '请注册普通的.网址或其他域名', en: 'Register an ordinary .网址 name or another one' },
})

const personalNameHasHan = nameRule({
  id: 'PERSON-HAN-01',
  scope,
  source,
  applies: (facts) => isPersonal(facts) && facts.label.length > 0,
  holds: ({ hasHan }) => hasHan,
  says: {
    zh: '姓名.网址要含身份证上的中文姓名',
    en: 'A personal-name domain has the Chinese name of the ID card in it',
  },
  remedy: { zh: '输入身份证上的姓名', en: 'Type the name as on the ID card' },
})

const personalNameIsHolders = nameRule({
  id: 'PERSON-NAME-01',
  scope,
  source,
  field: 'holder',
  applies: (facts) => isPersonal(facts) && facts.hasHan,
  holds: namedIn,
  says: (facts) =>
    nameOnCard(facts) === undefined
      ? {
          zh: '域名里的姓名要与身份证完全一致；证件上的姓名还不知道',
          en: 'The name in the domain equals the one on the ID card, which is not stated',
        }
      : { zh: '域名里的姓名与证件上的姓名不一致', en: 'The name in the domain is not the one on the certificate' },
  remedy: {
    zh: '写成与身份证完全一致的姓名；注册时要填18位身份证号',
    en: 'Write it exactly as on the ID card; the 18-digit ID number is asked for at registration',
  },
})

/** What stands around the name is chosen from a list; anything else could make it another name, as 张三丰 is not 张三. */
const onlyOfferedWords = nameRule({
  id: 'PERSON-WORDS-01',
  scope,
  source: (facts) => wordsOf(facts).source,
  applies: (facts) => isPersonal(facts) && namedIn(facts) === true,
  holds: (facts) => partsAround(facts.label, nameOnCard(facts) ?? '', wordsOf(facts)) !== undefined,
  says: {
    zh: '姓名前后只能加注册时提供的词，或者什么也不加',
    en: 'Before and after the name stand only words that are offered at registration, or nothing',
  },
  remedy(facts) {
    const { before, after } = wordsOf(facts)
    return {
      zh: `前面可用：${before.join('、')}；后面可用：${after.join('、')}`,
      en: `Before it: ${before.join(', ')}; after it: ${after.join(', ')}`,
    }
  },
})

const mainlandPersonOnly = nameRule({
  id: 'PERSON-HOLDER-01',
  scope,
  source,
  field: 'holder',
  applies: isPersonal,
  holds({ given: { holderType, region, certificate } }) {
    if (holderType === 'organisation') return false
    if (region !== undefined && region !== 'CN') return false
    if (certificate?.kind !== undefined && certificate.kind !== 'SFZ') return false
    return holderType === undefined || region === undefined || certificate?.kind === undefined ? undefined : true
  },
  says: {
    zh: '只有持18位居民身份证的中国内地自然人能注册姓名.网址',
    en: 'Only natural persons of mainland China with an 18-digit resident ID may register a personal-name domain',
  },
  remedy: { zh: '请注册普通的.网址或其他域名', en: 'Register an ordinary .网址 name or another one' },
})

/** Those that need no label. */
export const personalHolderRules: readonly NameRule[] = [mainlandPersonOnly]

export const personalNameRules: readonly NameRule[] = [
  noSignInPersonalName,
  personalNameHasHan,
  personalNameIsHolders,
  onlyOfferedWords,
  mainlandPersonOnly,
]
