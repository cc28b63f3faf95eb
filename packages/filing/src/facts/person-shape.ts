import { type Accepted, choice, day, line, parts, prose, yes } from './shape.ts'

export const certificateShape = parts({
  'kind?': line,
  'number?': line,
  'address?': line,
  'issuedOn?': day,
  'endsOn?': day,
  /** Of what is read on the paper or kept in a public register, where it is at hand. */
  'readName?': line,
  'readNumber?': line,
  'readAddress?': line,
})

export const personShape = parts({
  'name?': line,
  'certificate?': certificateShape,
  'phone?': line,
  'secondPhone?': line,
  'emergencyPhone?': line,
  'officePhone?': line,
  'email?': line,
  'legalRepresentative?': yes,
  /** Province of the number, as its segment tells. */
  'phoneProvince?': line,
  /** Somebody answered when the number was called. */
  'phoneReached?': yes,
  /** Messages arrive: not blocked, not out of service. */
  'phoneReceives?': yes,
  /** What another subject has filed with already, as far as it is known here. */
  'certificateUsedBy?': choice('nobody', 'other-subject', 'other-company-here'),
  'phoneUsedBy?': choice('nobody', 'other-subject', 'site-builder'),
})
export type PersonFacts = Accepted<typeof personShape>
export type CertificateFacts = Accepted<typeof certificateShape>

export const remark = prose
