import { describe, expect, it } from 'vitest'
import { holderChangeFindings } from './holder-change-rules.ts'

const good = { same: false, identity: 'verified', emailVerified: true } as const

describe('moving a name to another holder', () => {
  it.each([
    [{}, []],
    [{ same: true }, ['HOLDER-SAME-01']],
    [{ identity: 'unverified' }, ['HOLDER-TARGET-01']],
    [{ identity: 'reviewing' }, ['HOLDER-TARGET-01']],
    [{ identity: 'failed' }, ['HOLDER-TARGET-01']],
    [{ emailVerified: false }, ['HOLDER-TARGET-01']],
    [{ same: true, emailVerified: false }, ['HOLDER-SAME-01', 'HOLDER-TARGET-01']],
  ] as const)('%j (S4-03, S4-18)', (facts, rules) => {
    expect(holderChangeFindings({ ...good, ...facts }).map(({ rule }) => rule)).toEqual(rules)
  })
})
