/** Time as a parameter. Days are calendar days in China (Asia/Shanghai), whatever the machine's own zone is. */
export interface Clock {
  now(): Date
  /** YYYY-MM-DD in China. */
  today(): string
}

// China has kept one zone without daylight saving since 1992 (UTC+8).
const chinaOffsetMs = 8 * 3_600_000

/** The calendar day in China on which an instant falls, YYYY-MM-DD. */
export function chinaDay(at: Date): string {
  return new Date(at.getTime() + chinaOffsetMs).toISOString().slice(0, 10)
}

export function clockOf(now: () => Date): Clock {
  return { now, today: () => chinaDay(now()) }
}

export const systemClock: Clock = clockOf(() => new Date())

/** A clock for tests that stands still until it is set. */
export function fixedClock(start: string): Clock & { set(to: string): void; advance(ms: number): void } {
  let at = new Date(start)
  return {
    ...clockOf(() => at),
    set: (to) => {
      at = new Date(to)
    },
    advance: (ms) => {
      at = new Date(at.getTime() + ms)
    },
  }
}
