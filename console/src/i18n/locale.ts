import type { Text } from '../api/types.ts'

export type Locale = 'zh' | 'en'

const cookie = 'lang'

/** `?lang` first, then the cookie, then the browser. */
export function chooseLocale(search: string, cookies: string, languages: readonly string[]): Locale {
  const asked = new URLSearchParams(search).get('lang') ?? cookies.match(/(?:^|;\s*)lang=([\w-]+)/)?.[1] ?? languages[0]
  return asked?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

let current: Locale = 'zh'

/** Reads the reader's language from the page. Call once, before any word is shown. */
export function startLocale(): void {
  current = chooseLocale(location.search, document.cookie, navigator.languages)
  applyToPage()
}

export const locale = (): Locale => current

export function rememberLocale(next: Locale): void {
  current = next
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads the same cookie; the Cookie Store API is not in every browser
  document.cookie = `${cookie}=${next};path=/;max-age=31536000;samesite=lax`
  applyToPage()
}

/** The sentence of the reader's language. */
export function pick(text: Text | string | null | undefined): string {
  if (text === null || text === undefined) return ''
  return typeof text === 'string' ? text : text[current]
}

/** A sentence made for the reader, never somebody's own words: in Chinese the browser sets the space between scripts. */
export function sentence(text: Text | string | null | undefined): string {
  return current === 'zh' ? closeUp(pick(text)) : pick(text)
}

/** Takes out the space that was typed between Han and Latin, a figure or a sum. */
export function closeUp(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}，。；：、）]) (?=[\w¥.(])|(?<=[\w%.)]) (?=\p{Script=Han})/gu, '')
}

function applyToPage(): void {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'
}
