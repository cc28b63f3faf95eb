import type { DomainVerification, WayOut } from '../../api/domain-verification.ts'
import { weekday } from '../../i18n/format.ts'

/** The days of the calendar, those on which the answer is expected filled; weekends and holidays stay quiet. */
export function DayRange({
  calendar,
  way,
  label,
}: {
  calendar: DomainVerification['calendar']
  way: WayOut
  label: string
}) {
  return (
    <div
      className="day-range"
      role="img"
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${calendar.length}, 1fr)` }}
    >
      {calendar.map(({ day, works }) => (
        <span key={day} className={lookOf(works, day >= way.earliest && day <= way.latest)}>
          {weekday(day)}
          <b>{Number(day.slice(8))}</b>
        </span>
      ))}
    </div>
  )
}

function lookOf(works: boolean, expected: boolean): string | undefined {
  if (!works) return 'rest'
  return expected ? 'on' : undefined
}
