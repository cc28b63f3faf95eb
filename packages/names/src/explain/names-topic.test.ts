import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainNames, namesTopic } from './names-topic.ts'

const day = '2026-11-24'
const rulesOf = (facts: object, on = day) => explainNames(facts, on).findings.map(({ rule }) => rule)
const verdictOf = (facts: object, on = day) => explainNames(facts, on).verdict

describe('facts of a name as they are stated', () => {
  it('says how it understood the name (S1-29, S1-38)', () => {
    expect(explainNames({ name: 'ＷＷＷ.山月茶館。中国' }, day)).toMatchObject({
      verdict: 'allowed',
      read: { label: '山月茶館', suffix: '中国', suffixClass: 'cnnic' },
      findings: [{ rule: 'NAME-WWW-01', severity: 'advise' }],
    })
    expect(explainNames({ label: 'Shan', suffix: '.XN--FIQS8S' }, day).read).toMatchObject({
      label: 'shan',
      suffix: '中国',
    })
  })

  it.each([
    [{}, 'FACTS-NAME-01'],
    [{ name: 'a.cn', label: 'a' }, 'FACTS-NAME-01'],
    [{ label: 'a' }, 'FACTS-NAME-01'],
    [{ name: 1 }, 'FACTS-KIND-01'],
    [{ name: 'a.cn', holder: 'x' }, 'FACTS-FIELD-01'],
    [{ name: 'a.cn', region: 'cn' }, 'FACTS-KIND-01'],
    [{ name: 'a.cn', day: '2026-02-30' }, 'FACTS-KIND-01'],
    ['a.cn', 'FACTS-OBJECT-01'],
  ])('has a finding for %j', (facts, rule) => {
    const { verdict, findings, looked } = explainNames(facts, day)
    expect([verdict, findings.map((finding) => finding.rule), looked]).toEqual(['bad-facts', [rule], []])
  })

  it('says where characters were read as others, and takes null for not known', () => {
    expect(explainNames({ name: '①.cn' }, day)).toMatchObject({
      read: { label: '1' },
      findings: [{ rule: 'NAME-FOLD-01', severity: 'advise', message: { zh: '“①”按“1”读' } }],
    })
    expect(rulesOf({ name: 'ＡＢＣ。ｃｎ' })).toEqual([])
    expect(rulesOf({ name: '㈱茶.cn' })).toEqual(['NAME-FOLD-01', 'NAME-CHARS-01'])
    expect(rulesOf({ name: '茶館.cn', other: { name: '茶馆.cn', registered: null } })).toEqual(['NAME-VARIANT-01'])
  })

  it('says whether two forms are one name only where the registry is known to say so, and how they stand (S1-30)', () => {
    const under = (suffix: string) =>
      explainNames({ name: `山月茶馆.${suffix}`, other: `山月茶館.${suffix}`, operation: 'register' }, day)
    expect(under('cn')).toMatchObject({
      verdict: 'refused',
      read: { other: { label: '山月茶館', disposition: 'allocatable-simplified' } },
    })
    expect(under('de').findings.find(({ rule }) => rule === 'NAME-VARIANT-01')?.severity).toBe('unknown')
    expect(explainNames({ name: '发発.cn', other: '發發.cn' }, day).read).toMatchObject({
      other: { disposition: 'blocked' },
    })
  })

  it('counts characters, not code units (S1-47)', () => {
    const eight = '𠜎𠜱𠝹𠱓𠱸𠲖𠳏𠳕'
    expect(rulesOf({ name: `${eight}.hk`, operation: 'renew' })).toEqual([])
    const own = { suffixPolicy: { maxLengthChinese: 8, chineseLabels: true } }
    expect(rulesOf({ name: `${eight}.com`, ...own })).toEqual([])
    expect(rulesOf({ name: `${eight}茶.com`, ...own })).toEqual(['SUFFIX-MAX-02'])
  })

  it('a suffix of which something is not known is unknown, not allowed', () => {
    expect(explainNames({ name: 'ab.vip' }, day).findings).toMatchObject([
      { rule: 'SUFFIX-MIN-01', severity: 'unknown' },
    ])
    expect(verdictOf({ name: 'ab.vip', suffixPolicy: { minLength: 2 } })).toBe('allowed')
    expect(verdictOf({ name: '山月茶.example' })).toBe('unknown')
    expect(verdictOf({ name: 'shanyue.公司' })).toBe('unknown')
    expect(verdictOf({ name: 'shanyue.中国' })).toBe('allowed')
  })

  it('never throws, whatever is stated', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ name: fc.string({ unit: 'binary' }) })), (facts) => {
        expect(['allowed', 'refused', 'unknown', 'bad-facts']).toContain(explainNames(facts, day).verdict)
      }),
      { numRuns: 500 },
    )
  })

  it('words every rule in both languages, without a space between Han and Latin', () => {
    for (const rule of namesTopic.rules) {
      const { message, remedy } = namesTopic.wording(rule)
      for (const { zh, en } of [message, remedy]) {
        expect(zh, rule.id).toMatch(/\p{Script=Han}/u)
        expect(zh, rule.id).not.toMatch(/\p{Script=Han} [a-z0-9.]|[a-z0-9.] \p{Script=Han}/iu)
        expect(en, rule.id).toMatch(/[a-z]{2}/)
      }
    }
  })
})
