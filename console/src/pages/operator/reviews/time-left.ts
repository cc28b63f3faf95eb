export interface TimeLeft {
  readonly late: boolean
  /** Less than four hours are left. */
  readonly urgent: boolean
  /** Whole ones, until then or since. */
  readonly days: number
  readonly hours: number
  readonly minutes: number
}

const minuteMs = 60_000

/** How long it is until a case is due, or since it was; both are instants. */
export function timeLeft(dueAt: string, now: string): TimeLeft {
  const ms = Date.parse(dueAt) - Date.parse(now)
  const late = ms < 0
  const all = Math.floor(Math.abs(ms) / minuteMs)
  return {
    late,
    urgent: !late && ms < 240 * minuteMs,
    days: Math.floor(all / 1440),
    hours: Math.floor((all % 1440) / 60),
    minutes: all % 60,
  }
}
