/** Part of a sentence that says why, as sentences of registries end: after the last colon. */
function whyOf(text: string): string {
  const parts = text.split(/[:：]/)
  const last = parts.at(-1)?.trim() ?? ''
  return last === '' ? text.trim() : last
}

/** Two sentences with one key say the same, whatever names or handles stand before. */
export function heardKey(text: string): string {
  return whyOf(text).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').slice(0, 200)
}
