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
    ['normal', { identity: 'unverified', realName: 'unknown' }],
  ] as const)('is %s for %o', (key, change) => {
    expect(serviceState({ ...facts, ...change }).key).toBe(key)
  })

  it.each([
    [
      'holder-change-reviewing',
      { holderChange: { state: 'reviewing', on: '2026-11-24', reason: null } },
      '轮到注册局，预计2026-11-25至2026-11-27有结果',
    ],
    [
      'holder-change-failed',
      { holderChange: { state: 'failed', on: '2026-11-24', reason: { zh: '授权书没有盖章', en: 'no seal' } } },
      '轮到你：授权书没有盖章',
    ],
    ['holder-change-failed', { holderChange: { state: 'failed', on: '2026-11-24', reason: null } }, '没有说明原因'],
    ['holder-change-done', { holderChange: { state: 'done', on: '2026-11-24', reason: null } }, '不用再交材料'],
  ] as const)('is %s with whose turn it is (S4-14, S4-15, S4-16)', (key, change, next) => {
    const shown = serviceState({ ...facts, ...change })
    expect(shown.key).toBe(key)
    expect(shown.next.zh).toContain(next)
  })

  it('says who holds a name, and who lifts it', () => {
    expect(serviceState({ ...facts, statuses: ['serverHold'] }).next.zh).toContain('注册局停止')
    expect(serviceState({ ...facts, statuses: ['clientHold'] }).next.zh).toContain('我们停止')
  })

  it('names the fifth calendar day for papers (S0-02, S1-93)', () => {
    expect(verifyBy(facts)).toBe('2026-11-29')
    expect(serviceState({ ...facts, identity: 'unverified' }).next.zh).toContain('2026-11-29')
  })
})
