import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import type { Dictionary, TextKey } from './dictionary.ts'
import { type Locale, locale, rememberLocale } from './locale.ts'

const dictionaries: Record<Locale, () => Promise<Dictionary>> = {
  zh: () => import('./zh/index.ts').then((file) => file.zh),
  en: () => import('./en/index.ts').then((file) => file.en),
}

export async function startText(): Promise<void> {
  await i18next.init({
    lng: locale(),
    resources: { [locale()]: { translation: await dictionaries[locale()]() } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
}

export async function changeLanguage(next: Locale): Promise<void> {
  if (!i18next.hasResourceBundle(next, 'translation'))
    i18next.addResourceBundle(next, 'translation', await dictionaries[next]())
  rememberLocale(next)
  await i18next.changeLanguage(next)
}

export function t(key: TextKey, values?: Record<string, string | number>): string {
  return i18next.t(key, values ?? {})
}

/** Renders again when the reader changes the language. */
export function useLanguage(): Locale {
  useSyncExternalStore(subscribe, () => i18next.language)
  return locale()
}

function subscribe(changed: () => void): () => void {
  i18next.on('languageChanged', changed)
  return () => i18next.off('languageChanged', changed)
}
