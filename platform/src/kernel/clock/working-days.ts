import chineseDays from 'chinese-days'

/** Years for which the calendar knows the State Council's notices on holidays and make-up days. */
const knownYears = { first: 2004, last: 2026 }

/** The calendar does not know a year: its notice is not out, or came before the records. */
export class CalendarUnknown extends RangeError {
  constructor(year: number) {
    super(`the working days of ${year} are not known`)
    this.name = 'CalendarUnknown'
  }
}

/** Whether a day (YYYY-MM-DD) is worked in China: make-up days (调休) are, holidays and other weekends are not. @throws CalendarUnknown */
export function isWorkingDay(day: string): boolean {
  const year = Number(day.slice(0, 4))
  if (year < knownYears.first || year > knownYears.last) throw new CalendarUnknown(year)
  return chineseDays.isWorkday(day)
}

/** The n-th full working day after a day ("n 个工作日后"); the day itself does not count. @throws CalendarUnknown */
export function addWorkingDays(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** A day that hangs on a calendar; `sure` is false where the notice of its year is not out, and Monday to Friday were counted. */
export interface WorkingDay {
  readonly day: string
  readonly sure: boolean
}

/** The n-th full working day after a day, for promises that cannot wait for the calendar of the next year. */
export function workingDayAfter(day: string, count: number): WorkingDay {
  let at = day
  let sure = true
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    const year = Number(at.slice(0, 4))
    const known = year >= knownYears.first && year <= knownYears.last
    sure &&= known
    if (known ? isWorkingDay(at) : ![0, 6].includes(new Date(`${at}T00:00:00Z`).getUTCDay())) left--
  }
  return { day: at, sure }
}

/** The last day of "within n days" (n 天内): calendar days, China time. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
