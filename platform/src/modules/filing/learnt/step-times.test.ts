import { describe, expect, it } from 'vitest'
import { courseOf } from '../course.ts'
import { enoughSteps, rangeOf, workingDaysBetween } from './step-times.ts'

describe('how long steps take here (S2-29, S3-75)', () => {
  it('is learnt from enough finished steps alone: eight of ten lie between', () => {
    const each = (...days: number[]) => days.map((one) => ({ days: one, times: 1 }))
    expect(rangeOf(each(...Array.from({ length: enoughSteps - 1 }, () => 3)))).toBeUndefined()
    expect(rangeOf(each(...Array.from({ length: 100 }, (_, n) => n + 1)))).toEqual({
      from: 10,
      until: 90,
      finished: 100,
    })
    expect(
      rangeOf([
        { days: 9, times: 1 },
        { days: 2, times: 18 },
        { days: 1, times: 1 },
      ]),
    ).toEqual({
      from: 2,
      until: 2,
      finished: 20,
    })
  })

  it('counts working days, over holidays and days made up for', () => {
    expect(workingDaysBetween('2026-11-24', '2026-11-24')).toBe(0)
    expect(workingDaysBetween('2026-11-27', '2026-11-30')).toBe(1)
    expect(workingDaysBetween('2026-09-30', '2026-10-08')).toBe(1)
  })

  const order = {
    state: 'bureau',
    type: 'first',
    province: '440000',
    submitted_at: new Date('2026-11-20T02:00:00Z'),
    bureau_at: new Date('2026-11-23T02:00:00Z'),
    due_at: new Date('2026-12-21T10:00:00Z'),
    ended_at: null,
  } as const
  const ofBureau = (
    learnt: Parameters<typeof courseOf>[0]['learnt'],
    today = '2026-11-24',
    state = order.state as 'bureau' | 'ready',
  ) =>
    courseOf({
      order: { ...order, state, due_at: state === 'bureau' ? order.due_at : null },
      today,
      photo: false,
      learnt,
      done: new Map(),
    }).find(({ step }) => step === 'bureau')
  const bureau = new Map([['bureau', { from: 3, until: 6, finished: 40 }]] as const)

  it('stands in the course instead of the rules’ range, and says that it is learnt', () => {
    expect(ofBureau(new Map())).toMatchObject({ from: null, until: '2026-12-21T10:00:00.000Z', learnt: null })
    expect(ofBureau(bureau)).toMatchObject({
      from: '2026-11-26T10:00:00.000Z',
      until: '2026-12-01T10:00:00.000Z',
      learnt: 40,
    })
    // Ahead of it: after what comes before, as ever.
    expect(ofBureau(new Map(), '2026-11-24', 'ready')).toMatchObject({
      learnt: null,
      until: '2026-12-24T10:00:00.000Z',
    })
    expect(ofBureau(bureau, '2026-11-24', 'ready')).toMatchObject({ learnt: 40, until: '2026-12-04T10:00:00.000Z' })
  })

  it('gives way to the deadline when the usual days have gone by', () => {
    expect(ofBureau(bureau, '2026-12-02')).toMatchObject({ until: '2026-12-21T10:00:00.000Z', learnt: null })
  })
})
