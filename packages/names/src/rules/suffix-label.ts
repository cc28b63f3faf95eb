import { type NameRule, nameRule, sourceOf } from './name-rule.ts'

const onlyShort = 2
const ownChineseRule: ReadonlySet<string> = new Set(['none', 'cn-category', 'cn-province', 'personal-name'])

/** com.cn and the like have a rule of their own with the text of the manual. */
const suffixTakesChinese = nameRule({
  id: 'SUFFIX-IDN-01',
  only: 'han',
  source: sourceOf('chineseLabels'),
  applies: ({ hasHan, suffix }) => hasHan && !ownChineseRule.has(suffix.class),
  holds: ({ suffix }) => suffix.policy.chineseLabels ?? undefined,
  says: ({ suffix: { name, policy } }) =>
    policy.chineseLabels === null
      ? { zh: `不清楚.${name}收不收中文名`, en: `Whether .${name} takes Chinese names is not known` }
      : { zh: `.${name}不收中文名`, en: `.${name} does not take Chinese names` },
  remedy: { zh: '改用拼音，或选.cn、.中国、.公司', en: 'Use pinyin, or choose .cn, .中国 or .公司' },
})

/** .中国 has taken names of letters and digits since 2012-10-29; of other Chinese suffixes it is not known. */
const suffixTakesLatin = nameRule({
  id: 'SUFFIX-LATIN-01',
  source: sourceOf('latinLabels'),
  from: '2012-10-29',
  applies: ({ hasHan, suffix }) => !hasHan && (suffix.class === 'general' || suffix.class === 'cnnic'),
  holds: ({ suffix }) => suffix.policy.latinLabels ?? undefined,
  says: ({ suffix: { name, policy } }) =>
    policy.latinLabels === null
      ? {
          zh: `不清楚.${name}收不收没有汉字的名字`,
          en: `Whether .${name} takes names without Chinese characters is not known`,
        }
      : { zh: `.${name}只收有汉字的名字`, en: `.${name} takes names with a Chinese character only` },
  remedy: { zh: '加上汉字，或选.cn、.中国、.com', en: 'Add a Chinese character, or choose .cn, .中国 or .com' },
})

const longEnough = nameRule({
  id: 'SUFFIX-MIN-01',
  source: sourceOf('minLength'),
  // No minimum above three is known, and three is stated wherever it holds; only very short names can be in doubt.
  // A single Chinese character is several once encoded, and registries take it.
  applies: ({ length, label, ascii, suffix: { class: kind, policy } }) =>
    ascii === label &&
    kind !== 'none' &&
    kind !== 'cn-province' &&
    length > 0 &&
    (length <= onlyShort || policy.minLength !== null),
  holds: ({ length, suffix: { policy } }) => (policy.minLength === null ? undefined : length >= policy.minLength),
  says: ({ suffix: { name, policy } }) =>
    policy.minLength === null
      ? { zh: `不清楚.${name}最少要几个字符`, en: `The fewest characters that .${name} takes are not known` }
      : {
          zh: `.${name}至少要${policy.minLength}个字符`,
          en: `A name under .${name} has at least ${policy.minLength} characters`,
        },
  remedy: { zh: '加长名字', en: 'Choose a longer name' },
})

const shortEnough = nameRule({
  id: 'SUFFIX-MAX-01',
  source: sourceOf('maxLength'),
  applies: ({ suffix: { policy } }) => policy.maxLength !== null,
  holds: ({ length, suffix: { policy } }) => policy.maxLength === null || length <= policy.maxLength,
  says: ({ suffix: { name, policy } }) => ({
    zh: `.${name}最多${policy.maxLength}个字符`,
    en: `A name under .${name} has at most ${policy.maxLength} characters`,
  }),
  remedy: { zh: '缩短名字', en: 'Shorten the name' },
})

const shortEnoughInChinese = nameRule({
  id: 'SUFFIX-MAX-02',
  only: 'han',
  source: sourceOf('maxLengthChinese'),
  applies: ({ hasHan, suffix }) => hasHan && suffix.policy.maxLengthChinese !== null && !suffix.class.startsWith('hk'),
  holds: ({ length, suffix: { policy } }) => policy.maxLengthChinese === null || length <= policy.maxLengthChinese,
  says: ({ suffix: { name, policy } }) => ({
    zh: `.${name}的中文名最多${policy.maxLengthChinese}个字符`,
    en: `A Chinese name under .${name} has at most ${policy.maxLengthChinese} characters`,
  }),
  remedy: { zh: '缩短名字', en: 'Shorten the name' },
})

export const suffixLabelRules: readonly NameRule[] = [
  suffixTakesChinese,
  suffixTakesLatin,
  longEnough,
  shortEnough,
  shortEnoughInChinese,
]
