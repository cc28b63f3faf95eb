import { readFile } from 'node:fs/promises'
import { hasHan } from './suggestion.ts'

/** Words of business names that stand for one another, in Chinese and English, by trade. */
export interface Synonyms {
  /** Words that can replace this one in the same language, nearest first. */
  near(word: string): readonly string[]
  /** The plainest word for it in the other language. */
  translate(word: string): string | undefined
  /** The trade that a word speaks of ('tea', 'tech', …); undefined for a word of no trade. */
  trade(word: string): string | undefined
  readonly chinese: readonly string[]
  readonly english: readonly string[]
}

interface Entry {
  readonly near: string[]
  readonly across: string[]
  readonly trade: string
}

// Groups of words that say how something is, not what is sold.
const noTrade = new Set(['quality', 'nature', 'animal', 'colour'])

export async function loadSynonyms(): Promise<Synonyms> {
  const file = await readFile(new URL('./data/synonyms.json', import.meta.url), 'utf8')
  const { groups } = JSON.parse(file) as { groups: string[] }
  const entries = new Map<string, Entry>()
  for (const group of groups) {
    const [trade = '', ...rest] = group.split(':')
    const [chinese = [], english = []] = rest
      .join(':')
      .split('|')
      .map((side) => side.split(' ').filter((word) => word !== ''))
    for (const [words, others] of [
      [chinese, english],
      [english, chinese],
    ] as const) {
      for (const word of words) {
        const entry = entries.get(word) ?? { near: [], across: [], trade }
        entry.near.push(...words.filter((other) => other !== word && !entry.near.includes(other)))
        // The first of a side is what its other side means; the rest only come near.
        entry.across.push(...(word === words[0] ? others : []))
        entries.set(word, entry)
      }
    }
  }
  const words = [...entries.keys()]
  return {
    near: (word) => entries.get(word)?.near ?? [],
    translate: (word) => entries.get(word)?.across[0] ?? firstOfNear(entries, word),
    trade(word) {
      const trade = entries.get(word)?.trade
      return trade === undefined || noTrade.has(trade) ? undefined : trade
    },
    chinese: words.filter(hasHan),
    english: words.filter((word) => !hasHan(word)),
  }
}

function firstOfNear(entries: ReadonlyMap<string, Entry>, word: string): string | undefined {
  for (const near of entries.get(word)?.near ?? []) {
    const across = entries.get(near)?.across[0]
    if (across !== undefined) return across
  }
  return undefined
}
