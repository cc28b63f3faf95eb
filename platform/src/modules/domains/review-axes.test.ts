import { describe, expect, it } from 'vitest'
import { type ReviewAxis, type ReviewFacts, reviewAxes } from './review-axes.ts'

const facts: ReviewFacts = {
  expiresOn: '2027-11-20',
  // A Friday: three working days end on the Wednesday after it.
  registeredOn: '2026-11-20',
  today: '2026-11-24',
  statuses: ['ok'],
  realName: 'required',
  identity: 'verified',
  holder: 'verified',
  runningTask: undefined,
  runningKind: undefined,
  holderChange: { state: 'none', on: null, reason: null },
  suffix: { name: 'cn', verifyBefore: true },
  namingReview: true,
  needsQualification: false,
  ownQualification: null,
  takesCodes: false,
  codesSent: false,
  compliance: null,
  held: false,
  decided: [],
}
const axis = (key: ReviewAxis['axis'], change: Partial<ReviewFacts> = {}) => {
  const found = reviewAxes({ ...facts, ...change }).find((one) => one.axis === key)
  return found && [found.state, found.turn, found.by]
}
const decided = (key: ReviewAxis['axis'], state: 'passed' | 'failed' | 'unknown') => ({
  decided: [{ axis: key, state, heard: 'as the registry said' }],
})
const own = (state: 'reviewing' | 'passed' | 'failed') => ({
  needsQualification: true,
  ownQualification: { state, by: '2026-11-25' },
})

describe('the review of a holder (实名)', () => {
  it.each([
    [{}, ['passed', null, null]],
    [{ identity: 'unverified' }, ['not-begun', 'you', '2026-11-25']],
    [{ identity: 'reviewing' }, ['reviewing', 'we', null]],
    [{ identity: 'failed' }, ['failed', 'you', null]],
    [{ realName: 'not-required', identity: 'unverified' }, ['not-needed', null, null]],
    [{ held: true }, ['reviewing', 'registry', '2026-11-26']],
    [{ compliance: 'pendingCompliance' }, ['reviewing', 'registry', '2026-11-26']],
    [{ ...decided('identity', 'failed'), identity: 'failed' }, ['failed', 'you', null]],
    [{ ...decided('identity', 'failed'), identity: 'reviewing' }, ['reviewing', 'registry', null]],
    [{ ...decided('identity', 'failed'), identity: 'reviewing', holder: 'reviewing' }, ['reviewing', 'we', null]],
    [{ realName: 'unknown', identity: 'unverified' }, ['unknown', null, null]],
    [{ realName: 'unknown' }, ['passed', null, null]],
  ] as const)('%j is %j (S0-34, S0-36, S1-54)', (change, expected) => {
    expect(axis('identity', change as Partial<ReviewFacts>)).toEqual(expected)
  })
})

describe('the review of a label (命名审核)', () => {
  it.each([
    [{}, ['reviewing', 'registry', '2026-11-25']],
    [{ today: '2026-11-26' }, ['unknown', 'registry', null]],
    [decided('naming', 'unknown'), ['unknown', 'we', null]],
    [{ namingReview: false }, ['not-needed', null, null]],
    [{ namingReview: null }, ['unknown', null, null]],
    [{ takesCodes: true }, ['not-begun', null, null]],
    [{ takesCodes: true, codesSent: true }, ['passed', null, null]],
    [decided('naming', 'passed'), ['passed', null, null]],
    [decided('naming', 'failed'), ['failed', 'you', null]],
  ] as const)('%j is %j', (change, expected) => {
    expect(axis('naming', change as Partial<ReviewFacts>)).toEqual(expected)
  })
})

describe('the review of a qualification (资质)', () => {
  it.each([
    [{}, ['not-needed', null, null]],
    [{ needsQualification: true }, ['not-begun', 'you', '2026-11-25']],
    [own('reviewing'), ['reviewing', 'we', '2026-11-25']],
    [own('failed'), ['failed', 'you', null]],
    [own('passed'), ['reviewing', 'registry', null]],
    [{ ...own('passed'), ...decided('qualification', 'failed') }, ['failed', 'you', null]],
    [{ needsQualification: true, ...decided('qualification', 'passed') }, ['passed', null, null]],
    [{ needsQualification: true, ...decided('qualification', 'failed') }, ['failed', 'you', null]],
  ] as const)('%j is %j (S0-35, S1-54, S1-55, S1-113)', (change, expected) => {
    expect(axis('qualification', change as Partial<ReviewFacts>)).toEqual(expected)
  })

  it('tells the registry’s own words', () => {
    expect(reviewAxes({ ...facts, ...decided('qualification', 'failed') })[2]?.heard).toBe('as the registry said')
  })
})
