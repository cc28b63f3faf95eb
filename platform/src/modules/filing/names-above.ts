/** An A-label's own name and every name above it that could be registered, the nearest first: a name under a filed one rests on it (S2-03). */
export function namesAbove(ascii: string): string[] {
  const labels = ascii.split('.')
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
}

/** Labels of the longest name that can be registered: one under a suffix of two (公司.cn, com.cn). */
const registeredLabels = 3

/** The name itself and those above it under which something can be filed: what is registered, and nothing between. */
export function filedAbove(ascii: string): string[] {
  const [own, ...above] = namesAbove(ascii)
  if (own === undefined) return []
  return [own, ...above.filter((name) => name.split('.').length <= registeredLabels)]
}
