import type { Session } from '../api/types.ts'
import { dayAndTime, longDate } from '../i18n/format.ts'
import { t } from '../i18n/text.ts'

/** The day that everything goes by where the clock can be turned, and the way to where it is turned. */
export function WorldClock({ clock: { now, page } }: { clock: Session['clock'] }) {
  // A day of another year says so; the others are as short as the header wants them.
  const thisYear = now.slice(0, 4) === new Date().toISOString().slice(0, 4)
  const words = (
    <>
      {t('sandbox')} <span className="sand-today">{t('sandbox.today')} </span>
      {thisYear ? '' : `${now.slice(0, 4)}${t('sandbox.year')}`}
      {dayAndTime(now)}
    </>
  )
  const title = t('sandbox.title', { date: longDate(now) })
  if (!page)
    return (
      <span className="sand" title={title}>
        {words}
      </span>
    )
  return (
    <a className="sand" href={page} target="_blank" rel="noreferrer" title={title}>
      {words}
    </a>
  )
}
