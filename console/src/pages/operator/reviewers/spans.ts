import { t } from '../../../i18n/text.ts'

/** Whole minutes in the words of the reader, the smallest part left out where days count. */
export function spanText(minutes: number): string {
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  return days > 0
    ? t('reviews.daysHours', { days, hours })
    : t('reviews.hoursMinutes', { hours, minutes: minutes % 60 })
}

/** 20% for one of five; a dash where there is nothing to share. */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part * 100) / whole)}%`
}
