import { checkFacts, type FactsReading } from '@yuming/rules'
import { certificateKind, certificateKindOfCode } from '../certificate/certificate-kinds.ts'
import { han } from '../holder/holder-name.ts'
import type { BothForms, CertificateFacts, HolderFacts, IdentityFacts, SuffixPolicyFacts } from '../identity-facts.ts'
import { noFacts } from '../identity-facts.ts'
import { readNumber } from '../number/number-defect.ts'
import { factFields, type StatedFacts } from './fact-fields.ts'

const formsOf = (form: string | BothForms): BothForms =>
  typeof form === 'string' ? (han.test(form) || form === '' ? { zh: form } : { zh: form, en: form }) : form

function holderOf(said: NonNullable<StatedFacts['holder']>): HolderFacts {
  const { name, contact, province, city, street, ...rest } = said
  return {
    ...rest,
    ...(name === undefined ? {} : { name: formsOf(name) }),
    ...(contact === undefined ? {} : { contact: formsOf(contact) }),
    ...(province === undefined ? {} : { province: formsOf(province) }),
    ...(city === undefined ? {} : { city: formsOf(city) }),
    ...(street === undefined ? {} : { street: formsOf(street) }),
  }
}

function certificateOf({ certificate, paper, holder }: StatedFacts, day: string): CertificateFacts | undefined {
  if (certificate === undefined) return undefined
  const { kind: statedKind, number } = certificate
  const kind = certificateKind(statedKind) ?? certificateKindOfCode(statedKind, holder?.region)
  // Days that were not typed are those read on the paper.
  const issuedOn = certificate.issuedOn ?? paper?.issuedOn
  const endsOn = certificate.endsOn ?? paper?.endsOn
  return {
    kind,
    statedKind,
    number: kind === undefined || number === undefined ? undefined : readNumber(kind, number, day),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
  }
}

const suffixOf = (suffix: NonNullable<StatedFacts['suffix']>): SuffixPolicyFacts => {
  const { name, ...policy } = typeof suffix === 'string' ? { name: suffix } : suffix
  return { name: name.normalize('NFC').toLowerCase().replace(/^\./, ''), ...policy }
}

/** Makes of what was stated what the rules look at. @param day YYYY-MM-DD, unless the facts name their own */
export function identityFacts(said: StatedFacts, today: string): IdentityFacts {
  const day = said.day ?? today
  return {
    day,
    holder: said.holder === undefined ? noFacts : holderOf(said.holder),
    certificate: certificateOf(said, day),
    paper: said.paper,
    operation: said.operation,
    suffix: said.suffix === undefined ? undefined : suffixOf(said.suffix),
    label: said.label?.normalize('NFC'),
    state: said.state ?? noFacts,
  }
}

/** Checks what was stated, and makes of it what the rules look at. */
export function readIdentityFacts(stated: unknown, today: string): FactsReading<IdentityFacts> {
  const checked = checkFacts(factFields, stated)
  if (!checked.ok) return checked
  // The fields above have checked every part of this shape.
  const facts = identityFacts(checked.facts as StatedFacts, today)
  return { ok: true, facts, day: facts.day, read: readingOf(facts) }
}

function readingOf({ certificate }: IdentityFacts): Readonly<Record<string, unknown>> {
  if (certificate === undefined) return noFacts
  const { kind, number } = certificate
  return {
    certificate: {
      kind: kind?.id ?? null,
      codes: kind?.codes ?? null,
      number: number?.normal ?? null,
      born: number?.born ?? null,
    },
  }
}
