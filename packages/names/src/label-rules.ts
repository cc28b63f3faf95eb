import { cite, defineRule, type Rule } from '@yuming/rules'
import type { LabelFacts } from './label-facts.ts'

const naming = (section: string) => cite('域名命名规则（域名注册说明）', section, { date: '2021-01-19' })
const since = '2021-01-19'

// Letters that look like the Latin ones, and emoji: everything that is neither Han nor the letters, digits and hyphen.
const foreign = /[^\p{Script=Han}a-z0-9-]/u
const emoji = /\p{Extended_Pictographic}/u
const space = /[\p{White_Space}\p{Cc}\p{Cf}]/u
// Ideographic iteration marks and the like carry the Han script, but no Chinese registry takes them.
const notInTable = /[々〆〇〡-〩〸-〻]/u

const allowed = {
  zh: '只用汉字、字母 a–z、数字 0–9 和连接符',
  en: 'Use only Chinese characters, letters a–z, digits 0–9 and the hyphen',
}

const rule = (
  id: string,
  section: string,
  text: { says: Rule<LabelFacts>['says']; remedy: Rule<LabelFacts>['remedy'] },
  holds: (facts: LabelFacts) => boolean,
  applies: (facts: LabelFacts) => boolean = () => true,
): Rule<LabelFacts> =>
  defineRule<LabelFacts>({
    id,
    source: naming(section),
    from: since,
    severity: 'refuse',
    field: 'label',
    applies,
    holds,
    ...text,
  })

const nation = /中国|國家|国家|中华|中華|全国|全國|(?:^|-)(?:china|chinese|national)(?:-|$)/

/** The rules of a label, whatever the suffix (S1-29, S1-31…S1-34, S1-36…S1-41, S1-53), and of the second-level zones of .cn (S1-35). */
export const labelRules: readonly Rule<LabelFacts>[] = [
  rule(
    'NAME-EMPTY-01',
    '2.1',
    {
      says: { zh: '还没有填名字', en: 'There is no name yet' },
      remedy: { zh: '输入一个词，例如 山月茶', en: 'Type a word, for example shanyuecha' },
    },
    ({ label }) => label.length > 0,
  ),
  rule(
    'NAME-SPACE-01',
    '2.1',
    {
      says: { zh: '名字里不能有空格或看不见的字符', en: 'A name has no spaces and no invisible characters' },
      remedy: { zh: '去掉空格，或改用连接符', en: 'Remove the space, or use a hyphen' },
    },
    ({ label }) => !space.test(label),
  ),
  rule(
    'NAME-PUNY-01',
    '2.1',
    {
      says: { zh: '这个 xn-- 写法解不出名字', en: 'This xn-- form decodes to no name' },
      remedy: { zh: '直接输入汉字', en: 'Type the characters themselves' },
    },
    ({ badPunycode }) => !badPunycode,
  ),
  rule(
    'NAME-EMOJI-01',
    '2.1',
    { says: { zh: '名字里不能有表情符号', en: 'A name has no emoji' }, remedy: allowed },
    ({ label }) => !emoji.test(label),
  ),
  rule(
    'NAME-CHARS-01',
    '2.1',
    {
      says: ({ label }) => {
        const found = foreign.exec(label)?.[0] ?? notInTable.exec(label)?.[0] ?? ''
        return { zh: `名字里不能有“${found}”`, en: `A name cannot have “${found}”` }
      },
      remedy: allowed,
    },
    ({ label }) => !foreign.test(label) && !notInTable.test(label),
    ({ label, badPunycode }) => label.length > 0 && !badPunycode && !emoji.test(label) && !space.test(label),
  ),
  rule(
    'NAME-HYPHEN-01',
    '2.1',
    {
      says: { zh: '连接符不能在开头或结尾', en: 'A hyphen is neither first nor last' },
      remedy: { zh: '去掉首尾的连接符', en: 'Remove the hyphen at the start or end' },
    },
    ({ label }) => !label.startsWith('-') && !label.endsWith('-'),
  ),
  rule(
    'NAME-HYPHEN-02',
    '2.1',
    {
      says: { zh: '连接符不能连着写', en: 'Hyphens do not follow one another' },
      remedy: { zh: '只留一个连接符', en: 'Keep one hyphen' },
    },
    ({ label }) => !label.includes('--'),
    ({ badPunycode }) => !badPunycode,
  ),
  rule(
    'NAME-LENGTH-01',
    '2.1',
    {
      says: {
        zh: '名字太长：转成 Punycode 后最多 63 个字符',
        en: 'The name is too long: at most 63 characters once in Punycode',
      },
      remedy: { zh: '缩短名字', en: 'Shorten the name' },
    },
    ({ label, ascii }) => (ascii ?? label).length <= 63,
  ),
  rule(
    'NAME-IDNA-01',
    '2.1',
    {
      says: { zh: '这个名字没有合法的国际化写法', en: 'The name has no valid internationalised form' },
      remedy: allowed,
    },
    ({ ascii }) => ascii !== undefined,
    ({ label, badPunycode }) => label.length > 0 && !badPunycode && !foreign.test(label) && !space.test(label),
  ),
  rule(
    'NAME-CN-SLD-03',
    '2.1 “中文域名前缀”',
    {
      says: {
        zh: '.com.cn、.net.cn、.org.cn 只收字母、数字和连接符',
        en: 'com.cn, net.cn and org.cn take letters, digits and hyphens only',
      },
      remedy: { zh: '改用拼音，或选 .中国、.公司', en: 'Use pinyin, or choose .中国 or .公司' },
    },
    ({ hasHan }) => !hasHan,
    ({ suffix }) => suffix !== undefined && /^[a-z]+\.cn$/.test(suffix),
  ),
  defineRule<LabelFacts>({
    id: 'NAME-NATION-01',
    source: naming('2.1 “中国”等词'),
    from: since,
    severity: 'advise',
    field: 'label',
    applies: ({ label }) => label.length > 0,
    // Entitlement is decided by the naming review, so the order may go on; a review that fails ends in a refund.
    holds: ({ label }) => !nation.test(label),
    says: {
      zh: '含“中国、国家、中华、全国”或同义英文：只有名称相符的单位能通过命名审核',
      en: 'It has 中国, 国家, 中华, 全国 or an English equal: only the organisation of that name passes the naming review',
    },
    remedy: { zh: '由该单位注册，或换一个名字', en: 'Let that organisation register it, or choose another name' },
  }),
]
