import { pinyin } from 'pinyin-pro'

/** As `han` of the rules of names: planes 2 and 3 hold nothing but Chinese characters. */
const han = /[\p{Script=Han}\u{20000}-\u{3fffd}]/u
/** The longest English form that registrars take (filling standard of names, contacts and addresses). */
const longest = 64

const compoundSurnames = new Set(
  `欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容
  仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门 西门 第五 轩辕 拓跋 欧陽 司馬 東方 獨孤 諸葛 鍾離 長孫 鮮于`.split(
    /\s+/,
  ),
)

/** Letters that do not come apart into an ASCII letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '、': ',',
  '。': '.',
}

function syllables(text: string, surname: 'head' | 'off'): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', surname, nonZh: 'consecutive' }).map((part) =>
    // As in passports: ü after l and n is written yu.
    part.replace(/ü/g, 'yu').trim(),
  )
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** ASCII where there is a customary way to it; the dot of names and 《》 are left out. What has no such way stays. */
function toAscii(text: string): string {
  return [...text.replace(/[·•・‧⋅･∙]/g, ' ').replace(/[《》]/g, '')]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ *([()])/g, (_, bracket) => (bracket === '(' ? ' (' : ')'))
    .replace(/\( +/g, '(')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words in a row, run together or cut where they would be longer than registrars take. */
function fit(words: readonly string[]): string {
  for (const between of [' ', '']) {
    const text = toAscii(words.join(between))
    if (text.length <= longest) return text
  }
  let text = ''
  for (const word of words) {
    const more = toAscii(text + word)
    if (more.length > longest) break
    text = more
  }
  return text
}

/** Latin form of a text for a registry that takes ASCII only: pinyin for Chinese, no marks on letters. */
export function romanise(text: string): string {
  return han.test(text) ? fit(syllables(text, 'off').filter(Boolean).map(capital)) : toAscii(text)
}

/** Latin form of a person's name: the surname, then the given name in one word (GB/T 28039-2011, 5). */
export function romanisePerson(name: string): string {
  if (!/^[\p{Script=Han}\u{20000}-\u{3fffd}·•・‧⋅･∙\s]+$/u.test(name)) return romanise(name)
  const word = (part: string) => capital(syllables(part, 'off').join(''))
  const parts = name.split(/[·•・‧⋅･∙\s]+/u).filter(Boolean)
  if (parts.length > 1) return fit(parts.map(word))
  const characters = [...(parts[0] ?? '')]
  const head = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
  // The readings of surnames are known only when the name is read as a whole.
  const read = syllables(parts[0] ?? '', 'head')
  return read.length === characters.length
    ? fit([read.slice(0, head), read.slice(head)].map((part) => capital(part.join(''))).filter(Boolean))
    : romanise(name)
}

// Names whose customary spelling is not their pinyin.
const customary: Readonly<Record<string, string>> = {
  陕西省: 'Shaanxi',
  内蒙古自治区: 'Inner Mongolia',
  香港特别行政区: 'Hong Kong',
  澳门特别行政区: 'Macao',
  西安市: "Xi'an",
  喀什地区: 'Kashgar',
}

/** Latin form of a province or city: one word, without the word for its rank. */
export function romanisePlace(text: string): string {
  if (!han.test(text)) return toAscii(text)
  const known = customary[text]
  if (known !== undefined) return known
  const bare = text.replace(/(特别行政区|[壮回]族自治区|维吾尔自治区|自治区|自治州|地区|省|市|盟)$/u, '') || text
  return toAscii(capital(syllables(bare, 'off').join('')))
}

/** Characters that no pinyin is known for: rare ones, which a person has to spell. */
export function unread(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => han.test(character) && han.test(syllables(character, 'off').join('')))
}
