import type { ListItem } from '../api/types.ts'

const key = 'yuming.list'
const listeners = new Set<() => void>()
let items: readonly ListItem[] = load()

addEventListener('storage', (event) => {
  if (event.key !== key) return
  items = load()
  for (const listener of listeners) listener()
})

/** The list of a visitor without an account, kept in the browser and shared between its windows. */
export const localList = {
  read: () => items,
  put(item: ListItem) {
    const known = items.some((other) => other.ascii === item.ascii)
    save(known ? items.map((other) => (other.ascii === item.ascii ? item : other)) : [...items, item])
  },
  drop: (ascii: string) => save(items.filter((item) => item.ascii !== ascii)),
  clear: () => save([]),
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function load(): readonly ListItem[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

function save(next: readonly ListItem[]): void {
  items = next
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing still keeps the list while this window is open.
  }
  for (const listener of listeners) listener()
}
