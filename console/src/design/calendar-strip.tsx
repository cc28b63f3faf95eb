import type { CSSProperties } from 'react'
import { t } from '../i18n/text.ts'

/** Twelve months of expiries; the numbers are in the label for those who do not see the bars. */
export function CalendarStrip({ months }: { months: { month: string; count: number }[] }) {
  const most = Math.max(1, ...months.map((each) => each.count))
  const label = months
    .map((each) => t('cal.month', { month: Number(each.month.slice(5)), count: each.count }))
    .join(t('listComma'))
  return (
    <div className="cal" role="img" aria-label={label}>
      {months.map((each, index) => (
        <i
          key={each.month}
          className={index === 0 ? 'hot' : undefined}
          style={{ '--v': each.count === 0 ? 1 : Math.max(3, (each.count / most) * 43) } as CSSProperties}
        >
          {Number(each.month.slice(5))}
        </i>
      ))}
    </div>
  )
}
