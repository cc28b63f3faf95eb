import { familyNameLength } from './company-name.ts'
import type { Lexicon } from './lexicon.ts'

/** A Chinese word taken apart once, for all forms made of it. */
export interface Parts {
  readonly word: string
  readonly segments: readonly string[]
  readonly syllables: readonly string[]
  /** Letters of each segment. */
  readonly latin: readonly string[]
  readonly trade: string | undefined
  /** Syllables of a person's family name and given name. */
  readonly person: { readonly family: readonly string[]; readonly given: readonly string[] } | undefined
  /** The segments without a last one that only names the trade (星河 of 星河科技); all of them when there is none. */
  readonly head: readonly string[]
}

/** The trade of a Chinese word: that of the last of its segments that has one, or 'person' for a person's name. */
export function tradeOfChinese(word: string, lexicon: Lexicon): string | undefined {
  if (familyLength(word, lexicon) > 0) return 'person'
  return wordsOf(word, lexicon)
    .map((segment) => lexicon.synonyms.trade(segment))
    .findLast((trade) => trade !== undefined)
}

// 喜茶 stands in no dictionary: its last character says the trade, and is a word of its own.
function wordsOf(word: string, { segments, synonyms }: Lexicon): string[] {
  const words = segments.cut(word)
  const invented = words.length === 1 && word.length <= 3 && segments.cutKnown(word).length === word.length
  const splits = invented && word.length > 1 && synonyms.trade(word.slice(-1)) !== undefined
  return splits ? [word.slice(0, -1), word.slice(-1)] : words
}

function familyLength(word: string, lexicon: Lexicon): number {
  return familyNameLength(word, (part) => lexicon.synonyms.trade(part) !== undefined)
}

/** Takes a name apart; the place and legal form of a company are off already. */
export function takeApart(word: string, lexicon: Lexicon): Parts {
  const trade = tradeOfChinese(word, lexicon)
  const segments = trade === 'person' ? [word] : joinLoose(wordsOf(word, lexicon))
  const last = segments.at(-1) ?? ''
  // A place alone (北京 of 北京烤鸭) is nobody's name.
  const onlyTrade =
    segments.length > 1 &&
    last.length > 1 &&
    lexicon.synonyms.trade(last) !== undefined &&
    !segments.slice(0, -1).every(lexicon.segments.isPlace)
  const family = familyLength(word, lexicon)
  const syllables = family > 0 ? lexicon.pinyin.readPerson(word) : lexicon.pinyin.read(word)
  return {
    word,
    segments,
    syllables,
    person: family > 0 ? { family: syllables.slice(0, family), given: syllables.slice(family) } : undefined,
    latin: readInContext(segments, lexicon),
    trade,
    head: onlyTrade ? segments.slice(0, -1) : segments,
  }
}

// 小 and 红 that no dictionary joins are one name, not two words; a last single character often is the trade (茶).
function joinLoose(segments: readonly string[]): string[] {
  const joined: string[] = []
  let open = false
  for (const [index, segment] of segments.entries()) {
    const loose = segment.length === 1 && index < segments.length - 1
    if (loose && open) joined.push((joined.pop() ?? '') + segment)
    else joined.push(segment)
    open = loose
  }
  return joined
}

// The whole word is read at once, so that a character at the seam of two segments keeps its reading.
function readInContext(segments: readonly string[], lexicon: Lexicon): string[] {
  const syllables = lexicon.pinyin.read(segments.join(''))
  let at = 0
  return segments.map((segment) => {
    const count = lexicon.pinyin.read(segment).length
    at += count
    return syllables.slice(at - count, at).join('')
  })
}
