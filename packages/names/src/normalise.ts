import { toASCII, toUnicode } from 'tr46'
import { punycode } from './punycode.ts'

const strict = {
  checkBidi: true,
  checkHyphens: false,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  verifyDNSLength: false,
  transitionalProcessing: false,
}

// Letters, digits and the unified ideographs of the basic block: NFKC and UTS 46 leave each of them as it is.
const plainText = /^[a-z0-9.\u4e00-\u9fff-]*$/
const plainHan = /^[a-z0-9\u4e00-\u9fff-]+$/
const letters = /^[a-z0-9-]*$/
const edge = /[\p{White_Space}\u200b\u2060\ufeff]/u
const stops = /[\u3002\uff0e\uff61]/g

/** What a person typed, before any rule: trimmed, full-width and ideographic forms folded, lower case, NFC. */
export function fold(input: string): string {
  if (plainText.test(input)) return input
  // Lower case may leave the normal form (İ), and the normal form may leave lower case: once more settles both.
  const once = trimmed(input).normalize('NFKC').replace(stops, '.').toLowerCase().normalize('NFKC')
  return trimmed(once)
}

/** Looked at from both ends: a pattern for the last run begins anew at each space of every run before it. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && edge.test(text.charAt(from))) from++
  while (to > from && edge.test(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

/** UTS 46, non-transitional. undefined when the label has no valid form. */
export function labelToAscii(label: string): string | undefined {
  if (letters.test(label) && !label.startsWith('xn--')) return label
  if (plainHan.test(label) && !letters.test(label) && !label.startsWith('xn--')) return `xn--${punycode(label)}`
  return toASCII(label, strict) ?? undefined
}

/** The Unicode form of an A-label; undefined when it is not the exact A-label of what it decodes to. */
export function labelToUnicode(label: string): string | undefined {
  const { domain, error } = toUnicode(label, strict)
  if (error) return undefined
  return labelToAscii(domain) === label ? domain : undefined
}
