/** Whether a name stops in the middle of a suffix: `abc.`, or `abc.co` on the way to `.com`. What is sold is whole. */
export function isHalfTyped(word: string, suffixes: readonly string[]): boolean {
  const dot = word.search(/[.。．｡]/)
  if (dot === -1) return false
  const tail = word.slice(dot + 1).toLowerCase()
  if (tail === '') return true
  return !suffixes.includes(tail) && suffixes.some((suffix) => suffix.startsWith(tail))
}
