const censor = '[left out]'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether 18 characters are a resident identity number: the last is the check of the others (GB 11643-1999). */
function isIdentityNumber(text: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

/** First match wins: a UUID is not searched for the digits of a telephone number. */
const numbers = new RegExp(
  [
    /(?<uuid>(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z]))/,
    /(?<identity>(?<!\d)\d{17}[\dX](?!\d))/,
    /(?<!\d)1[3-9]\d{9}(?!\d)/,
    /(?<![\da-z])1[3-9]\d[- ]\d{4}[- ]\d{4}(?!\d)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
)

const texts: readonly [pattern: RegExp, instead: string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, censor],
  [/\b(Bearer|Basic)(\s+)[\w.~+/=-]+/gi, `$1$2${censor}`],
  // JSON Web Tokens.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, censor],
  // User and password of an address.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"'<>]+@/gi, `$1${censor}@`],
  // Passwords in an EPP frame (RFC 5730, 5731).
  [/(<(?:[\w-]+:)?(?:pw|newPW)\b[^>]*>)[^<]*/gi, `$1${censor}`],
  [
    /((?:password|passwd|secret|token|api[_-]?key|access[_-]?key|authorization|cookie|authinfo)\\?["']?\s*[:=]\s*\\?["']?)(?!(?:Bearer|Basic)\s)[^\s"'&,;}\\]+/gi,
    `$1${censor}`,
  ],
  // Local part and domain may be in any script (RFC 6531).
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, censor],
]

/** A text without identity numbers, mobile numbers, mail addresses and credentials, wherever in it they stand. */
export function scrub(text: string): string {
  const worded = texts.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text)
  return worded.replace(numbers, (match: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { uuid?: string; identity?: string }
    const kept = groups.uuid !== undefined || (groups.identity !== undefined && !isIdentityNumber(match))
    return kept ? match : censor
  })
}
