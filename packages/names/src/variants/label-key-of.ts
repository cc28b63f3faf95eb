import { labelToUnicode } from '../normalise.ts'
import { zoneOf } from './name-key.ts'
import { knownTables } from './tables.ts'
import { variantIndex } from './variant-index.ts'

/** How labels become keys; `name` tells one way from another. */
interface KeyOfLabels {
  readonly name: string
  /** @param label lower case, an A-label or its Unicode form */
  of(label: string): string
}

/**
 * How an index of taken names keys the labels of a suffix (A-label): by variant index of the suffix's own table, or of the
 * common one, as `nameKey` does, so that a name is found in whatever form it is written.
 */
export function labelKeyOf(
  suffix: string,
  tables: Pick<typeof knownTables, 'common' | 'ownOf'> = knownTables,
): KeyOfLabels {
  const { id, table } = tables.ownOf(zoneOf(suffix)) ?? tables.common()
  return {
    name: id,
    of(label) {
      const unicode = label.startsWith('xn--') ? (labelToUnicode(label) ?? label) : label
      return variantIndex(unicode, table) ?? unicode
    },
  }
}
