import type { Finding } from '@yuming/rules'
import { findingOf } from '@yuming/rules'
import { nameFacts } from './name-facts.ts'
import { fold, labelToUnicode } from './normalise.ts'
import { wwwLeftOut } from './rules/input.ts'

/** What was typed: a word, and the suffix if one of the known ones was typed with it. */
export interface ReadInput {
  readonly word: string
  readonly suffix: string | undefined
  /** What was changed on the way and a person should know. */
  readonly findings: readonly Finding[]
}

/** Longer inputs are not looked at: no name has as many characters, however it was typed. */
export const longestInput = 2_000

const wwwFinding = findingOf(wwwLeftOut, nameFacts('www', '', wwwLeftOut.from))
const none: readonly Finding[] = Object.freeze([])

/** Splits what was typed into a word and a known suffix (the longest that fits); `www.` in front is left out and said so. */
export function readInput(input: string, suffixes: ReadonlySet<string>): ReadInput {
  const text = fold(input.slice(0, longestInput)).replace(/\.$/, '')
  const labels = text.split('.').map((label) => (label.startsWith('xn--') ? (labelToUnicode(label) ?? label) : label))
  for (let from = 1; from < labels.length; from++) {
    const suffix = labels.slice(from).join('.')
    if (!suffixes.has(suffix)) continue
    const www = from > 1 && labels[0] === 'www'
    return { word: labels.slice(www ? 1 : 0, from).join('.'), suffix, findings: www ? [wwwFinding] : none }
  }
  return { word: labels.join('.'), suffix: undefined, findings: none }
}

/** A whole name: what stands before the suffix, and the longest known suffix, or else the last part. */
export interface ReadWholeName {
  readonly label: string
  /** Unicode form; '' where nothing stands behind a dot. */
  readonly suffix: string
  readonly findings: readonly Finding[]
}

/** Splits a whole name; where no known suffix fits, its last part is the suffix, so that rules can say so. */
export function readWholeName(input: string, suffixes: ReadonlySet<string>): ReadWholeName {
  const { word, suffix, findings } = readInput(input, suffixes)
  if (suffix !== undefined) return { label: word, suffix, findings }
  const end = word.lastIndexOf('.')
  if (end < 0) return suffixes.has(word) ? { label: '', suffix: word, findings } : { label: word, suffix: '', findings }
  const before = word.slice(0, end)
  const www = before.startsWith('www.')
  return { label: www ? before.slice(4) : before, suffix: word.slice(end + 1), findings: www ? [wwwFinding] : none }
}
