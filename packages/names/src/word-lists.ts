import type { Rule, Source, Text } from '@yuming/rules'
import type { NameFacts } from './name-facts.ts'
import { type NameRule, nameRule } from './rules/name-rule.ts'
import { remembered, type WordRow, wordMatch } from './word-match.ts'

/** Words that whoever runs the shop watches for, as data: reserved names, words against public order (S2-36). */
export interface WordList {
  /** Upper-case letters, digits and hyphens; becomes part of the rule's id. */
  readonly id: string
  readonly severity: Rule<NameFacts>['severity']
  readonly words: readonly string[]
  /** Where a word counts: anywhere in the label, or only as a whole word between hyphens. Han: anywhere, Latin: word, unless given. */
  readonly match?: 'anywhere' | 'word'
  /** Only under these suffixes (Unicode form); absent for all. */
  readonly suffixes?: readonly string[]
  readonly note: Text
  readonly source: Source
  /** YYYY-MM-DD. */
  readonly from?: string
  readonly until?: string
}

const latin = /^[a-z0-9-]+$/

/** How the words of a list are looked for. */
export function wordRows(words: readonly string[], match?: WordList['match']): WordRow[] {
  return words
    .map((word) => word.normalize('NFKC').toLowerCase().trim())
    .filter((word) => word !== '')
    .map((word) => ({ match: match ?? (latin.test(word) ? 'word' : 'anywhere'), forms: [word] }))
}

/** One rule for each list. */
export function wordListRule({ id, severity, words, match, suffixes, note, source, from, until }: WordList): NameRule {
  const found = remembered(wordMatch(wordRows(words, match)))
  return nameRule({
    id: `OPERATOR-${id}`,
    source,
    severity,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    applies: ({ suffix }) => suffixes === undefined || suffixes.includes(suffix.name),
    holds: (facts) => found(facts) === undefined,
    says: (facts) => ({
      zh: `含“${found(facts) ?? '…'}”：${note.zh}`,
      en: `It has “${found(facts) ?? '…'}”: ${note.en}`,
    }),
    remedy: { zh: '换一个名字', en: 'Choose another name' },
  })
}
