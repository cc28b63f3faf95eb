import { hasHan, type SuffixFact } from './suggestion.ts'

/** The suffixes that one name is registered under together, so that nobody else takes them (S1-59), in this order. */
const together = ['com', 'cn', 'xin', 'info', 'top', 'net', '中国', '公司', '网络', 'com.cn', '网址', 'xyz'] as const
const chineseFirst = ['中国', 'cn', '公司', '网络', 'com', '网址', 'xin', '在线', '中文网', 'top'] as const

/** Suffixes that say what a trade does. */
const ofTrade: Readonly<Record<string, readonly string[]>> = {
  tea: ['shop', 'store', '食品'],
  coffee: ['cafe', 'shop'],
  food: ['食品', 'shop', 'fun'],
  tech: ['tech', 'ai', 'cloud', 'app', 'io'],
  shop: ['shop', 'store', '商城', '网店', '购物'],
  culture: ['art', 'ink', 'studio', '娱乐'],
  media: ['live', 'video', 'news'],
  education: ['center', 'wiki'],
  health: ['健康', 'fit', 'bio'],
  beauty: ['时尚', 'luxe', 'design'],
  finance: ['fund', 'gold'],
  law: ['lawyer', 'pro'],
  business: ['group', '集团', '企业', 'ltd'],
  auto: ['auto', 'car'],
  travel: ['world', 'today'],
  person: ['me', 'name', 'ren', 'blog'],
}

/** Suffixes besides the chosen ones under which the same word should be taken too, most wanted first. */
export function brandSuffixes(
  word: string,
  { chosen, facts, trade }: { chosen: readonly string[]; facts: readonly SuffixFact[]; trade: string | undefined },
): SuffixFact[] {
  const known = new Map(facts.map((fact) => [fact.suffix, fact]))
  const wanted = [...(hasHan(word) ? chineseFirst : together), ...(ofTrade[trade ?? ''] ?? [])]
  // A whole sentence is not a brand.
  const most = hasHan(word) && word.length > 12 ? 0 : wanted.length
  const found = [...new Set(wanted)].flatMap((suffix) => {
    const fact = known.get(suffix)
    return fact && !chosen.includes(suffix) && suits(word, fact) ? [fact] : []
  })
  return found.slice(0, most)
}

/** A Chinese label needs a suffix that takes it; a Latin one looks lost under a Chinese suffix and is not offered there. */
export function suits(label: string, { suffix, idn }: SuffixFact): boolean {
  return hasHan(label) ? idn !== false : !hasHan(suffix)
}
