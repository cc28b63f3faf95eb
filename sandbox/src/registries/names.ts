import { domainToASCII, domainToUnicode } from 'node:url'
import { variantIndex } from '@yuming/names'
import { reservedWords, takenWords } from './data/held-words.ts'
import type { RegistryProfile, RegistrySuffix } from './profile.ts'
import { Refused } from './refused.ts'

/** A name as the registry reads it. `ascii` in lower case; `canonical` is what must be unique. */
export interface ReadName {
  readonly ascii: string
  readonly canonical: string
  readonly label: string
  readonly unicodeLabel: string
  readonly suffix: RegistrySuffix
}

const asciiLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const chineseLabel = /^[\p{Script=Han}a-z0-9-]+$/u

/** @throws Refused 2005 for what is no name, 2306 for what this registry does not take */
export function readName(profile: RegistryProfile, asked: string): ReadName {
  const ascii = toAscii(asked)
  const suffix = profile.suffixes
    .filter((candidate) => ascii.endsWith(`.${candidate.ascii}`))
    .sort((one, other) => other.ascii.length - one.ascii.length)[0]
  if (!suffix) throw new Refused(2306, 'The suffix is not served by this registry')
  const label = ascii.slice(0, -suffix.ascii.length - 1)
  if (label.includes('.')) throw new Refused(2306, 'Only names directly below the suffix are registered')
  if (!asciiLabel.test(label)) throw new Refused(2005, 'The label is not a valid host name label')
  const unicodeLabel = label.startsWith('xn--') ? domainToUnicode(label) : label
  if (profile.suffixes.some((other) => other.ascii === ascii)) throw new Refused(2306, 'The name is a suffix')
  if (label.startsWith('xn--')) readChinese(label, unicodeLabel, suffix)
  else if (label.slice(2, 4) === '--') throw new Refused(2306, 'Hyphens in the third and fourth position')
  if (profile.hyphens === 'never-two' && unicodeLabel.includes('--')) throw new Refused(2306, 'Consecutive hyphens')
  return { ascii, canonical: `${canonicalLabel(unicodeLabel)}.${suffix.ascii}`, label, unicodeLabel, suffix }
}

function readChinese(label: string, unicodeLabel: string, suffix: RegistrySuffix): void {
  if (unicodeLabel === '' || unicodeLabel.startsWith('xn--') || domainToASCII(unicodeLabel) !== label)
    throw new Refused(2005, 'The A-label is not valid')
  if (suffix.labels === 'ascii') throw new Refused(2306, 'Chinese labels are not registered under this suffix')
  if (!chineseLabel.test(unicodeLabel) || !/\p{Script=Han}/u.test(unicodeLabel))
    throw new Refused(2306, 'The label has a code point outside the Chinese table')
}

function toAscii(asked: string): string {
  const lower = asked.trim().toLowerCase()
  // domainToASCII reads IPv4 addresses and escapes; a name for it is letters, digits, hyphens, dots or beyond ASCII.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the whole of ASCII, control characters included
  if (!/^(?:[a-z0-9.-]|[^\x00-\x7f])+$/.test(lower) || lower.length > 253) throw new Refused(2005, 'Not a domain name')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  const ascii = /^[\x00-\x7f]*$/.test(lower) ? lower : domainToASCII(lower)
  if (ascii === '' || ascii.split('.').some((label) => label === '' || label.length > 63))
    throw new Refused(2005, 'Not a domain name')
  return ascii
}

function canonicalLabel(unicodeLabel: string): string {
  return variantIndex(unicodeLabel) ?? unicodeLabel.normalize('NFC')
}

export function isReserved(name: ReadName): boolean {
  return reservedWords.has(name.unicodeLabel)
}

/**
 * Whether somebody held the name before this sandbox began: the well-known words everywhere, and of the other short
 * labels a share that falls with their length. Depends on the name alone. Labels with a digit or a hyphen beside
 * letters, and long ones, are free, so that a test finds its name free on every machine.
 */
export function heldFromTheStart(name: ReadName): boolean {
  if (name.suffix.premium?.has(name.unicodeLabel)) return false
  if (takenWords.has(name.unicodeLabel)) return true
  const han = /^\p{Script=Han}+$/u.test(name.unicodeLabel)
  if (!han && !/^[a-z]+$/.test(name.unicodeLabel)) return false
  const length = [...name.unicodeLabel].length
  const share = (han ? [0, 70, 35, 12] : [0, 100, 90, 70, 30, 14, 8])[length] ?? 0
  return fingerprint(name.canonical) % 100 < share
}

/** FNV-1a, 32 bits. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
