import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { cite, defineRule } from './rule.ts'

const short = defineRule<{ label?: string }>({
  id: 'T-SHORT-01',
  source: cite('test', '1'),
  from: '2021-01-19',
  until: '2026-12-31',
  severity: 'refuse',
  field: 'label',
  applies: () => true,
  holds: ({ label }) => (label === undefined ? undefined : label.length <= 3),
  says: ({ label }) => ({ zh: `${label} 太长`, en: `${label} is too long` }),
  remedy: { zh: '缩短', en: 'Shorten it' },
})

describe('the rule engine', () => {
  it('refuses with rule, source, day and remedy', () => {
    const { verdict, findings, looked } = evaluate([short], { label: 'long' }, '2026-11-24')
    expect(verdict).toBe('refused')
    expect(looked).toEqual(['T-SHORT-01'])
    expect(findings).toEqual([
      {
        rule: 'T-SHORT-01',
        severity: 'refuse',
        field: 'label',
        message: { zh: 'long 太长', en: 'long is too long' },
        remedy: { zh: '缩短', en: 'Shorten it' },
        source: { document: 'test', section: '1' },
        from: '2021-01-19',
        until: '2026-12-31',
      },
    ])
  })

  it('answers unknown, which neither refuses nor allows, when the facts do not tell', () => {
    expect(evaluate([short], {}, '2026-11-24').verdict).toBe('unknown')
  })

  it.each(['2021-01-18', '2027-01-01'])('does not look at a rule outside its days (%s)', (day) => {
    expect(evaluate([short], { label: 'long' }, day)).toEqual({
      verdict: 'allowed',
      findings: [],
      looked: [],
      notAsked: [],
    })
  })

  it('cites the source of the very value, where a rule is over values of a table', () => {
    const cited = { ...short, source: ({ label = '' }: { label?: string }) => cite('table', label) }
    expect(evaluate([cited], { label: 'long' }, '2026-11-24').findings[0]?.source).toEqual(cite('table', 'long'))
  })

  it('names a rule as not asked, where nothing of its matter was stated and it cannot tell', () => {
    const asked = { ...short, leftOut: ({ label }: { label?: string }) => label === undefined }
    expect(evaluate([asked], {}, '2026-11-24')).toEqual({
      verdict: 'allowed',
      findings: [],
      looked: ['T-SHORT-01'],
      notAsked: ['T-SHORT-01'],
    })
    expect(evaluate([asked], { label: 'long' }, '2026-11-24')).toMatchObject({ verdict: 'refused', notAsked: [] })
  })
})
