import { type Explanation, evaluate, ruleBook, rulesDate, type Topic, type Verdict } from '@yuming/rules'
import type { IdentityFacts } from '../identity-facts.ts'
import { holderRules, identityRules } from '../identity-rules.ts'
import { type BlockedOperation, blockedOperations, locksOf, type StateLock } from '../rules/block-rules.ts'
import { type Due, dueOf } from '../rules/due-rules.ts'
import { factFields, type StatedFacts } from './fact-fields.ts'
import { identityFacts, readIdentityFacts } from './read-facts.ts'

/** A verdict with what is due and what the state blocks. */
export interface IdentityExplanation extends Explanation {
  readonly due: readonly Due[]
  readonly blockedBy: readonly BlockedOperation[]
}

/** Facts with “…” for what varies, to show the wording of the rules. */
const sample: IdentityFacts = {
  ...identityFacts(
    { holder: { name: '…', province: '…', city: '…', phone: '+86.…', postcode: '…' }, paper: { name: '…' } },
    '2026-11-23',
  ),
  certificate: { kind: undefined, statedKind: '…', number: undefined, endsOn: '…' },
  suffix: { name: '…' },
}

/**
 * Verdict, findings, what is due and what is blocked for stated facts, by the rules of their day or else of `day`
 * (YYYY-MM-DD, China time). Never throws.
 */
export function explainIdentity(stated: unknown, day: string): IdentityExplanation {
  const reading = readIdentityFacts(stated, day)
  if (!reading.ok)
    return {
      verdict: 'bad-facts',
      day,
      findings: reading.findings,
      looked: [],
      notAsked: [],
      rulesDate: undefined,
      due: [],
      blockedBy: [],
    }
  const { facts, read } = reading
  return {
    ...evaluate(identityRules, facts, facts.day),
    day: facts.day,
    rulesDate: rulesDate(identityRules, facts.day),
    due: dueOf(facts),
    blockedBy: blockedOperations(facts),
    ...(read === undefined ? {} : { read }),
  }
}

/** What closes which operations in the state of a domain. @param day YYYY-MM-DD, China time */
export function stateLocks(stated: Pick<StatedFacts, 'state' | 'suffix'>, day: string): readonly StateLock[] {
  return locksOf(identityFacts(stated, day))
}

/** What the rules of a day say about a holder, its paper and what was read on it; nothing about states or suffixes. */
export function checkHolder(stated: Pick<StatedFacts, 'holder' | 'certificate' | 'paper'>, day: string): Verdict {
  return evaluate(holderRules, identityFacts(stated, day), day)
}

/** The rules of identity as a topic that anyone may ask. */
export const identityTopic: Topic = Object.freeze({
  ...ruleBook<IdentityFacts>({
    topic: 'identity',
    title: { zh: '实名认证与持有者信息', en: 'Real-name verification and what a holder declares' },
    reviewedOn: '2026-11-24',
    facts: factFields,
    rules: identityRules,
    sample,
    readFacts: readIdentityFacts,
  }),
  explain: explainIdentity,
})
