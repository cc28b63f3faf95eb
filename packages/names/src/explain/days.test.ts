import { describe, expect, it } from 'vitest'
import { nameKey } from '../variants/name-key.ts'
import { explainNames } from './names-topic.ts'

const day = '2026-11-24'
const rulesOf = (facts: object, on = day) => explainNames(facts, on).findings.map(({ rule }) => rule)
const verdictOf = (facts: object, on = day) => explainNames(facts, on).verdict
/** An organisation of the mainland on the China site: nothing stands open about who may hold a name. */
const here = { site: 'china', region: 'CN', holderType: 'organisation' }

describe('dates', () => {
  it('a new or ending certificate is an advice with its day, an ended one a refusal', () => {
    const on = (certificate: object) => explainNames({ name: 'shanyue.cn', certificate, ...here }, day).findings
    expect(on({ issuedOn: '2026-11-20' })).toMatchObject([
      { rule: 'CERT-AGE-01', severity: 'advise', remedy: { zh: '2026-11-30起再提交' } },
    ])
    expect(on({ issuedOn: '2026-11-14' })).toEqual([])
    expect(on({ endsOn: '2026-12-31' })).toMatchObject([{ rule: 'CERT-END-01', severity: 'advise' }])
    expect(on({ endsOn: '2027-12-31' })).toEqual([])
    expect(on({ endsOn: '2026-11-23' })).toMatchObject([{ rule: 'CERT-END-02', severity: 'refuse' }])
  })

  it('answers by the rules of the day that is asked: 20 characters under .cn until 2021-01-18, 63 in Punycode since (S1-34)', () => {
    const name = '山月茶山月茶山月茶山月茶山月茶山月茶山月茶.cn'
    expect(rulesOf({ name, day: '2021-01-18' })).toEqual(['NAME-HISTORY-01', 'CN-HAN-LENGTH-01'])
    expect(rulesOf({ name, day: '2021-01-19' })).toEqual([])
  })

  it('the channels of .gov.cn are of September 2018, its form of approval of 2021-01-07 (S1-150…S1-156)', () => {
    const gov = {
      name: 'abc.gov.cn',
      holderType: 'organisation',
      certificate: { unit: '机关法人' },
      operation: 'register',
    }
    expect(rulesOf({ ...gov, govClass: 1 }, '2018-08-31')).not.toContain('GOV-CLASS-01')
    expect(rulesOf({ ...gov, govClass: 1 }, '2018-09-01')).toContain('GOV-CLASS-01')
    expect(rulesOf({ ...gov, govClass: 3 }, '2021-01-06')).not.toContain('GOV-FORM-01')
    expect(rulesOf({ ...gov, govClass: 3 }, '2021-01-07')).toContain('GOV-FORM-01')
  })

  it('below .cn the rule of .cn is an advice, and .中國 is .中国 (S1-11…S1-20)', () => {
    const person = { site: 'china', region: 'HK', holderType: 'person' }
    expect(rulesOf({ name: 'abc.com.cn', ...person })).toEqual(['CN-REGION-02'])
    expect(verdictOf({ name: 'abc.com.cn', ...person })).toBe('allowed')
    expect(rulesOf({ name: 'abc.中國', ...person })).toEqual(['CN-REGION-01'])
    expect(nameKey('山月茶', 'xn--fiqz9s')).toBe(nameKey('山月茶', 'xn--fiqs8s'))
  })

  it('does not pass off as allowed what nobody has collected the rules for, and says why', () => {
    const old = explainNames({ name: 'a-b.cn', day: '2021-01-18' }, day)
    expect(old).toMatchObject({ verdict: 'unknown', findings: [{ rule: 'NAME-HISTORY-01' }] })
    expect(verdictOf({ name: 'a-b.cn', day: '2021-01-19' })).toBe('allowed')
  })

  it.each([
    ['-a.cn', '1987-10-31', []],
    ['-a.cn', '1987-11-01', ['NAME-DNS-01']],
    ['a_b.com', '2019-12-01', ['NAME-DNS-01']],
    ['ab--c.com', '2010-07-31', []],
    ['ab--c.com', '2010-08-01', ['NAME-DNS-02']],
    ['山月-.cn', '2019-12-01', ['NAME-DNS-02']],
    [`${'a'.repeat(64)}.com`, '2019-12-01', ['NAME-DNS-03']],
    ['a--b.com', '2019-12-01', []],
  ])(
    'what the standards of DNS and IDN have refused since their day was refused before the manual too: %s on %s (S1-31, S1-33)',
    (name, on, rules) => {
      const { verdict, findings } = explainNames({ name, day: on }, day)
      expect(findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule)).toEqual(rules)
      expect(verdict).toBe(rules.length > 0 ? 'refused' : 'unknown')
    },
  )

  it('refuses by the manual from its day on, also in the future', () => {
    for (const on of ['2021-01-19', '2035-01-01'])
      expect([on, verdictOf({ name: '-a.cn', day: on })]).toEqual([on, 'refused'])
    expect(rulesOf({ name: '-a.cn', day: '2021-01-19' })).toEqual(['NAME-HYPHEN-01'])
  })
})
