import { type NameRule, nameRule, naming } from './name-rule.ts'

/** Neither Han nor letter, digit or hyphen. */
const foreign = /[^\p{Script=Han}a-z0-9-]/u
const foreignLetter = /[^\P{L}\p{Script=Han}a-z]|\p{M}|(?![0-9]|\p{Script=Han})\p{N}/u
const sign = /[^\p{Script=Han}\p{L}\p{M}\p{N}.-]/u
const emoji = /(?![0-9])\p{Extended_Pictographic}|\p{Emoji_Presentation}|\u20e3/u
const space = /[\p{White_Space}\p{Cc}\p{Cf}]/u

const allowed = {
  zh: '只用汉字、字母a–z、数字0–9和连接符',
  en: 'Use only Chinese characters, letters a–z, digits 0–9 and the hyphen',
}

const notEmpty = nameRule({
  id: 'NAME-EMPTY-01',
  source: naming('2.1'),
  holds: ({ label }) => label.length > 0,
  says: { zh: '还没有填名字', en: 'There is no name yet' },
  remedy: { zh: '输入一个词，例如：山月茶', en: 'Type a word, for example shanyuecha' },
})

const noSpace = nameRule({
  id: 'NAME-SPACE-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy }) => !tidy,
  holds: ({ label }) => !space.test(label),
  says: { zh: '名字里不能有空格或看不见的字符', en: 'A name has no spaces and no invisible characters' },
  remedy: { zh: '去掉空格，或改用连接符', en: 'Remove the space, or use a hyphen' },
})

const decodes = nameRule({
  id: 'NAME-PUNY-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy }) => !tidy,
  holds: ({ badPunycode }) => !badPunycode,
  says: { zh: '这个xn--写法解不出名字', en: 'This xn-- form decodes to no name' },
  remedy: { zh: '直接输入汉字', en: 'Type the characters themselves' },
})

const oneLabel = nameRule({
  id: 'NAME-DOT-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy, suffix }) => !tidy && suffix.class !== 'personal-name',
  holds: ({ label }) => !label.includes('.'),
  says: ({ label }) =>
    /^\.|\.\.|\.$/.test(label)
      ? { zh: '有一段是空的：点写多了', en: 'One part is empty: there is a dot too many' }
      : { zh: '后缀前只能有一段，中间不能有点', en: 'One part stands before the suffix, without a dot in it' },
  remedy: { zh: '去掉点；子域名在注册后自己添加', en: 'Remove the dot; subdomains are added once the name is yours' },
})

const noEmoji = nameRule({
  id: 'NAME-EMOJI-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy }) => !tidy,
  holds: ({ label }) => !emoji.test(label),
  says: { zh: '名字里不能有表情符号', en: 'A name has no emoji' },
  remedy: allowed,
})

const noSigns = nameRule({
  id: 'NAME-CHARS-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ label, tidy, suffix }) =>
    !tidy && suffix.class !== 'personal-name' && !emoji.test(label) && !space.test(label),
  holds: ({ label }) => !sign.test(label),
  says: ({ label }) => {
    const found = sign.exec(label)?.[0] ?? '…'
    return { zh: `名字里不能有“${found}”`, en: `A name cannot have “${found}”` }
  },
  remedy: allowed,
})

/** Only Latin and Chinese names are known to the sources; letters that look like the Latin ones deceive. */
const latinAndHanOnly = nameRule({
  id: 'NAME-SCRIPT-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy }) => !tidy,
  holds: ({ label }) => !foreignLetter.test(label),
  says: ({ label }) => {
    const found = foreignLetter.exec(label)?.[0] ?? '…'
    return {
      zh: `“${found}”不是汉字，也不是英文字母`,
      en: `“${found}” is neither a Chinese character nor a letter a–z`,
    }
  },
  remedy: allowed,
})

const noHyphenAtEdge = nameRule({
  id: 'NAME-HYPHEN-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy, badPunycode, label }) => !tidy && !badPunycode && /[^-]/.test(label),
  holds: ({ label }) => !label.startsWith('-') && !label.endsWith('-'),
  says: { zh: '连接符不能在开头或结尾', en: 'A hyphen is neither first nor last' },
  remedy: { zh: '去掉首尾的连接符', en: 'Remove the hyphen at the start or end' },
})

/** Registries differ (some forbid only the third and fourth place together); the manual forbids it anywhere. */
const noHyphensInRow = nameRule({
  id: 'NAME-HYPHEN-02',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy, badPunycode, label, suffix, hasHan }) =>
    !tidy &&
    !badPunycode &&
    /[^-]/.test(label) &&
    !(hasHan && suffix.class.startsWith('hk') && label.startsWith('--', 2)),
  holds: ({ label }) => !label.includes('--'),
  says: { zh: '连接符不能连着写', en: 'Hyphens do not follow one another' },
  remedy: { zh: '只留一个连接符', en: 'Keep one hyphen' },
})

const notOnlyHyphens = nameRule({
  id: 'NAME-HYPHEN-03',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy }) => !tidy,
  holds: ({ label }) => !/^-+$/.test(label),
  says: { zh: '名字不能只有连接符', en: 'A name is not made of hyphens only' },
  remedy: { zh: '加上字母、数字或汉字', en: 'Add letters, digits or Chinese characters' },
})

const latinLength = nameRule({
  id: 'NAME-LENGTH-01',
  source: naming('2.1 英文域名'),
  applies: ({ hasHan }) => !hasHan,
  holds: ({ label, ascii }) => (ascii ?? label).length <= 63,
  says: ({ ascii, length }) => ({
    zh: `名字最多63个字符，现在有${ascii?.length ?? length}个`,
    en: `A name has at most 63 characters; this one has ${ascii?.length ?? length}`,
  }),
  remedy: { zh: '缩短名字', en: 'Shorten the name' },
})

const hasInternationalForm = nameRule({
  id: 'NAME-IDNA-01',
  only: 'untidy',
  source: naming('2.1'),
  applies: ({ tidy, label, badPunycode }) =>
    !tidy && label.length > 0 && !badPunycode && !foreign.test(label) && !label.startsWith('xn--'),
  holds: ({ ascii }) => ascii !== undefined,
  says: { zh: '这个名字没有合法的国际化写法', en: 'The name has no valid internationalised form' },
  remedy: allowed,
})

export const generalLabelRules: readonly NameRule[] = [
  notEmpty,
  noSpace,
  decodes,
  oneLabel,
  noEmoji,
  noSigns,
  latinAndHanOnly,
  noHyphenAtEdge,
  noHyphensInRow,
  notOnlyHyphens,
  latinLength,
  hasInternationalForm,
]
