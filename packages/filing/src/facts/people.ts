import { certificateKind, readNumber } from '@yuming/identity'
import type { FilingDraft } from './filing-facts.ts'
import type { PersonFacts } from './person-shape.ts'

/** Kinds of paper with a resident's number: province, birthday and sex can be read from it. */
const residentKinds = new Set(['cn-resident-id', 'cn-temporary-id'])
const foreignKinds = new Set([
  'passport',
  'hk-macao-travel-permit',
  'tw-travel-permit',
  'hk-macao-residence-permit',
  'tw-residence-permit',
  'foreigner-permanent-residence',
])

/** Number of a resident's card; undefined for any other paper. */
export function residentNumber({ certificate }: PersonFacts): string | undefined {
  return certificate?.kind !== undefined && residentKinds.has(certificate.kind)
    ? certificate.number?.toUpperCase()
    : undefined
}

/** Whether the paper is that of a foreigner or of somebody from Hong Kong, Macao or Taiwan; undefined while not stated. */
export function isForeign({ certificate }: PersonFacts): boolean | undefined {
  return certificate?.kind === undefined ? undefined : foreignKinds.has(certificate.kind)
}

/** Age in whole years on a day, from the number of a resident's card. */
export function ageOf(person: PersonFacts, day: string): number | undefined {
  const number = residentNumber(person)
  const kind = certificateKind('cn-resident-id')
  if (number === undefined || kind === undefined) return undefined
  const born = readNumber(kind, number, day).born
  if (born === undefined) return undefined
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** Of the number's last digit but one: odd for men. */
export function isMan(person: PersonFacts): boolean | undefined {
  const digit = residentNumber(person)?.[16]
  return digit === undefined ? undefined : Number(digit) % 2 === 1
}

/** The principal of a service, where it has one of its own. */
export function servicePrincipals({ services }: FilingDraft): readonly PersonFacts[] {
  return services.flatMap(({ principal }) => principal ?? [])
}

/** Whether two statements are about one person; undefined while that cannot be told. */
export function samePerson(one: PersonFacts, other: PersonFacts): boolean | undefined {
  const [left, right] = [one.certificate?.number, other.certificate?.number]
  if (left !== undefined && right !== undefined) return left.toUpperCase() === right.toUpperCase()
  return one.name === undefined || other.name === undefined ? undefined : one.name === other.name
}

/** Whether the order has a paper; undefined while nothing was said of papers. */
export function hasPaper({ papers }: FilingDraft, kind: string): boolean | undefined {
  return papers?.some((paper) => paper.kind === kind)
}
