import { pinyin } from 'pinyin-pro'

const han = /\p{Script=Han}/u

function syllables(text: string, surname: 'head' | 'off'): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', surname, nonZh: 'consecutive' }).map((part) =>
    // As in passports: ü after l and n is written yu.
    part.replace(/ü/g, 'yu').normalize('NFKC').trim(),
  )
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Latin form of a name or an address, for a registry that takes ASCII only; what is Latin already stays. */
export function romanise(text: string, surname: 'head' | 'off' = 'off'): string {
  if (!han.test(text)) return text
  return syllables(text, surname).filter(Boolean).map(capital).join(' ').replace(/\s+/g, ' ')
}

// Names whose customary spelling is not their pinyin.
const customary: Readonly<Record<string, string>> = {
  陕西省: 'Shaanxi',
  内蒙古自治区: 'Inner Mongolia',
  香港特别行政区: 'Hong Kong',
  澳门特别行政区: 'Macao',
}

/** Latin form of a province or city: one word, without the word for its rank. */
export function romanisePlace(text: string): string {
  if (!han.test(text)) return text
  const known = customary[text]
  if (known !== undefined) return known
  const bare = text.replace(/(特别行政区|[壮回]族自治区|维吾尔自治区|自治区|自治州|地区|省|市|盟)$/u, '') || text
  return capital(syllables(bare, 'off').join(''))
}
