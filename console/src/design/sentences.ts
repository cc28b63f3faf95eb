import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/text.ts'

/** Sentences one after the other, each with its stop: Chinese has no gap between them, English has one. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map(ended)
    .join(gap())
}

export const gap = (): string => (locale() === 'zh' ? '' : ' ')

export function ended(sentence: string): string {
  return /[.。!！?？]$/.test(sentence) ? sentence : `${sentence}${t('stop')}`
}
