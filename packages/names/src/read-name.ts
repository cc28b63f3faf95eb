import { evaluate, type Finding } from '@yuming/rules'
import type { DomainName } from './name.ts'
import { type Circumstances, type NameFacts, nameFacts } from './name-facts.ts'
import { labelRulesFor, nameRulesWith } from './name-rules.ts'
import { fold } from './normalise.ts'
import { longestInput } from './read-input.ts'
import type { SuffixPolicy } from './suffix-labels.ts'
import type { WordList } from './word-lists.ts'

export type NameReading =
  | { readonly ok: true; readonly name: DomainName; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export interface ReadNameOptions {
  /** Lists of whoever runs the shop; keep the array, rules are made once for it. */
  readonly wordLists?: readonly WordList[]
  /** What is known of the suffix's labels, over what the tables here say. */
  readonly policy?: Partial<SuffixPolicy>
  /** What is known of the holder, the shop front and the operation. */
  readonly given?: Circumstances
}

/**
 * Reads one label under one suffix by the rules in force on `day`. `suffix.ascii` is the suffix's own A-label form.
 * What is not known of a suffix refuses nothing and is left out; `explainNames` lists it.
 */
export function readName(
  word: string,
  suffix: { unicode: string; ascii: string },
  day: string,
  { wordLists, policy, given }: ReadNameOptions = {},
): NameReading {
  const facts = nameFacts(
    fold(word.slice(0, longestInput)),
    suffix.unicode,
    day,
    policy ? { ...given, suffixPolicy: policy } : given,
  )
  const rules = nameRulesWith(wordLists)
  const { verdict, findings: all } = evaluate(given ? rules : labelRulesFor(facts.suffix.class, rules), facts, day)
  const findings = all.length === 0 ? all : all.filter(({ severity }) => severity !== 'unknown')
  if (verdict === 'refused' || facts.ascii === undefined) return { ok: false, findings }
  return { ok: true, name: nameOf(facts, facts.ascii, suffix), findings }
}

function nameOf(
  { label, index, hasHan }: NameFacts,
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
