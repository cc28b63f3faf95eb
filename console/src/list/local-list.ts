import type { ListItem } from '../api/types.ts'

const key = 'yuming.list'

type Keeper = Pick<Storage, 'getItem' | 'setItem'>

/** The list of a visitor without an account, kept in the browser and shared between its windows. */
export interface LocalList {
  read(): readonly ListItem[]
  put(item: ListItem): void
  drop(ascii: string): void
  dropAll(asciis: readonly string[]): void
  setAll(years: number): void
  clear(): void
  subscribe(listener: () => void): () => void
}

/** @param keeper null when the browser keeps nothing: the list then lives as long as this window.
 *  @param window tells of changes made in other windows */
export function localListIn(keeper: Keeper | null, window: Pick<EventTarget, 'addEventListener'>): LocalList {
  const listeners = new Set<() => void>()
  let items = load(keeper)
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const save = (next: readonly ListItem[]) => {
    items = next
    try {
      keeper?.setItem(key, JSON.stringify(next))
    } catch {
      // A full or forbidden storage still leaves the list while this window is open.
    }
    tell()
  }
  window.addEventListener('storage', (event) => {
    if (!('key' in event) || event.key !== key) return
    items = load(keeper)
    tell()
  })
  return {
    read: () => items,
    put(item) {
      const known = items.some((other) => other.ascii === item.ascii)
      save(known ? items.map((other) => (other.ascii === item.ascii ? item : other)) : [...items, item])
    },
    drop: (ascii) => save(items.filter((item) => item.ascii !== ascii)),
    dropAll: (asciis) => save(items.filter((item) => !asciis.includes(item.ascii))),
    setAll: (years) => save(items.map((item) => ({ ...item, years }))),
    clear: () => save([]),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function load(keeper: Keeper | null): readonly ListItem[] {
  try {
    const parsed: unknown = JSON.parse(keeper?.getItem(key) ?? '[]')
    return Array.isArray(parsed) ? parsed.filter(isItem) : []
  } catch {
    return []
  }
}

/** Whatever an older version or another program left there is no reason for a page to break. */
function isItem(value: unknown): value is ListItem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ascii' in value &&
    typeof value.ascii === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'price' in value &&
    typeof value.price === 'object' &&
    value.price !== null
  )
}
