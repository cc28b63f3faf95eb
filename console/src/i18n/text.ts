import { useSyncExternalStore } from 'react'
import type { TextKey } from './dictionary.ts'
import { fill } from './fill.ts'
import { type Locale, locale, rememberLocale } from './locale.ts'

type Words = Readonly<Record<string, string>>

/** The words of the public search page and of every page's frame come first; those of the other pages with them. */
const first: Record<Locale, () => Promise<Words>> = {
  zh: () => import('./zh/first.ts').then((file) => file.first),
  en: () => import('./en/first.ts').then((file) => file.first),
}
const rest: Record<Locale, () => Promise<Words>> = {
  zh: () => import('./zh/rest.ts').then((file) => file.rest),
  en: () => import('./en/rest.ts').then((file) => file.rest),
}

let words: Words = {}
let shown: Locale | undefined
let whole = false
const listeners = new Set<() => void>()

export async function startText(): Promise<void> {
  words = await first[locale()]()
  shown = locale()
}

/** @throws when the words cannot be fetched. */
export async function loadRestOfText(): Promise<void> {
  if (whole) return
  const wanted = locale()
  const more = await rest[wanted]()
  // The reader may have changed the language while the words were on their way.
  if (wanted !== locale()) return loadRestOfText()
  words = { ...words, ...more }
  whole = true
}

export async function changeLanguage(next: Locale): Promise<void> {
  const needed = whole
  const [start, more] = await Promise.all([first[next](), needed ? rest[next]() : {}])
  if (whole !== needed) return changeLanguage(next)
  words = { ...start, ...more }
  shown = next
  rememberLocale(next)
  for (const listener of listeners) listener()
}

export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return fill((values.count === 1 && words[`${key}_one`]) || (words[key] ?? key), values)
}

/** The words of a code that the API may one day add to; undefined when there are none. */
export function knownText(key: string): string | undefined {
  return words[key]
}

/** Renders again when the reader changes the language. */
export function useLanguage(): Locale {
  useSyncExternalStore(subscribe, () => shown)
  return locale()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
