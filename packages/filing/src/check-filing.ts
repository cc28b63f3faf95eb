import { evaluate, type Finding, type Verdict } from '@yuming/rules'
import { type FilingCase, type FilingDraft, type Level, nothing } from './facts/filing-facts.ts'
import { provinceRules } from './provinces/province-rules.ts'
import type { FilingRule } from './rules/filing-rule.ts'
import { nationalRules } from './rules/national-rules.ts'

type ByLevel = ReadonlyMap<Level, readonly FilingRule[]>

const indexed = new Map<string | undefined, ByLevel>()

/** The rules of one province and those of the whole country, by what they are asked about; made once. */
function rulesFor(province: string | undefined): ByLevel {
  const found = indexed.get(province)
  if (found) return found
  const made = new Map<Level, FilingRule[]>()
  for (const rule of [...nationalRules, ...(province === undefined ? [] : provinceRules(province))])
    made.set(rule.of, [...(made.get(rule.of) ?? []), rule])
  indexed.set(province, made)
  return made
}

/** A case with nothing in it but the draft. */
export function caseOf(draft: FilingDraft): FilingCase {
  return {
    draft,
    service: nothing,
    domain: noDomain,
    person: nothing,
    role: 'subject',
    server: nothing,
    paper: noPaper,
    site: noDomainSite,
  }
}

const noDomain = Object.freeze({ name: '' })
const noPaper = Object.freeze({ kind: 'subject-certificate' as const })
const noDomainSite = Object.freeze({ domain: '' })

/** Every thing of a draft that rules are asked about, with the path of its fields. */
function* casesOf(draft: FilingDraft): Generator<readonly [Level, string, FilingCase]> {
  const bare = caseOf(draft)
  yield ['draft', '', bare]
  for (const [at, service] of draft.services.entries()) yield ['service', `services.${at}.`, { ...bare, service }]
  for (const [at, domain] of draft.domains.entries()) yield ['domain', `domains.${at}.`, { ...bare, domain }]
  if (draft.subject.principal)
    yield ['person', 'subject.principal.', { ...bare, person: draft.subject.principal, role: 'subject' }]
  for (const [at, service] of draft.services.entries())
    if (service.principal)
      yield ['person', `services.${at}.principal.`, { ...bare, service, person: service.principal, role: 'service' }]
  for (const [at, server] of draft.servers.entries()) yield ['server', `servers.${at}.`, { ...bare, server }]
  for (const [at, paper] of (draft.papers ?? []).entries()) yield ['paper', `papers.${at}.`, { ...bare, paper }]
  for (const [at, site] of draft.sites.entries()) yield ['site', `sites.${at}.`, { ...bare, site }]
}

/** What the rules of the draft's day and province say about it; each finding names its field within the draft. */
export function checkFiling(draft: FilingDraft): Verdict {
  const rules = rulesFor(draft.province)
  const findings: Finding[] = []
  const looked = new Set<string>()
  const notAsked = new Set<string>()
  let refused = false
  let unknown = false
  for (const [level, path, each] of casesOf(draft)) {
    const verdict = evaluate(rules.get(level) ?? noRules, each, draft.day)
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
