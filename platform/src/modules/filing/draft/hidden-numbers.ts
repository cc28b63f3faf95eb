import type { Draft, DraftCertificate, DraftPrincipal } from './draft-schemas.ts'

/** A paper's number as it is shown: nobody is shown more than its end. */
export function hiddenNumber(number: string): string {
  return `${'*'.repeat(Math.max(number.length - 4, 4))}${number.slice(-4)}`
}

function hidden<C extends DraftCertificate | undefined>(certificate: C): C {
  return certificate?.number === undefined ? certificate : { ...certificate, number: hiddenNumber(certificate.number) }
}

function hiddenPerson(person: DraftPrincipal | undefined): DraftPrincipal | undefined {
  return person?.certificate ? { ...person, certificate: hidden(person.certificate) } : person
}

/** A draft as its owner is shown it. */
export function shownDraft({ subject, services, cancelReason }: Draft): Draft {
  return {
    subject: { ...subject, certificate: hidden(subject.certificate), principal: hiddenPerson(subject.principal) },
    services: services.map((service) => ({ ...service, principal: hiddenPerson(service.principal) })),
    ...(cancelReason === undefined ? {} : { cancelReason }),
  }
}

/** What was written over what was kept: a number that comes back as it was shown stays what it was. */
function keptCertificate(
  next: DraftCertificate | undefined,
  kept: DraftCertificate | undefined,
): DraftCertificate | undefined {
  const { number } = next ?? {}
  if (number === undefined || kept?.number === undefined) return next
  return number === hiddenNumber(kept.number) ? { ...next, number: kept.number } : next
}

export function keptPrincipal(
  next: DraftPrincipal | undefined,
  kept: DraftPrincipal | undefined,
): DraftPrincipal | undefined {
  return next && { ...next, certificate: keptCertificate(next.certificate, kept?.certificate) }
}

export function keptSubject(next: Draft['subject'], kept: Draft['subject']): Draft['subject'] {
  return {
    ...next,
    certificate: keptCertificate(next.certificate, kept.certificate),
    principal: keptPrincipal(next.principal, kept.principal),
  }
}
