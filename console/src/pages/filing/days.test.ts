import { describe, expect, it } from 'vitest'
import { calendarOf, daysBetween } from './days.ts'

describe('the calendar behind a course', () => {
  it('has its Mondays, its weekends and the day at hand where they are', () => {
    // Tuesday, 24 November 2026.
    const { weeks, today, background } = calendarOf({ start: '2026-11-24', days: 20 }, '2026-12-02')
    expect(weeks).toEqual([
      { day: '2026-11-30', left: 30 },
      { day: '2026-12-07', left: 65 },
    ])
    expect(today).toBe(42.5)
    // The first weekend begins on the fifth day.
    expect(background).toContain('transparent 20%, var(--wash) 20% 25%')
    expect(calendarOf({ start: '2026-11-24', days: 20 }, '2026-12-24').today).toBeUndefined()
  })

  it('has no more labels than there is room for', () => {
    expect(calendarOf({ start: '2026-11-24', days: 200 }, '2026-11-24').weeks.length).toBeLessThanOrEqual(6)
    expect(daysBetween('2026-11-24', '2026-12-24')).toBe(30)
    // The last of these days is a Monday.
    expect(calendarOf({ start: '2026-11-24', days: 21 }, '2026-11-24').weeks.map(({ left }) => left)).toEqual([
      28.57, 61.9,
    ])
  })
})
