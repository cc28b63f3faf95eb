import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { wholeNumber } from './fact-kinds.ts'
import { rulesInForce } from './in-force.ts'
import { cite, defineRule, type Rule } from './rule.ts'
import { ruleBook } from './rule-book.ts'

interface Facts {
  readonly years?: number
}
const term = (id: string, most: number, days: { from: string; until?: string }): Rule<Facts> =>
  defineRule<Facts>({
    id,
    scope: 'suffix:.test',
    source: cite('test', id),
    ...days,
    severity: 'refuse',
    field: 'years',
    applies: () => true,
    holds: ({ years }) => (years === undefined ? undefined : years <= most),
    says: { zh: '年数太多', en: 'Too many years' },
    remedy: { zh: '少选几年', en: 'Choose fewer years' },
  })
const rules = [
  term('T-OLD-01', 5, { from: '2010-01-01', until: '2020-12-31' }),
  term('T-NEW-01', 10, { from: '2021-01-01' }),
  term('T-NEXT-01', 3, { from: '2030-01-01' }),
]
const topic = ruleBook<Facts>({
  reviewedOn: '2026-11-24',
  topic: 'terms',
  title: { zh: '年数', en: 'Terms' },
  facts: [{ name: 'years', kind: wholeNumber, means: { zh: '年数', en: 'Years' } }],
  rules,
  sample: {},
  readFacts: (stated) =>
    typeof stated === 'object' && stated !== null
      ? { ok: true, facts: stated as Facts, read: { years: (stated as Facts).years } }
      : { ok: false, findings: [] },
})

describe('a book of rules', () => {
  it.each([
    ['2009-12-31', []],
    ['2010-01-01', ['T-OLD-01']],
    ['2020-12-31', ['T-OLD-01']],
    ['2026-11-24', ['T-NEW-01']],
    ['2030-01-01', ['T-NEW-01', 'T-NEXT-01']],
  ])('gives the rules in force on any past or future day (%s)', (day, ids) => {
    expect(rulesInForce(rules, day).map(({ id }) => id)).toEqual(ids)
    expect(rulesInForce(rules, day)).toBe(rulesInForce(rules, day))
  })

  it('answers one case differently on different days, and lists what was looked at', () => {
    expect(topic.explain({ years: 8 }, '2015-06-01')).toMatchObject({
      verdict: 'refused',
      looked: ['T-OLD-01'],
      rulesDate: '2010-01-01',
      read: { years: 8 },
      findings: [{ rule: 'T-OLD-01', scope: 'suffix:.test', until: '2020-12-31' }],
    })
    expect(topic.explain({ years: 8 }, '2026-11-24')).toEqual({
      verdict: 'allowed',
      day: '2026-11-24',
      findings: [],
      looked: ['T-NEW-01'],
      notAsked: [],
      rulesDate: '2021-01-01',
      read: { years: 8 },
    })
  })

  it('says unknown where the facts do not tell, and never passes it off as allowed', () => {
    expect(topic.explain({}, '2026-11-24')).toMatchObject({ verdict: 'unknown', findings: [{ severity: 'unknown' }] })
  })

  it('looks at no rule when the facts cannot be read', () => {
    expect(topic.explain('?', '2026-11-24')).toMatchObject({ verdict: 'bad-facts', looked: [], rulesDate: undefined })
  })

  it('shows the wording of each rule', () => {
    expect(topic.rules.map((rule) => topic.wording(rule).message.en)).toEqual(rules.map(() => 'Too many years'))
  })

  it('keeps answering through more days than it remembers', () => {
    for (let n = 0; n < 1_000; n++)
      evaluate(rules, { years: 1 }, new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
    expect(evaluate(rules, { years: 6 }, '2020-01-01').verdict).toBe('refused')
  })

  it('has no two rules with one id', () => {
    expect(() =>
      ruleBook<Facts>({
        reviewedOn: '2026-11-24',
        topic: 't',
        title: { zh: '', en: '' },
        facts: [],
        rules: [...rules, ...rules.slice(0, 1)],
        sample: {},
        readFacts: () => ({ ok: false, findings: [] }),
      }),
    ).toThrow('T-OLD-01')
  })
})
