import { type Explanation, ruleBook, rulesDate, type Text, type Topic } from '@yuming/rules'
import { checkFiling, rulesAskedOf } from '../check-filing.ts'
import { type Deadline, deadlinesOf } from '../deadlines/deadlines.ts'
import { caseOf } from '../facts/cases.ts'
import type { FilingCase } from '../facts/filing-facts.ts'
import { type OrderType, orderTypeNames } from '../model/order-types.ts'
import { filingSystem } from '../national/national-figures.ts'
import { type Hint, hintsFor, type NotKnown, notKnownFor } from '../provinces/hints.ts'
import { provinceNamed } from '../provinces/province-facts.ts'
import { allProvinceRules } from '../provinces/province-rules.ts'
import { nationalRules } from '../rules/national-rules.ts'
import { decideType } from '../type/decide-type.ts'
import { factFields } from './fact-fields.ts'
import { filingDraft, readFilingFacts } from './read-facts.ts'

/** The type that was computed, and why. */
export interface ExplainedType {
  readonly type: OrderType | null
  readonly name: Text | null
  readonly because: Text
  /** Facts that are still wanted to tell. */
  readonly wanted: readonly string[]
}

/** Whose rules these are, and where they say more themselves (S3-09). */
export interface ExplainedBureau {
  readonly name: Text
  readonly site: string
  /** The ministry's system of filings. */
  readonly system: string
}

/** A verdict with the type of the order, the steps ahead, what is to be read, and what nobody knows. */
export interface FilingExplanation extends Explanation {
  readonly type: ExplainedType | null
  readonly deadlines: readonly Deadline[]
  readonly hints: readonly Hint[]
  readonly notKnown: readonly NotKnown[]
  /** null where no province is stated. */
  readonly bureau: ExplainedBureau | null
}

/** Facts with “…” for what varies, to show the wording of the rules. */
const sample: FilingCase = {
  ...caseOf(filingDraft({ subject: { nature: 'enterprise' } }, '2026-11-24')),
  domain: { name: '…' },
  service: { name: '…' },
  site: { domain: '…' },
}

/**
 * Type, verdict and findings for the stated facts of a draft, by the rules of their day or else of `day` (YYYY-MM-DD, China time).
 * Never throws.
 */
export function explainFiling(stated: unknown, day: string): FilingExplanation {
  const reading = readFilingFacts(stated, day)
  if (!reading.ok)
    return {
      verdict: 'bad-facts',
      day,
      findings: reading.findings,
      looked: [],
      notAsked: [],
      rulesDate: undefined,
      type: null,
      deadlines: [],
      hints: [],
      notKnown: [],
      bureau: null,
    }
  const { draft } = reading.facts
  const { type, because, wanted } = decideType(draft)
  return {
    ...checkFiling(draft),
    day: draft.day,
    rulesDate: rulesDate(rulesAskedOf(draft), draft.day),
    type: { type: type ?? null, name: type === undefined ? null : orderTypeNames[type], because, wanted },
    deadlines: deadlinesOf(draft),
    hints: hintsFor(draft),
    notKnown: notKnownFor(draft),
    bureau: bureauOf(draft.province),
    read: { province: provinceNamed(draft.province ?? '')?.name ?? null },
  }
}

function bureauOf(province: string | undefined): ExplainedBureau | null {
  const found = provinceNamed(province ?? '')
  if (!found) return null
  const { name, english, site } = found
  return {
    name: { zh: `${name}通信管理局`, en: `${english} Communications Administration` },
    site,
    system: filingSystem,
  }
}

/** The rules of filing as a topic that anyone may ask. */
export const filingTopic: Topic = Object.freeze({
  ...ruleBook<FilingCase>({
    topic: 'filing',
    title: { zh: 'ICP备案', en: 'ICP filing' },
    reviewedOn: '2026-11-24',
    facts: factFields,
    rules: [...nationalRules, ...allProvinceRules],
    sample,
    readFacts: readFilingFacts,
  }),
  explain: explainFiling,
})
