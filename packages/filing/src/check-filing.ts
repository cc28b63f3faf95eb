import { evaluate, type Finding, type Verdict } from '@yuming/rules'
import { filingDraft } from './explain/read-facts.ts'
import { caseOf, casesOf } from './facts/cases.ts'
import type { FilingCase, FilingDraft, Level } from './facts/filing-facts.ts'
import type { SiteFacts } from './facts/subject-shape.ts'
import { provinceRules } from './provinces/province-rules.ts'
import type { FilingRule } from './rules/filing-rule.ts'
import { keptRules } from './rules/kept-rules.ts'
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

/** What the rules of a day and province say about one filed site, as far as it is known; no draft is looked at. */
export function checkSite(site: SiteFacts, place: FiledIn): readonly Finding[] {
  const { byLevel } = rulesFor(place.province)
  return evaluate(byLevel.get('site') ?? noRules, { ...bareCase(place), site }, place.day).findings
}

/** What they say about a filed subject with so many services left. */
export function checkFiledSubject(serviceCount: number, place: FiledIn): readonly Finding[] {
  const bare = bareCase(place)
  const record = { filed: true, serviceCount }
  return evaluate(keptRules, { ...bare, draft: { ...bare.draft, record } }, place.day).findings
}

export interface FiledIn {
  /** YYYY-MM-DD, China time. */
  readonly day: string
  readonly province: string | undefined
}

let last: { readonly place: FiledIn; readonly bare: FilingCase } | undefined

/** A million sites of one night differ in their province alone. */
function bareCase({ day, province }: FiledIn): FilingCase {
  if (last?.place.day === day && last.place.province === province) return last.bare
  const bare = caseOf(filingDraft({ ...(province !== undefined && { province }) }, day))
  last = { place: { day, province }, bare }
  return bare
}

const noRules: readonly FilingRule[] = []

function fieldOf(path: string, field: string): string {
  return field === '' ? path.slice(0, -1) : `${path}${field}`
}
