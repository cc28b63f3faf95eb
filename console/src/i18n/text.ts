import { useSyncExternalStore } from 'react'
import type { TextKey } from './dictionary.ts'
import { fill } from './fill.ts'
import { type Locale, locale, rememberLocale } from './locale.ts'

type Words = Readonly<Record<string, string>>

/** Words arrive in parts: those of the public search page and of every page's frame, of the other pages, of the operators' pages, of filings, of what is known of suffixes, and of pages that few open. */
const parts = {
  first: {
    zh: () => import('./zh/first.ts').then((file) => file.first),
    en: () => import('./en/first.ts').then((file) => file.first),
  },
  rest: {
    zh: () => import('./zh/rest.ts').then((file) => file.rest),
    en: () => import('./en/rest.ts').then((file) => file.rest),
  },
  desk: {
    zh: () => import('./zh/desk.ts').then((file) => file.desk),
    en: () => import('./en/desk.ts').then((file) => file.desk),
  },
  filing: {
    zh: () => import('./zh/filing.ts').then((file) => file.filingText),
    en: () => import('./en/filing.ts').then((file) => file.filingText),
  },
  suffixes: {
    zh: () => import('./zh/suffixes.ts').then((file) => file.suffixesText),
    en: () => import('./en/suffixes.ts').then((file) => file.suffixesText),
  },
  apart: {
    zh: () => import('./zh/orders-apart.ts').then((file) => file.ordersApart),
    en: () => import('./en/orders-apart.ts').then((file) => file.ordersApart),
  },
} satisfies Record<string, Record<Locale, () => Promise<Words>>>

export type TextPart = keyof typeof parts

let words: Words = {}
let shown: Locale | undefined
const there = new Set<TextPart>()
const listeners = new Set<() => void>()

export async function startText(): Promise<void> {
  await loadText('first')
  shown = locale()
}

/** @throws when the words cannot be fetched. */
export async function loadText(...wanted: readonly TextPart[]): Promise<void> {
  const missing = wanted.filter((part) => !there.has(part))
  if (missing.length === 0) return
  const language = locale()
  const more = await Promise.all(missing.map((part) => parts[part][language]()))
  // The reader may have changed the language while the words were on their way.
  if (language !== locale()) return loadText(...missing)
  words = Object.assign({}, words, ...more)
  for (const part of missing) there.add(part)
}

export async function changeLanguage(next: Locale): Promise<void> {
  const needed = [...there]
  const all: Words[] = await Promise.all(needed.map((part) => parts[part][next]()))
  if (needed.length !== there.size) return changeLanguage(next)
  words = Object.assign({}, ...all)
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
