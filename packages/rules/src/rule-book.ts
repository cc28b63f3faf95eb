import { evaluate } from './evaluate.ts'
import type { Finding, Text } from './finding.ts'
import { findingOf, type Rule } from './rule.ts'
import { rulesDate } from './rules-date.ts'
import type { Explanation, FactField, Topic } from './topic.ts'

/** Facts that were understood, or what is wrong with them. */
export type FactsReading<Facts> =
  | {
      readonly ok: true
      readonly facts: Facts
      /** YYYY-MM-DD, when the facts name the day themselves. */
      readonly day?: string
      /** The rules to ask, when the facts bring some of their own; those of the book unless given. */
      readonly rules?: readonly Rule<Facts>[]
      readonly read?: Readonly<Record<string, unknown>>
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export interface RuleBook<Facts> {
  readonly topic: string
  readonly title: Text
  /** YYYY-MM-DD, when the rules were last held against their sources. */
  readonly reviewedOn: string
  readonly facts: readonly FactField[]
  readonly rules: readonly Rule<Facts>[]
  /** Facts with “…” for what varies, to show the wording of the rules. */
  readonly sample: Facts
  /** Checks what a caller stated and makes the facts of it that the rules need. */
  readonly readFacts: (stated: unknown, day: string) => FactsReading<Facts>
}

/** Makes a topic of a body of rules. @throws when two rules have one id */
export function ruleBook<Facts>(book: RuleBook<Facts>): Topic {
  const ids = new Set<string>()
  for (const { id } of book.rules) {
    if (ids.has(id)) throw new Error(`two rules of ${book.topic} have the id ${id}`)
    ids.add(id)
  }
  return Object.freeze({
    name: book.topic,
    title: book.title,
    reviewedOn: book.reviewedOn,
    facts: book.facts,
    rules: book.rules,
    wording(rule: Rule<never>) {
      // The topic hands out its own rules only, so the facts of its sample fit them.
      const { message, remedy, source } = findingOf(rule as Rule<Facts>, book.sample)
      return { message, remedy, source }
    },
    explain: (stated: unknown, day: string) => explainBy(book, stated, day),
  })
}

function explainBy<Facts>(book: RuleBook<Facts>, stated: unknown, defaultDay: string): Explanation {
  const reading = book.readFacts(stated, defaultDay)
  if (!reading.ok)
    return {
      verdict: 'bad-facts',
      day: defaultDay,
      findings: reading.findings,
      looked: [],
      notAsked: [],
      rulesDate: undefined,
    }
  const day = reading.day ?? defaultDay
  const rules = reading.rules ?? book.rules
  const { verdict, findings, looked, notAsked } = evaluate(rules, reading.facts, day)
  return {
    verdict,
    day,
    findings,
    looked,
    notAsked,
    rulesDate: rulesDate(rules, day),
    ...(reading.read === undefined ? {} : { read: reading.read }),
  }
}
