/** An A-label's own name and every name above it that could be registered, the nearest first: a name under a filed one rests on it (S2-03). */
export function namesAbove(ascii: string): string[] {
  const labels = ascii.split('.')
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
}
