import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { hasHan } from './suggestion.ts'

/** Cuts a Chinese name into its words; runs of letters and digits stay whole. */
export interface Segmenter {
  /** Words of the dictionary, and words guessed from how characters join (山 + 月 is one). */
  cut(text: string): string[]
  /** Words of the dictionary alone; what it does not know falls into single characters. */
  cutKnown(text: string): string[]
  /** Whether a word is the name of a place (北京, 深圳市). */
  isPlace(word: string): boolean
}

/**
 * Loads jieba with a part of its dictionary: words of two or three characters and idioms. Longer entries are names that a
 * search wants cut (北京烤鸭 is 北京 and 烤鸭), and without them it loads in a third of the time and the memory.
 */
export async function loadSegmenter(ownWords: readonly string[]): Promise<Segmenter> {
  const { Jieba } = await import('@node-rs/jieba')
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')
  const entries = wantedEntries(await readFile(path, 'utf8'))
  const places = new Set(entries.filter((line) => line.endsWith(' ns')).map((line) => line.slice(0, line.indexOf(' '))))
  const own = ownWords.filter((word) => !places.has(word)).map((word) => `${word} ${ownFrequency} n`)
  const jieba = Jieba.withDict(Buffer.from([...entries, ...own].join('\n')))
  const clean = (words: string[]) => words.filter((word) => /[\p{L}\p{N}]/u.test(word))
  return {
    cut: (text) => (hasHan(text) ? clean(jieba.cut(text, true)) : [text]),
    cutKnown: (text) => (hasHan(text) ? clean(jieba.cut(text, false)) : [text]),
    isPlace: (word) => places.has(word),
  }
}

// Above a common word of two characters, below the commonest.
const ownFrequency = 2000

// Line by line: cutting the whole file at once would leave 350,000 strings behind.
function wantedEntries(dictionary: string): string[] {
  const entries: string[] = []
  for (let start = 0; start < dictionary.length; ) {
    const newline = dictionary.indexOf('\n', start)
    const end = newline < 0 ? dictionary.length : newline
    const space = dictionary.indexOf(' ', start)
    if (space - start <= 4) {
      const line = dictionary.slice(start, end)
      if (isWanted(line)) entries.push(line)
    }
    start = end + 1
  }
  return entries
}

/** One line of the dictionary: word, count, part of speech ("i" marks an idiom). */
function isWanted(line: string): boolean {
  const end = line.indexOf(' ')
  if (end <= 0) return false
  const next = line.indexOf(' ', end + 1)
  if (end <= 3) return end === 1 || Number(line.slice(end + 1, next)) >= 5
  return end === 4 && line.startsWith('i', next + 1)
}
