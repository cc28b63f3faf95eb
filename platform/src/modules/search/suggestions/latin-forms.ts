import type { Lexicon } from './lexicon.ts'
import { numberMeaning } from './number-meanings.ts'
import { type Form, form } from './suggestion.ts'

/** The trade of a Latin word: that of the last of its words that has one; 'digits' for numbers and single letters. */
export function tradeOfLatin(word: string, lexicon: Lexicon): string | undefined {
  if (word.length === 1 || /^\d+$/.test(word)) return 'digits'
  return wordsOf(word, lexicon)
    .map((part) => lexicon.synonyms.trade(part))
    .findLast((trade) => trade !== undefined)
}

/** Labels near a word of letters, digits and hyphens, Latin and Chinese. Not yet free of duplicates. */
export function latinForms(word: string, lexicon: Lexicon): Form[] {
  const words = wordsOf(word, lexicon)
  return [
    ...numbers(word),
    ...shorter(word, words),
    ...replaced(words, lexicon),
    ...translated(words, lexicon),
    ...withAffixes(word, words, lexicon),
  ]
}

function wordsOf(word: string, { english, synonyms }: Lexicon): string[] {
  if (word.includes('-')) return word.split('-').filter((part) => part !== '')
  return synonyms.near(word).length > 0 ? [word] : english.split(word)
}

function numbers(word: string): Form[] {
  const meaning = numberMeaning(word)
  if (!meaning) return []
  return [
    form(meaning.latin, 'synonym', 0.75, `谐音“${meaning.zh}”`, `sounds like ${meaning.zh}`),
    form(meaning.zh, 'synonym', 0.7, `谐音“${meaning.zh}”`, `sounds like ${meaning.zh}`),
  ]
}

function shorter(word: string, words: readonly string[]): Form[] {
  const [first = '', ...rest] = words
  const found: Form[] = []
  if (words.length >= 2 && words.length <= 4) {
    const tail = rest.join('')
    if (word.includes('-')) found.push(form(words.join(''), 'segment', 0.9, '去掉连字符', 'without the hyphen'))
    else found.push(form(words.join('-'), 'segment', 0.66, `分词：${words.join(' ')}`, `the words ${words.join(' ')}`))
    if (tail.length > 2)
      found.push(
        form(
          first.slice(0, 1) + tail,
          'abbreviation',
          0.6,
          `缩写：${first.slice(0, 1)} + ${tail}`,
          `short for ${first}`,
        ),
      )
    if (words.length > 2)
      found.push(form(words.map((part) => part.slice(0, 1)).join(''), 'initials', 0.6, '首字母', 'initials'))
  }
  return found
}

function replaced(words: readonly string[], { synonyms }: Lexicon): Form[] {
  if (words.length > 4) return []
  return words.flatMap((word, index) =>
    synonyms
      .near(word)
      .filter((near) => !near.includes(word) && near.length <= word.length + 4)
      .slice(0, 3)
      .map((near, place) =>
        form(
          words.with(index, near).join(''),
          'synonym',
          0.66 - place * 0.06,
          `近义词：${word} → ${near}`,
          `synonym: ${word} → ${near}`,
        ),
      ),
  )
}

function translated(words: readonly string[], { synonyms }: Lexicon): Form[] {
  const chinese = words.map((word) => synonyms.translate(word))
  if (words.length === 0 || words.length > 3 || chinese.some((word) => word === undefined)) return []
  const joined = chinese.join('')
  // One character beside two (深 + 搜索) does not read as a name.
  const uneven = new Set(chinese.map((word) => word?.length)).size > 1
  return uneven || joined.length < 2 || joined.length > 4
    ? []
    : [form(joined, 'synonym', 0.66, `中文：${joined}`, `in Chinese: ${joined}`)]
}

// A house or a shop behind a name says where one goes; a second such word says nothing.
const ended = /(?:house|room|shop|store|mall|mart|market|club|hub|studio|labs?|group|bar|cafe|online|app|tech|hq)$/
const afterEnded = new Set(['online', 'hq', 'now', 'club'])

function withAffixes(searched: string, words: readonly string[], lexicon: Lexicon): Form[] {
  const word = searched.replaceAll('-', '')
  if (word.length > 16) return []
  const trade = tradeOfLatin(word, lexicon)
  const { before, after } = lexicon.affixes('en', trade)
  const any = trade === 'digits' ? { before: [], after: [] } : lexicon.affixes('en', undefined)
  const last = words.at(-1) ?? ''
  const found: Form[] = []
  for (const [index, affix] of [...new Set([...after, ...any.after])].entries()) {
    if (ended.test(word) && !afterEnded.has(affix)) continue
    if (word.includes(affix) || says(last, affix, lexicon)) continue
    found.push(form(word + affix, 'affix', 0.7 - index * 0.03, `加 ${affix}`, `with ${affix} behind`))
  }
  for (const [index, affix] of [...new Set([...before, ...any.before])].entries())
    if (!word.includes(affix) && word.length > 1 && !(affix === 'buy' && ended.test(word)))
      found.push(form(affix + word, 'affix', 0.66 - index * 0.04, `前面加 ${affix}`, `with ${affix} in front`))
  if (words.length > 1 && /[a-z]{3}$/.test(last) && !/(?:s|ing|y|ai|tech)$/.test(last))
    found.push(form(`${word}s`, 'affix', 0.5, '复数', 'plural'))
  return found
}

// travel + trips, energy + solar: the affix says again what the word said. In tech every word is heard beside every other.
function says(last: string, affix: string, { synonyms }: Lexicon): boolean {
  const stem = affix.replace(/s$/, '')
  const trade = synonyms.trade(stem)
  return (
    stem === last ||
    synonyms.near(last).includes(stem) ||
    (trade !== undefined && trade !== 'tech' && trade === synonyms.trade(last))
  )
}
