import type { ListItem } from '../../api/types.ts'
import type { BulkRow } from './bulk-row.ts'

/** What the list holds at most; the platform refuses more (list.full). */
const listHolds = 500

type Addable = Pick<ListItem, 'name' | 'ascii' | 'suffix' | 'price'>

/** The free names that are not in the list yet: how many there are, and the first of them that find room. */
export function freeToAdd(
  rows: readonly BulkRow[],
  items: readonly Pick<ListItem, 'ascii'>[],
): { free: number; fitting: Addable[] } {
  const listed = new Set(items.map(({ ascii }) => ascii))
  const free = rows.flatMap(({ state, name, ascii, price }) =>
    state === 'free' && name && ascii && price && !listed.has(ascii)
      ? [{ name, ascii, suffix: name.slice(name.indexOf('.') + 1), price }]
      : [],
  )
  return { free: free.length, fitting: free.slice(0, Math.max(0, listHolds - items.length)) }
}
