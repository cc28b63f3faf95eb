import { describe, expect, it } from 'vitest'
import { holderFindings } from './holder-rules.ts'
import { mayHold } from './index.ts'

const day = '2026-11-24'
const person = 'person' as const
const organisation = 'organisation' as const

describe('who may hold a name', () => {
  it.each([
    ['S1-12', 'CN', organisation, true],
    ['S1-12', 'CN', person, true],
    ['S1-13', 'HK', organisation, true],
    ['S1-14', 'HK', person, false],
    ['S1-15', 'MO', organisation, true],
    ['S1-16', 'MO', person, false],
    ['S1-17', 'TW', organisation, false],
    ['S1-18', 'TW', person, false],
    ['S1-19', 'FR', organisation, false],
    ['S1-20', 'FR', person, false],
  ])('on the China site under the four suffixes of S1-11 (%s): %s %s → %s', (_, region, holderType, allowed) => {
    for (const suffix of ['cn', '中国', '公司', '网络'])
      expect(holderFindings({ suffix, site: 'china', region, holderType }, day).length === 0).toBe(allowed)
  })

  it.each(['CN', 'HK', 'MO', 'TW', 'FR'])('on the international site everyone (S1-21…S1-25): %s', (region) => {
    for (const holderType of [person, organisation])
      expect(holderFindings({ suffix: 'cn', site: 'international', region, holderType }, day)).toEqual([])
  })

  it('advises the international site, with the rule and its source (S1-14)', () => {
    expect(holderFindings({ suffix: 'cn', site: 'china', region: 'HK', holderType: person }, day)[0]).toMatchObject({
      rule: 'CN-REGION-01',
      remedy: { zh: '建议前往国际站注册' },
      from: '2021-01-19',
    })
  })

  it('leaves other suffixes alone, and takes organisations only under .gov.cn (S0-11)', () => {
    expect(holderFindings({ suffix: 'com', site: 'china', region: 'HK', holderType: person }, day)).toEqual([])
    expect(holderFindings({ suffix: 'gov.cn', site: 'china', region: 'CN', holderType: person }, day)[0]?.rule).toBe(
      'GOV-HOLDER-01',
    )
  })

  it('only renews .hk, and names where to register (S1-42)', () => {
    expect(
      holderFindings({ suffix: 'hk', site: 'china', region: 'HK', holderType: organisation }, day)[0]?.remedy.zh,
    ).toContain('香港域名注册有限公司')
  })

  it('does not know about a place that nobody knows, and refuses only what is refused everywhere (S1-11, S1-42)', () => {
    for (const region of ['', 'ZZ', 'Narnia', 'cn']) {
      const unknown = { site: 'china', region, holderType: organisation } as const
      expect(mayHold({ ...unknown, suffix: 'cn' }, day)).toEqual({ verdict: 'unknown', missing: 'region' })
      expect(holderFindings({ ...unknown, suffix: 'cn' }, day)).toEqual([])
      expect(mayHold({ ...unknown, suffix: 'com' }, day)).toEqual({ verdict: 'allowed' })
      expect(mayHold({ ...unknown, suffix: 'hk' }, day).verdict).toBe('refused')
    }
  })

  it.each([
    [person, undefined, 'refused'],
    [organisation, undefined, 'unknown'],
    [organisation, '企业法人', 'refused'],
    [organisation, '机关法人', 'allowed'],
  ] as const)(
    'takes a 机关法人 only under .gov.cn (S0-11, S1-144): %s %s → %s',
    (holderType, certificateKind, verdict) => {
      const facts = { suffix: 'gov.cn', site: 'china', region: 'CN', holderType } as const
      expect(mayHold(certificateKind ? { ...facts, certificateKind } : facts, day).verdict).toBe(verdict)
    },
  )
})
