import { cite } from '@yuming/rules'
import { type NameRule, nameRule, naming } from './name-rule.ts'

/** A name that is meant to be a Chinese one; .hk and personal names say the same in rules of their own. */
const hasChineseCharacter = nameRule({
  id: 'NAME-HAN-01',
  source: naming('2.1 中文域名'),
  applies: ({ given, suffix, label }) =>
    given.nameClass === 'chinese' &&
    label.length > 0 &&
    suffix.class !== 'personal-name' &&
    !suffix.class.startsWith('hk'),
  holds: ({ hasHan }) => hasHan,
  says: {
    zh: '中文域名至少要有一个汉字，不能只有字母或数字',
    en: 'A Chinese name has at least one Chinese character, not only letters or digits',
  },
  remedy: { zh: '加上汉字，或按英文域名注册', en: 'Add a Chinese character, or register it as an English name' },
})

const englishNameIsLatin = nameRule({
  id: 'NAME-ENGLISH-01',
  source: naming('2.1 英文域名'),
  applies: ({ given }) => given.nameClass === 'english',
  holds: ({ hasHan }) => !hasHan,
  says: { zh: '英文域名只能有字母、数字和连接符', en: 'An English name has letters, digits and hyphens only' },
  remedy: { zh: '改用拼音，或按中文域名注册', en: 'Use pinyin, or register it as a Chinese name' },
})

const chineseLength = nameRule({
  id: 'NAME-LENGTH-02',
  only: 'han',
  source: naming('2.1 中文域名'),
  // Where a suffix has a shorter limit of its own, that one speaks.
  applies: ({ hasHan, length, suffix: { policy } }) =>
    hasHan && !(policy.maxLengthChinese !== null && length > policy.maxLengthChinese),
  holds: ({ ascii }) => ascii === undefined || ascii.length <= 63,
  says: ({ ascii }) => ({
    zh: `名字太长：转成Punycode后最多63个字符，现在有${ascii?.length ?? 0}个`,
    en: `The name is too long: at most 63 characters once in Punycode, and this one has ${ascii?.length ?? 0}`,
  }),
  remedy: { zh: '缩短名字', en: 'Shorten the name' },
})

/** An older text of the registry, which gives no date; the manual of 2021 measures in Punycode instead. */
const oldChineseLengthUnderCn = nameRule({
  id: 'CN-HAN-LENGTH-01',
  only: 'han',
  scope: 'suffix:.cn',
  source: cite('中文域名注册说明（旧文，未注明日期）', '长度'),
  from: '2000-01-01',
  until: '2021-01-18',
  applies: ({ hasHan, suffix }) => hasHan && suffix.name === 'cn',
  holds: ({ length }) => length <= 20,
  says: { zh: '.cn中文域名最多20个字符', en: 'A Chinese name under .cn has at most 20 characters' },
  remedy: { zh: '缩短名字', en: 'Shorten the name' },
})

export const chineseLabelRules: readonly NameRule[] = [
  hasChineseCharacter,
  englishNameIsLatin,
  chineseLength,
  oldChineseLengthUnderCn,
]
