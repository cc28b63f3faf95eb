import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }

const stepsOf = (changes: Readonly<Record<string, unknown>> = {}) =>
  explainFiling(changed(drafts.company, changes), '2026-11-24').deadlines.map(({ id, turn, earliest, on }) => [
    id,
    turn,
    earliest,
    on,
  ])

describe('the steps ahead', () => {
  it('are a range of days each, with whose turn it is (S3-56, S3-67, S3-72, S2-34)', () => {
    expect(stepsOf()).toEqual([
      ['FILING-REVIEW', 'we', '2026-11-24', '2026-11-25'],
      ['FILING-CHECK', 'you', '2026-11-24', null],
      ['FILING-SUBMIT', 'we', '2026-11-24', '2026-11-26'],
      ['FILING-SMS', 'you', '2026-11-24', '2026-11-27'],
      ['FILING-BUREAU', 'bureau', '2026-11-25', '2026-12-25'],
      ['FILING-DNS', 'you', '2026-11-25', null],
      ['FILING-POLICE', 'you', '2026-11-25', '2027-01-24'],
    ])
  })

  it('take 3 to 20 working days at the bureau by the older source, and the SMS 48 hours in its provinces (S3-68, S3-75)', () => {
    const of = (changes: Readonly<Record<string, unknown>>) => stepsOf(changes).map(([id]) => id)
    expect(of({ day: '2018-06-01', province: '浙江省' })).not.toContain('FILING-SMS')
    expect(stepsOf({ day: '2018-06-01', province: '天津市' })).toContainEqual([
      'FILING-SMS',
      'you',
      '2018-06-01',
      '2018-06-07',
    ])
    expect(stepsOf({ day: '2018-06-01', province: '天津市' })).toContainEqual([
      'FILING-BUREAU',
      'bureau',
      '2018-06-06',
      '2018-07-06',
    ])
  })

  it('begin with the ministry where the domain is not known to it', () => {
    expect(stepsOf({ 'domains.0.verifiedOn': '2026-11-24', 'domains.0.knownToMinistry': false })[0]).toEqual([
      'FILING-KNOWN',
      'ministry',
      '2026-11-24',
      '2026-11-27',
    ])
  })

  it('begin where the order is', () => {
    const ids = (changes: Readonly<Record<string, unknown>>) => stepsOf(changes).map(([id]) => id)
    expect(ids({ order: { state: 'at-bureau', submittedOn: '2026-11-20' } })[0]).toBe('FILING-SMS')
    expect(ids({ order: { state: 'approved', approvedOn: '2026-11-24' } })).toEqual(['FILING-DNS', 'FILING-POLICE'])
    expect(ids({ wish: 'cancel-access' })).not.toContain('FILING-SMS')
  })

  it('drive a change by the stricter of two terms: 10 working days before 30 days (S2-42)', () => {
    const steps = stepsOf({ wish: 'change-subject', order: { changedOn: '2026-11-24' } })
    expect(steps).toContainEqual(['FILING-CHANGE', 'you', '2026-11-24', '2026-12-08'])
    expect(steps).toContainEqual(['FILING-CHANGE-30', 'you', '2026-11-24', '2026-12-24'])
  })

  it('say so where the calendar of the year is not out', () => {
    const { deadlines } = explainFiling(changed(drafts.company, { day: '2026-12-20' }), '2026-11-24')
    expect(deadlines.find(({ id }) => id === 'FILING-BUREAU')?.sure).toBe(false)
    expect(deadlines.find(({ id }) => id === 'FILING-REVIEW')?.sure).toBe(true)
  })
})
