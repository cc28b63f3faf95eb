import { scrub } from './scrub.ts'

const censor = '[left out]'

/** Members whose name contains one of these, in any spelling (`newPassword`, `X-API-Key`), never reach the log. */
const within = new RegExp(
  [
    'password|passwd|passphrase|secret|token|authori[sz]|cookie|credential|authinfo|privatekey|accesskey|apikey',
    'email|phone|mobile|certificate|idnumber|idcard|passport|street|address|postcode',
  ].join('|'),
)
const exactly = new Set(['pw', 'pwd', 'newpw', 'pass', 'pin', 'otp', 'pem', 'to', 'text', 'body'])

function isPrivate(member: string): boolean {
  const name = member.toLowerCase().replace(/[^a-z]/g, '')
  return exactly.has(name) || within.test(name)
}

/** A JSON value without what is private: by the names of members at any depth, and by patterns in every text and number. */
function redact(value: unknown): unknown {
  if (typeof value === 'string') return scrub(value)
  if (typeof value === 'number') {
    const text = String(value)
    // No count of ours is so large; an identity number is.
    const large = Number.isInteger(value) && !Number.isSafeInteger(value)
    return !large && scrub(text) === text ? value : censor
  }
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [
    scrub(name),
    isPrivate(name) ? censor : redact(member),
  ])
  return Object.fromEntries(members)
}

/** One line of the log, redacted. What is no JSON is left out as a whole. */
export function redactLine(line: string): string {
  try {
    return `${JSON.stringify(redact(JSON.parse(line)))}\n`
  } catch {
    return '{"level":50,"msg":"a line of the log was no JSON and is left out"}\n'
  }
}
