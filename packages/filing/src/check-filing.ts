import { evaluate, type Finding, type Verdict } from '@yuming/rules'
import { casesOf } from './facts/cases.ts'
import type { FilingDraft, Level } from './facts/filing-facts.ts'
import { provinceRules } from './provinces/province-rules.ts'
import type { FilingRule } from './rules/filing-rule.ts'
import { nationalRules } from './rules/national-rules.ts'

interface Asked {
  readonly all: readonly FilingRule[]
  readonly byLevel: ReadonlyMap<Level, readonly FilingRule[]>
}

const indexed = new Map<string | undefined, Asked>()

/** The rules of one province and those of the whole country, by what they are asked about; made once. */
function rulesFor(province: string | undefined): Asked {
  const found = indexed.get(province)
  if (found) return found
  const all = [...nationalRules, ...(province === undefined ? [] : provinceRules(province))]
  const made = { all, byLevel: Map.groupBy(all, (rule) => rule.of) }
  indexed.set(province, made)
  return made
}

/** Every rule that a draft of this province is held against, on any day. */
export function rulesAskedOf({ province }: FilingDraft): readonly FilingRule[] {
  return rulesFor(province).all
}

/** What the rules of the draft's day and province say about it; each finding names its field within the draft. */
export function checkFiling(draft: FilingDraft): Verdict {
  const { byLevel } = rulesFor(draft.province)
  const findings: Finding[] = []
  const looked = new Set<string>()
  const notAsked = new Set<string>()
  let refused = false
  let unknown = false
  for (const [level, path, each] of casesOf(draft)) {
    const verdict = evaluate(byLevel.get(level) ?? noRules, each, draft.day)
    for (const id of verdict.looked) looked.add(id)
    for (const id of verdict.notAsked) notAsked.add(id)
    for (const finding of verdict.findings) findings.push({ ...finding, field: fieldOf(path, finding.field) })
    refused ||= verdict.verdict === 'refused'
    unknown ||= verdict.verdict === 'unknown'
  }
  return {
    verdict: refused ? 'refused' : unknown ? 'unknown' : 'allowed',
    findings,
    looked: [...looked],
    notAsked: [...notAsked],
  }
}

const noRules: readonly FilingRule[] = []

function fieldOf(path: string, field: string): string {
  return field === '' ? path.slice(0, -1) : `${path}${field}`
}
