import { readFile } from 'node:fs/promises'

/** Cuts run-together English into words: "mountaintea" is mountain and tea. */
export interface EnglishWords {
  /** The words, or an empty list when the text is not made of known words alone. */
  split(text: string): string[]
}

// WordNet holds no words of grammar and few of the web; two letters are a word only when they stand here.
const ownWords =
  'the my get our your for and with from app apps web site blog tech bot robot robots labs software internet online ' +
  'startup crypto emoji podcast selfie drone vlog fintech biotech edtech cafe expo panda gpt ai go my hq tv vr pc ip up ' +
  'to of in on by me we hi id no it is at do us be so io 3d'
const ownStep = 6

export async function loadEnglishWords(businessWords: readonly string[]): Promise<EnglishWords> {
  const file = await readFile(new URL('./data/english-words.json', import.meta.url), 'utf8')
  const { steps } = JSON.parse(file) as { steps: string[] }
  const cost = new Map<string, number>()
  const add = (word: string, step: number) =>
    cost.set(word, Math.min(cost.get(word) ?? Number.POSITIVE_INFINITY, wordCost + (steps.length - step) * stepCost))
  for (const [step, words] of steps.entries()) for (const word of words.split(' ')) add(word, step)
  for (const word of [...businessWords, ...ownWords.split(' ')]) add(word, ownStep)
  return { split: (text) => cheapestSplit(text, cost) }
}

// A further word costs as much as six steps of rarity, so that "teahouse" is not "tea", "ho" and "use".
const wordCost = 6
const stepCost = 1
const longestWord = 14

function cheapestSplit(text: string, cost: ReadonlyMap<string, number>): string[] {
  if (!/^[a-z0-9]{2,63}$/.test(text)) return []
  const best: ({ cost: number; words: string[] } | undefined)[] = [{ cost: 0, words: [] }]
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const before = best[start]
      const word = text.slice(start, end)
      const price = cost.get(word) ?? (/^\d+$/.test(word) ? wordCost : undefined)
      if (!before || price === undefined) continue
      const total = before.cost + price
      if (total < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = { cost: total, words: [...before.words, word] }
    }
  }
  return best[text.length]?.words ?? []
}
