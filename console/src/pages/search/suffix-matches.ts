import type { Suffix } from '../../api/types.ts'

/** Whether a suffix is meant by what somebody typed to find it: its form, its A-label, or its meaning in a language. */
export function suffixMatches({ suffix, ascii, meaning }: Suffix, text: string): boolean {
  const wanted = text.trim().replace(/^\./, '').toLowerCase()
  return wanted === '' || [suffix, ascii, meaning.zh, meaning.en.toLowerCase()].some((value) => value.includes(wanted))
}
