import { describe, expect, it } from 'vitest'
import { type DomainFacts, serviceState, verifyBy } from './service-state.ts'

const facts: DomainFacts = {
  expiresOn: '2027-11-24',
  registeredOn: '2026-11-24',
  today: '2026-11-24',
  statuses: ['ok'],
  realName: 'required',
  identity: 'verified',
  runningTask: undefined,
  runningKind: undefined,
  holderChange: { state: 'none', on: null, reason: null },
  suffix: { name: 'com', verifyBefore: true },
}

describe('the shown service state', () => {
  it.each([
    ['normal', {}],
    ['unverified', { identity: 'unverified' }],
    ['identity-reviewing', { identity: 'reviewing' }],
    ['identity-failed', { identity: 'failed' }],
    ['normal', { identity: 'unverified', realName: 'not-required' }],
    ['held', { statuses: ['serverHold'] }],
    ['expiring', { today: '2027-10-25' }],
    ['expired', { today: '2027-11-25' }],
    ['executing', { today: '2027-11-25', runningTask: '1' }],
  ] as const)('is %s for %o', (key, change) => {
    expect(serviceState({ ...facts, ...change }).key).toBe(key)
  })

  it('names the fifth calendar day for papers (S0-02, S1-93)', () => {
    expect(verifyBy(facts)).toBe('2026-11-29')
    expect(serviceState({ ...facts, identity: 'unverified' }).next.zh).toContain('2026-11-29')
  })
})
