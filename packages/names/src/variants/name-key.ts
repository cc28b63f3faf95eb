import { knownTables } from './tables.ts'
import { variantIndex } from './variant-index.ts'

/** Suffixes that are another form of a suffix, and one zone with it: .中國 is .中国 (A-labels). */
const zones: Readonly<Record<string, string>> = { 'xn--fiqz9s': 'xn--fiqs8s' }

/** The A-label under which the names of a suffix stand. */
export function zoneOf(suffix: string): string {
  return zones[suffix] ?? suffix
}

/**
 * What must be unique wherever names are compared: the index of the label, and the suffix (S1-30). Two names with one key
 * are one name, in whatever forms they are written. `label` is folded Unicode; `suffix` is an A-label.
 */
export function nameKey(label: string, suffix: string): string {
  const zone = zoneOf(suffix)
  // A label outside the table is refused by the rules; where it exists all the same, it is only itself.
  return `${variantIndex(label, knownTables.ownOf(zone)?.table) ?? label}.${zone}`
}
