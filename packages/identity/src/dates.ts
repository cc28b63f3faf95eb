import chineseDays from 'chinese-days'

/** Years whose notices on holidays and make-up days the calendar knows. */
const knownYears = { first: 2004, last: 2026 }

/** YYYY-MM-DD plus whole days. "Within n days" (n天内) ends with the n-th calendar day, China time. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

export interface CountedDay {
  /** YYYY-MM-DD. */
  readonly day: string
  /** False where the calendar of the year is not out, and Monday to Friday were counted. */
  readonly sure: boolean
}

/** The n-th full working day after a day (n个工作日后), make-up days (调休) included; the day itself does not count. */
export function workingDayAfter(day: string, count: number): CountedDay {
  let at = day
  let sure = true
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    const year = Number(at.slice(0, 4))
    const known = year >= knownYears.first && year <= knownYears.last
    sure &&= known
    if (known ? chineseDays.isWorkday(at) : ![0, 6].includes(new Date(`${at}T00:00:00Z`).getUTCDay())) left--
  }
  return { day: at, sure }
}
