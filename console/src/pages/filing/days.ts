import type { Filing } from '../../api/filing.ts'
import { chinaDay } from '../../i18n/format.ts'

const dayMs = 86_400_000

/** Days from one date to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** The calendar that all steps of an order fit on. */
export function spanOf({ course, createdAt }: Pick<Filing, 'course' | 'createdAt'>): { start: string; days: number } {
  const instants = course.flatMap(({ at, from, until }) => [at, from, until]).filter((one) => one !== null)
  const all = [createdAt, ...instants].map(chinaDay).sort()
  const start = all[0] ?? chinaDay(createdAt)
  return { start, days: Math.max(7, daysBetween(start, all.at(-1) ?? start) + 1) }
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

export interface Calendar {
  /** Mondays, each with its place on the calendar in hundredths. */
  readonly weeks: readonly { readonly day: string; readonly left: number }[]
  /** Place of the day at hand; undefined where it is not on the calendar. */
  readonly today: number | undefined
  /** Weekends are washed, and the day at hand is a line. */
  readonly background: string
}

/** What stands behind the steps: weeks, weekends, today. */
export function calendarOf({ start, days }: { start: string; days: number }, today: string): Calendar {
  const share = (day: number) => Math.round((day / days) * 10_000) / 100
  const all = Array.from({ length: days }, (_, at) => at)
  const weekday = (at: number) => (weekdayOf(start) + at) % 7
  const mondays = all.filter((at) => weekday(at) === 1)
  // No more labels than there is room for.
  const every = Math.max(1, Math.ceil(mondays.length / 6))
  const stops = all
    .filter((at) => weekday(at) === 6 || weekday(at) === 0)
    .map(
      (at) => `transparent ${share(at)}%, var(--wash) ${share(at)}% ${share(at + 1)}%, transparent ${share(at + 1)}%`,
    )
  const now = daysBetween(start, today)
  const shown = now >= 0 && now < days ? share(now + 0.5) : undefined
  const layers = [
    ...(shown === undefined ? [] : [`linear-gradient(var(--ink) 0 0) ${shown}% 0 / 2px 100% no-repeat`]),
    ...(stops.length === 0 ? [] : [`linear-gradient(to right, ${stops.join(', ')})`]),
  ]
  return {
    weeks: mondays
      .filter((_, at) => at % every === 0)
      .map((at) => ({ day: dayAfter(start, at), left: share(at) }))
      // A label at the very end would stand beside the table.
      .filter(({ left }) => left <= 92),
    today: shown,
    background: layers.join(', ') || 'none',
  }
}
