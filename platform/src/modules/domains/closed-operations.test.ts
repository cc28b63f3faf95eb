import { describe, expect, it } from 'vitest'
import { closedFor, closedOperations, type Operation } from './closed-operations.ts'
import type { DomainFacts } from './service-state.ts'

const facts: DomainFacts = {
  expiresOn: '2027-11-24',
  registeredOn: '2026-01-24',
  today: '2026-11-24',
  statuses: ['ok'],
  realName: 'required',
  identity: 'verified',
  runningTask: undefined,
  runningKind: undefined,
  holderChange: { state: 'none', on: null, reason: null },
  suffix: { name: 'com', verifyBefore: true },
}
const every: readonly Operation[] = [
  'renew',
  'restore',
  'transfer-out',
  'holder-change',
  'account-move',
  'verify',
  'information-change',
  'dns-change',
  'delete',
]
const closedIn = (change: Partial<DomainFacts>) =>
  every.filter((operation) => closedFor(operation, { ...facts, ...change }).length > 0)

describe('the one matrix of states and operations', () => {
  const unverified = ['renew', 'restore', 'transfer-out', 'account-move', 'information-change']
  it.each([
    ['nothing of a verified name', {}, []],
    [
      'five of an unverified one, and its holder',
      { identity: 'unverified' },
      [...unverified.slice(0, 3), 'holder-change', ...unverified.slice(3)],
    ],
    ['five of a failed one, which may go to another holder (S4-03)', { identity: 'failed' }, unverified],
    [
      'what was handed in, while it is reviewed (S4-34)',
      { identity: 'reviewing', suffix: { name: 'top', verifyBefore: false } },
      ['holder-change', 'verify', 'information-change'],
    ],
    [
      'nothing where the holder is verified afterwards, but his change',
      { identity: 'unverified', suffix: { name: 'top', verifyBefore: false } },
      ['holder-change'],
    ],
    [
      'nothing where nobody is verified',
      { identity: 'unverified', realName: 'not-required', suffix: { name: 'org', verifyBefore: null } },
      [],
    ],
    [
      'five operations during a change of holder (S4-17…S4-21)',
      {
        runningTask: '1',
        runningKind: 'CHG_HOLDER',
        holderChange: { state: 'reviewing', on: '2026-11-24', reason: null },
      },
      ['transfer-out', 'holder-change', 'account-move', 'verify', 'information-change'],
    ],
    [
      'everything but papers while something else is under way',
      { runningTask: '1', runningKind: 'ORDER_RENEW' },
      every.filter((operation) => operation !== 'verify'),
    ],
    ['a transfer soon after the registration', { registeredOn: '2026-11-20' }, ['transfer-out']],
    ['a renewal that the registry prohibits', { statuses: ['serverRenewProhibited'] }, ['renew']],
    ['the holder of an expired name', { expiresOn: '2026-11-20' }, ['holder-change']],
    [
      'the update lock',
      { statuses: ['clientUpdateProhibited'] },
      ['holder-change', 'verify', 'information-change', 'dns-change'],
    ],
  ] as const)('closes %s', (_, change, closed) => {
    expect(closedIn(change as Partial<DomainFacts>)).toEqual(closed)
  })

  it('names every closed operation once a reason, with rule, remedy and end', () => {
    for (const { title, finding, operations } of closedOperations({
      ...facts,
      identity: 'failed',
      registeredOn: '2026-11-20',
    })) {
      expect(title.zh.split('、')).toHaveLength(operations.length)
      expect(finding.remedy.en.length).toBeGreaterThan(3)
    }
  })
})
