import { describe, expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

describe('the time until a case is due', () => {
  const due = '2026-11-25T10:00:00Z'
  it('is told in days, hours and minutes, and is urgent in the last four hours (S3-56)', () => {
    expect(timeLeft(due, '2026-11-24T08:29:30Z')).toEqual({
      late: false,
      urgent: false,
      days: 1,
      hours: 1,
      minutes: 30,
    })
    expect(timeLeft(due, '2026-11-25T06:00:01Z')).toMatchObject({ urgent: true, days: 0, hours: 3, minutes: 59 })
    expect(timeLeft(due, '2026-11-25T06:00:00Z')).toMatchObject({ urgent: false, hours: 4 })
  })
  it('is told as lateness once it is over', () => {
    expect(timeLeft(due, '2026-11-25T12:05:00Z')).toMatchObject({ late: true, urgent: false, hours: 2, minutes: 5 })
  })
})
