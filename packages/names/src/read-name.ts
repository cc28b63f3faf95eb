import { evaluate, type Finding } from '@yuming/rules'
import { type LabelFacts, labelFacts } from './label-facts.ts'
import { labelRules } from './label-rules.ts'
import type { DomainName } from './name.ts'
import { fold, labelToUnicode } from './normalise.ts'

/** What was typed: a word, and the suffix if one of the known ones was typed with it. */
export interface ReadInput {
  readonly word: string
  readonly suffix: string | undefined
}

/** Longer inputs are not looked at: no name has as many characters, however it was typed. */
const longest = 2_000

/** Splits what was typed into a word and a known suffix (the longest that fits); `www.` in front is dropped. */
export function readInput(input: string, suffixes: ReadonlySet<string>): ReadInput {
  const text = fold(input.slice(0, longest)).replace(/\.$/, '')
  const labels = text.split('.').map((label) => (label.startsWith('xn--') ? (labelToUnicode(label) ?? label) : label))
  for (let from = 1; from < labels.length; from++) {
    const suffix = labels.slice(from).join('.')
    if (!suffixes.has(suffix)) continue
    const before = labels.slice(0, from).filter((label, at) => !(at === 0 && label === 'www' && from > 1))
    return { word: before.join('.'), suffix }
  }
  return { word: labels.join('.'), suffix: undefined }
}

export type NameReading =
  | { readonly ok: true; readonly name: DomainName; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Reads one label under one suffix by the rules in force on `day`. `suffixAscii` is the suffix's own A-label form. */
export function readName(word: string, suffix: { unicode: string; ascii: string }, day: string): NameReading {
  const facts = labelFacts(fold(word.slice(0, longest)), suffix.unicode)
  const { verdict, findings } = evaluate(labelRules, facts, day)
  if (verdict !== 'allowed' || facts.ascii === undefined) return { ok: false, findings }
  return { ok: true, name: nameOf(facts, facts.ascii, suffix), findings }
}

function nameOf({ label, hasHan }: LabelFacts, ascii: string, suffix: { unicode: string; ascii: string }): DomainName {
  return {
    unicode: `${label}.${suffix.unicode}`,
    ascii: `${ascii}.${suffix.ascii}`,
    label,
    labelAscii: ascii,
    suffix: suffix.unicode,
    hasHan,
  }
}
