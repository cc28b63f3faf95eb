import { toASCII, toUnicode } from 'tr46'

const strict = {
  checkBidi: true,
  checkHyphens: false,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  verifyDNSLength: false,
  transitionalProcessing: false,
}

/** What a person typed, before any rule: trimmed, full-width and ideographic forms folded, lower case, NFC. */
export function fold(input: string): string {
  return input
    .replace(/^[\p{White_Space}\u200b\u2060\ufeff]+|[\p{White_Space}\u200b\u2060\ufeff]+$/gu, '')
    .normalize('NFKC')
    .replace(/[\u3002\uff0e\uff61]/g, '.')
    .toLowerCase()
    .normalize('NFC')
}

/** UTS 46, non-transitional. undefined when the label has no valid form. */
export function labelToAscii(label: string): string | undefined {
  return toASCII(label, strict) ?? undefined
}

/** The Unicode form of an A-label; undefined when it is not the exact A-label of what it decodes to. */
export function labelToUnicode(label: string): string | undefined {
  const { domain, error } = toUnicode(label, strict)
  if (error) return undefined
  return labelToAscii(domain) === label ? domain : undefined
}
