import { checkOfGb11643, checkOfGb32100 } from '@yuming/identity'

const censor = '[left out]'

/** Digits and the letter X as they are typed on a Chinese keyboard. */
const wide = /[０-９Ｘｘ]/g

/** First match wins: a UUID is not searched for the digits of a telephone number. Numbers may be written in groups. */
const numbers = new RegExp(
  [
    /(?<uuid>(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z]))/,
    /(?<identity>(?<!\d)(?:\d{6}[- ]?\d{8}[- ]?\d{3}[\dX]|\d{4}(?<between>[- ])(?:\d{4}\k<between>){3}\d[\dX])(?!\d))/,
    /(?<credit>(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z]))/,
    /(?<!\d)1[3-9]\d{9}(?!\d)/,
    /(?<![\da-z])1[3-9]\d(?<gap>[- ]?)\d{4}\k<gap>\d{4}(?!\d)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
)

// Texts of others come here, of any length: no pattern may begin anew at each letter of a run and read on to its end.
const texts: readonly [pattern: RegExp, instead: string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, censor],
  [/\b(Bearer|Basic)(\s+)[\w.~+/=-]+/gi, `$1$2${censor}`],
  // JSON Web Tokens, and whatever else is JSON in base64.
  [/\beyJ[\w-]+(?:\.[\w-]*){0,2}/g, censor],
  // User and password of an address.
  [/(\b[a-z][a-z0-9+.-]{0,63}:\/\/)[^\s/@"'<>]+@/gi, `$1${censor}@`],
  // Passwords in an EPP frame (RFC 5730, 5731).
  [/(<(?:[\w-]+:)?(?:pw|newPW)\b[^<>]*>)[^<]*/gi, `$1${censor}`],
  [
    /((?:password|passwd|secret|token|api[_-]?key|access[_-]?key|authorization|cookie|authinfo)\\?["']?\s*[:=]\s*\\?["']?)(?!(?:Bearer|Basic)\s)[^\s"'&,;}\\]+/gi,
    `$1${censor}`,
  ],
  // Local part and domain may be in any script (RFC 6531); in an address of the web the sign is written as %40. A local part
  // has 64 octets at most (RFC 5321 §4.5.3.1.1), of three characters each where all are written so.
  [/[\p{L}\p{N}._%+'-]{1,192}(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, censor],
  // Passports (GB/T 31011) and the permits with which people of Hong Kong, Macao and Taiwan travel.
  [/(?<![\w-])(?:[EGDSP]\d{8}|E[A-HJ-NP-Z]\d{7}|[HMC]\d{8}(?:\d\d)?)(?![\w-])/g, censor],
]

interface Found {
  readonly uuid?: string
  readonly identity?: string
  readonly credit?: string
}

/** Whether it only looks like a number of a certificate: the last character is the check of the others. */
function isKept({ uuid, identity, credit }: Found): boolean {
  if (uuid !== undefined) return true
  const number = (identity ?? credit)?.replace(/[- ]/g, '').toUpperCase()
  if (number === undefined) return false
  const front = number.slice(0, 17)
  return number[17] !== checkOfGb11643(front) && number[17] !== checkOfGb32100(front)
}

/** A text without numbers of certificates, mobile numbers, mail addresses and credentials, wherever in it they stand. */
export function scrub(text: string): string {
  const narrow = text.replace(wide, (character) => character.normalize('NFKC'))
  const worded = texts.reduce((left, [pattern, instead]) => left.replace(pattern, instead), narrow)
  return worded.replace(numbers, (match: string, ...rest: unknown[]) => (isKept(rest.at(-1) as Found) ? match : censor))
}
