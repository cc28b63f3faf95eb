import { certificateKind, readNumber } from '@yuming/identity'
import type { FilingDraft } from './filing-facts.ts'
import type { PersonFacts } from './person-shape.ts'

/** Kinds of paper with a resident's number: province, birthday and sex can be read from it. */
const residentKinds = new Set(['cn-resident-id', 'cn-temporary-id'])
/** Number of a resident's card; undefined for any other paper. */
function residentNumber({ certificate }: PersonFacts): string | undefined {
  return certificate?.kind !== undefined && residentKinds.has(certificate.kind)
    ? certificate.number?.toUpperCase()
    : undefined
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

/** Whether the order has a paper; undefined while nothing was said of papers. */
export function hasPaper({ papers }: FilingDraft, kind: string): boolean | undefined {
  return papers?.some((paper) => paper.kind === kind)
}
