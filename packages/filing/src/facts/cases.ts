import { type FilingCase, type FilingDraft, type Level, nothing } from './filing-facts.ts'

const noDomain = Object.freeze({ name: '' })
const noPaper = Object.freeze({ kind: 'subject-certificate' as const })
const noSite = Object.freeze({ domain: '' })

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
    site: noSite,
  }
}

/** Every thing of a draft that rules are asked about, with the path of its fields. */
export function* casesOf(draft: FilingDraft): Generator<readonly [Level, string, FilingCase]> {
  const bare = caseOf(draft)
  yield ['draft', '', bare]
  for (const [at, service] of draft.services.entries()) yield ['service', `services.${at}.`, { ...bare, service }]
  for (const [at, domain] of draft.domains.entries()) yield ['domain', `domains.${at}.`, { ...bare, domain }]
  if (draft.subject.principal) yield ['person', 'subject.principal.', { ...bare, person: draft.subject.principal }]
  for (const [at, service] of draft.services.entries())
    if (service.principal)
      yield ['person', `services.${at}.principal.`, { ...bare, service, person: service.principal, role: 'service' }]
  for (const [at, server] of draft.servers.entries()) yield ['server', `servers.${at}.`, { ...bare, server }]
  for (const [at, paper] of (draft.papers ?? []).entries()) yield ['paper', `papers.${at}.`, { ...bare, paper }]
  for (const [at, site] of draft.sites.entries()) yield ['site', `sites.${at}.`, { ...bare, site }]
}
