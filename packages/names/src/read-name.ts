import { evaluate, type Finding } from '@yuming/rules'
import { isKnownClean, noteClean } from './clean-labels.ts'
import type { DomainName } from './name.ts'
import { type Circumstances, type LabelFacts, labelFacts, type NameFacts, nameFacts } from './name-facts.ts'
import { labelRulesFor, nameRulesWith } from './name-rules.ts'
import { fold } from './normalise.ts'
import { longestInput } from './read-input.ts'
import { type SuffixFacts, suffixFacts } from './suffix-facts.ts'
import type { WordList } from './word-lists.ts'

export type NameReading =
  | { readonly ok: true; readonly name: DomainName; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export interface ReadNameOptions {
  /** Lists of whoever runs the shop; keep the array, rules are made once for it. */
  readonly wordLists?: readonly WordList[]
  /** What a catalogue knows of the suffix; the tables of this package unless given. */
  readonly facts?: SuffixFacts
  /** What is known of the holder, the shop front and the operation; only that the name is to be registered, unless given. */
  readonly given?: Circumstances
}

const toRegister: Circumstances = Object.freeze({ operation: 'register' })
const none: readonly Finding[] = Object.freeze([])
const noSuffix = { unicode: '', ascii: '' }

/**
 * Reads one label under one suffix by the rules in force on `day`, for its registration. `suffix.ascii` is the suffix's own
 * A-label form. What is not known refuses nothing: it stands among the findings of a good reading.
 */
export function readName(
  word: string,
  suffix: { unicode: string; ascii: string },
  day: string,
  { wordLists, facts: known, given }: ReadNameOptions = {},
): NameReading {
  const typed = fold(word.slice(0, longestInput))
  if (given !== undefined)
    return readingOf(nameFacts(typed, known ?? suffix.unicode, day, given), suffix, true, wordLists)
  const facts = known ?? suffixFacts(suffix.unicode)
  const label = labelFacts(typed, facts.variantTable?.table)
  const { ascii } = label
  if (ascii !== undefined && isKnownClean(label, facts, day, wordLists))
    return { ok: true, name: nameOf(label, ascii, suffix), findings: none }
  const reading = readingOf(nameFacts(typed, facts, day, toRegister), suffix, false, wordLists)
  if (reading.ok && reading.findings.length === 0) noteClean(label, facts, day, wordLists)
  return reading
}

/** Reads a label of which the suffix is still open: by the rules that hold under every one. */
export function readLabel(word: string, day: string, wordLists?: readonly WordList[]): NameReading {
  const reading = readingOf(nameFacts(fold(word.slice(0, longestInput)), '', day), noSuffix, false, wordLists)
  return { ...reading, findings: reading.findings.filter(({ severity }) => severity !== 'unknown') }
}

function readingOf(
  facts: NameFacts,
  suffix: { unicode: string; ascii: string },
  allRules: boolean,
  wordLists: readonly WordList[] | undefined,
): NameReading {
  const rules = nameRulesWith(wordLists)
  const { verdict, findings } = evaluate(
    allRules ? rules : labelRulesFor(facts.suffix.class, facts, rules),
    facts,
    facts.day,
  )
  if (verdict === 'refused' || facts.ascii === undefined) return { ok: false, findings }
  return { ok: true, name: nameOf(facts, facts.ascii, suffix), findings }
}

function nameOf(
  { label, index, hasHan }: LabelFacts,
  ascii: string,
  suffix: { unicode: string; ascii: string },
): DomainName {
  return {
    unicode: `${label}.${suffix.unicode}`,
    ascii: `${ascii}.${suffix.ascii}`,
    label,
    labelAscii: ascii,
    index: index ?? label,
    suffix: suffix.unicode,
    hasHan,
  }
}
