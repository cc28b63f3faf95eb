import { checkFacts, type FactsReading } from '@yuming/rules'
import { caseOf } from '../facts/cases.ts'
import { type FilingCase, type FilingDraft, nothing } from '../facts/filing-facts.ts'
import { provinceNamed } from '../provinces/province-facts.ts'
import { decideType } from '../type/decide-type.ts'
import { factFields, type StatedFiling } from './fact-fields.ts'

/** Makes of what was stated what the rules look at. @param today YYYY-MM-DD, unless the facts name their own day */
export function filingDraft(said: StatedFiling, today: string): FilingDraft {
  const wish = said.wish ?? 'file'
  const record = said.record ?? nothing
  const domains = said.domains ?? []
  const place = said.province ?? said.subject?.region?.province
  return {
    day: said.day ?? today,
    province: place === undefined ? undefined : provinceNamed(place)?.code,
    wish,
    type: decideType({ wish, record, domains }).type,
    chosenType: said.chosenType,
    complete: said.check === 'before-submission',
    subject: said.subject ?? nothing,
    record,
    account: said.account ?? nothing,
    services: said.services ?? [],
    domains,
    servers: said.servers ?? [],
    papers: said.papers,
    sites: said.sites ?? [],
    check: said.verification ?? nothing,
    sms: said.sms ?? nothing,
    order: said.order ?? nothing,
    interface: said.interface ?? nothing,
  }
}

/** Checks what was stated, and makes a draft of it. */
export function readFilingFacts(stated: unknown, today: string): FactsReading<FilingCase> {
  const checked = checkFacts(factFields, stated)
  if (!checked.ok) return checked
  // The fields have checked every part of this shape.
  const draft = filingDraft(checked.facts as StatedFiling, today)
  return { ok: true, facts: caseOf(draft), day: draft.day }
}
