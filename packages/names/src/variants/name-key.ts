import { variantIndex } from './variant-index.ts'

/** Suffixes that are another form of a suffix, and one zone with it: .中國 is .中国 (A-labels). */
const zoneOf: Readonly<Record<string, string>> = { 'xn--fiqz9s': 'xn--fiqs8s' }

/**
 * What must be unique wherever names are compared: the index of the label, and the suffix (S1-30). Two names with one key
 * are one name, in whatever forms they are written. `label` is folded Unicode; `suffix` is an A-label.
 */
export function nameKey(label: string, suffix: string): string {
  // A label outside the table is refused by the rules; where it exists all the same, it is only itself.
  return `${variantIndex(label) ?? label}.${zoneOf[suffix] ?? suffix}`
}
