import { type FailureReason, failureReasons, type ReasonArea } from './failure-reasons.ts'

/** What a text from outside means; the same words may stand for several reasons, the likeliest first. */
export type ReasonAnswer =
  | {
      readonly known: true
      /** `contained`: the text says more than the known wording. */
      readonly match: 'exact' | 'normalised' | 'contained'
      readonly reasons: readonly [FailureReason, ...FailureReason[]]
    }
  | { readonly known: false; readonly text: string }

type Reasons = readonly [FailureReason, ...FailureReason[]]

// Codes of two letters or digits would be found in anything; so would short words.
const leastContained = { zh: 4, en: 8 }
const longestText = 2_000

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const exact = new Map<string, Reasons>()
const normalised = new Map<string, Reasons>()
const phrases: { readonly key: string; readonly reasons: Reasons }[] = []

function add(map: Map<string, Reasons>, key: string, reason: FailureReason): void {
  const found = map.get(key)
  if (!found) map.set(key, [reason])
  else if (!found.includes(reason)) map.set(key, [...found, reason])
}

const enough = new Set<string>()
for (const reason of failureReasons)
  for (const script of ['zh', 'en'] as const)
    for (const said of reason.heard[script]) {
      const key = normal(said)
      add(exact, said, reason)
      add(normalised, key, reason)
      if (key.length >= leastContained[script]) enough.add(key)
    }
for (const [key, reasons] of normalised) if (enough.has(key)) phrases.push({ key, reasons })
phrases.sort((a, b) => b.key.length - a.key.length)

function answer(
  match: 'exact' | 'normalised' | 'contained',
  found: Reasons,
  area: ReasonArea | undefined,
): ReasonAnswer {
  if (area === undefined || found.length === 1) return { known: true, match, reasons: found }
  const [first, ...rest] = found.toSorted((a, b) => Number(b.area === area) - Number(a.area === area))
  return { known: true, match, reasons: first === undefined ? found : [first, ...rest] }
}

/**
 * The reasons behind what a registry, provider or reviewer said: by its very words, then without regard to case, width,
 * spaces and signs, then by the longest known wording in it. What is not known is answered as not known.
 * @param area what was being done, to put the likeliest reason first
 */
export function reasonFor(text: string, area?: ReasonArea): ReasonAnswer {
  const same = exact.get(text.trim())
  if (same) return answer('exact', same, area)
  const key = normal(text.slice(0, longestText))
  const alike = key === '' ? undefined : normalised.get(key)
  if (alike) return answer('normalised', alike, area)
  const inside = phrases.find((phrase) => key.includes(phrase.key))
  return inside ? answer('contained', inside.reasons, area) : { known: false, text }
}
