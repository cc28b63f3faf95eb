import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, CalendarUnknown, isWorkingDay } from './working-days.ts'

describe('working days in China', () => {
  it.each([
    ['2026-11-24', true, 'an ordinary Tuesday'],
    ['2026-11-28', false, 'an ordinary Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-02-17', false, 'Spring Festival'],
    ['2026-10-10', true, 'the Saturday worked for National Day'],
  ])('%s: %s (%s)', (day, worked) => {
    expect(isWorkingDay(day)).toBe(worked)
  })

  it('counts full working days after the day of the event', () => {
    expect(addWorkingDays('2026-11-24', 3)).toBe('2026-11-27')
    expect(addWorkingDays('2026-11-27', 1)).toBe('2026-11-30')
  })

  it('says so when a year is not known', () => {
    expect(() => isWorkingDay('2031-01-01')).toThrow(CalendarUnknown)
  })

  it('always lands on a working day, later for more days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 60 }), (start, count) => {
        const day = addDays('2020-01-01', start)
        const end = addWorkingDays(day, count)
        expect(isWorkingDay(end)).toBe(true)
        expect(end > addWorkingDays(day, count - 1)).toBe(true)
      }),
    )
  })
})
