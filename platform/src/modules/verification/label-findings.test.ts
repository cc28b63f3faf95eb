import { describe, expect, it } from 'vitest'
import { labelFindings } from './label-findings.ts'

const found = (advice: Parameters<typeof labelFindings>[0], identity?: string) =>
  labelFindings(advice, { identity }).map(({ rule, severity, field }) => [rule, severity, field])

describe('what a provider says of a label before the order', () => {
  it('is nothing, a refusal with its own words, or a condition on the holder', () => {
    expect(found({ allowed: true, restricted: false }, 'verified')).toEqual([])
    expect(found({ allowed: false, restricted: false, reason: '含有禁用词' })).toEqual([
      ['NAMING-CHECK-01', 'refuse', 'name'],
    ])
    const [said] = labelFindings({ allowed: false, restricted: false, reason: '含有禁用词' }, { identity: undefined })
    expect(said?.message.zh).toContain('含有禁用词')
    expect(found({ allowed: true, restricted: true }, 'verified')).toEqual([['NAMING-CHECK-02', 'advise', 'name']])
    expect(found({ allowed: true, restricted: true }, 'unverified')).toEqual([['NAMING-CHECK-02', 'refuse', 'holder']])
    expect(found({ allowed: true, restricted: true })).toEqual([['NAMING-CHECK-02', 'advise', 'holder']])
  })
})
