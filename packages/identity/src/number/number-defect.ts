import type { CertificateKind } from '../certificate/certificate-kinds.ts'
import { checkOfGb11643, checkOfGb11714, checkOfGb32100, checkOfLicence } from './check-digits.ts'

/** The first thing that is wrong with a number, from its shape to its check digit. */
export type NumberDefect =
  | 'empty'
  | 'copy'
  | 'old-resident'
  | 'length'
  | 'letters'
  | 'other-paper'
  | 'area'
  | 'birth'
  | 'future'
  | 'age'
  | 'check'
  | 'shape'
  | 'back-of-card'
  | 'no-digit'

export interface ReadNumber {
  readonly typed: string
  /** Half width, capitals, no spaces, no brackets or hyphens that are not part of it. */
  readonly normal: string
  readonly defect: NumberDefect | undefined
  /** YYYY-MM-DD, where the number tells it. */
  readonly born: string | undefined
}

const clean = /^[0-9A-Z-]*$/

/** Spaces never belong to a number, except inside that of a foreign body. */
export function normalNumber(kind: CertificateKind, typed: string): string {
  if (clean.test(typed)) return kind.numberForm === 'organisation' ? typed.replaceAll('-', '') : typed
  const narrow = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Pd}/gu, '-')
  if (kind.numberForm === 'free') return narrow.trim().replace(/\s+/g, ' ')
  const joined = narrow.replace(/\s+/g, '')
  if (kind.numberForm === 'taiwan-permit') return joined.replace(/[()]/g, '')
  return kind.numberForm === 'organisation' ? joined.replaceAll('-', '') : joined
}

/** First two digits of GB/T 2260: the provinces. */
const areas = new Set(
  [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46]
    .concat([50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71])
    .map(String),
)
const copyMark = /\(?\d+-\d+\)?$/
const residentLetters = /^\d{17}[\dX]$/
const creditLetters = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const oldLicence = /^\d{15}$/
const hongKongCard = /^[A-Z]{1,2}\d{6}\(?[0-9A]\)?$/

const daysOf = Int8Array.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

function inCalendar(year: number, month: number, date: number): boolean {
  if (date < 1 || date > (daysOf[month - 1] ?? 0)) return false
  return month !== 2 || date < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
}

/** Day of birth in an 18-digit number of a person. */
function bornOn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

function personDefect(number: string, day: string): NumberDefect | undefined {
  const year = Number(number.slice(6, 10))
  if (!inCalendar(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)))) return 'birth'
  if (bornOn(number) > day) return 'future'
  if (year < Number(day.slice(0, 4)) - 130) return 'age'
  return checkOfGb11643(number) === number.charAt(17) ? undefined : 'check'
}

function residentDefect(number: string, day: string): NumberDefect | undefined {
  if (oldLicence.test(number)) return 'old-resident'
  if (number.length !== 18) return 'length'
  if (!residentLetters.test(number)) return 'letters'
  const area = number.slice(0, 2)
  if (area === '81' || area === '82' || area === '83') return 'other-paper'
  return areas.has(area) ? personDefect(number, day) : 'area'
}

function residencePermitDefect(kind: CertificateKind, number: string, day: string): NumberDefect | undefined {
  if (number.length !== 18) return 'length'
  if (!residentLetters.test(number)) return 'letters'
  const area = number.slice(0, 6)
  const own = kind.regions.includes('TW') ? area === '830000' : area === '810000' || area === '820000'
  return own ? personDefect(number, day) : 'other-paper'
}

function creditDefect(number: string): NumberDefect | undefined {
  if (number.length !== 18) return copyMark.test(number) && number.includes('-') ? 'copy' : 'length'
  if (!creditLetters.test(number)) return 'letters'
  return checkOfGb32100(number) === number.charAt(17) ? undefined : 'check'
}

function formDefect(kind: CertificateKind, number: string, day: string): NumberDefect | undefined {
  switch (kind.numberForm) {
    case 'resident':
      return residentDefect(number, day)
    case 'residence-permit':
      return residencePermitDefect(kind, number, day)
    case 'foreigner-card':
      if (kind.numberPattern?.test(number) === false) return 'shape'
      return number.length === 18 ? personDefect(number, day) : undefined
    case 'licence':
      if (oldLicence.test(number)) return checkOfLicence(number) === number.charAt(14) ? undefined : 'check'
      return creditDefect(number)
    case 'credit':
      return creditDefect(number)
    case 'organisation':
      if (number.length === 18) return creditDefect(number)
      if (kind.numberPattern?.test(number) === false) return 'shape'
      return checkOfGb11714(number) === number.charAt(8) ? undefined : 'check'
    case 'hk-macao-permit':
      if (hongKongCard.test(number)) return 'back-of-card'
      break
    case 'passport':
      if (!/\d/.test(number)) return 'no-digit'
      break
    case 'taiwan-permit':
    case 'free':
      break
  }
  return kind.numberPattern?.test(number) === false ? 'shape' : undefined
}

/** @param day YYYY-MM-DD, China time: nobody is born after it */
export function readNumber(kind: CertificateKind, typed: string, day: string): ReadNumber {
  const normal = normalNumber(kind, typed)
  const defect = normal === '' ? 'empty' : formDefect(kind, normal, day)
  const dated = normal.length === 18 && residentLetters.test(normal) && isPerson(kind)
  const born = dated && defect !== 'birth' ? bornOn(normal) : undefined
  return { typed, normal, defect, born }
}

function isPerson({ numberForm }: CertificateKind): boolean {
  return numberForm === 'resident' || numberForm === 'residence-permit' || numberForm === 'foreigner-card'
}
