import { describe, expect, it } from 'vitest'
import { axesOf } from './axes.ts'
import { pendingVerification } from './pending-verification.ts'
import type { DomainFacts } from './service-state.ts'

const facts: DomainFacts = {
  expiresOn: '2027-11-24',
  registeredOn: '2026-11-24',
  today: '2026-11-24',
  statuses: ['ok'],
  realName: 'required',
  identity: 'unverified',
  runningTask: undefined,
  runningKind: undefined,
  holderChange: { state: 'none', on: null, reason: null },
  suffix: { name: 'com', verifyBefore: false },
}

describe('the five days after a registration, pendingVerification in WHOIS (S1-54)', () => {
  it.each([
    ['2026-11-29', {}],
    ['2026-11-29', { today: '2026-11-29' }],
    ['2026-11-29', { identity: 'reviewing' }],
    ['2026-11-29', { identity: 'failed' }],
    [null, { today: '2026-11-30' }],
    [null, { identity: 'verified' }],
    [null, { statuses: ['serverHold'] }],
    [null, { statuses: ['clientHold'] }],
    [null, { realName: 'not-required' }],
    [null, { realName: 'unknown' }],
  ] as const)('last until %s for %o', (until, change) => {
    expect(pendingVerification({ ...facts, ...change })).toBe(until)
  })

  it('are the word of the registration state, which is plain afterwards', () => {
    const registration = (change: Partial<DomainFacts>) =>
      axesOf({ ...facts, ...change, locked: false }, [], [], undefined)[0]
    expect(registration({})).toMatchObject({
      state: { zh: '等待实名' },
      shape: 'you',
      detail: { zh: 'pendingVerification，到 2026-11-29' },
    })
    expect(registration({ identity: 'reviewing' })).toMatchObject({ shape: 'wait' })
    expect(registration({ identity: 'verified' })).toMatchObject({ state: { zh: '已注册' }, shape: 'ok' })
  })
})
