import { changePoll } from '@yuming/epp'
import { describe, expect, it } from 'vitest'
import { profileOf } from './profiles.ts'
import { reviewIn } from './review-in.ts'

const profile = profileOf({ id: 'somewhere', profile: 'gtld' })
const told = (reason: string | undefined, op = 'identity-review') =>
  reviewIn(
    [
      changePoll.elements.changeData({
        state: 'after',
        operation: 'custom',
        op,
        date: '2026-11-24T00:00:00Z',
        svTRID: 'sv-1',
        who: 'registry',
        ...(reason === undefined ? {} : { reason }),
      }),
    ],
    profile,
  )

describe('what a registry says of a review', () => {
  it.each([
    ['Identity review passed', 'passed'],
    [' identity review FAILED ', 'failed'],
    ['Identity not verified', 'overdue'],
    ['审核不通过', 'unknown'],
    ['rejected', 'unknown'],
    ['Identity review passed, with remarks', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%j is %s', (reason, outcome) => {
    expect(told(reason)).toEqual({ axis: 'identity', outcome, deleted: false })
  })

  it('is understood by the words that the configuration gives', () => {
    const own = profileOf({ id: 'x', profile: 'gtld', differs: { decisions: { 审核不通过: 'failed' } } })
    expect(own.decisions).toEqual({ 审核不通过: 'failed' })
  })

  it('is nothing where a change is no review', () => {
    expect(told('Identity review passed', 'something-else')).toBeUndefined()
  })
})
