import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFacts } from './check-facts.ts'
import { either, flag, listOf, nothing, oneOf, plainDay, record, text, wholeNumber } from './fact-kinds.ts'

const means = { zh: '', en: '' }
const fields = [
  { name: 'name', kind: text(10), means, example: 'a.cn' },
  { name: 'day', kind: plainDay, means },
  { name: 'holder', kind: oneOf('person', 'organisation'), means },
  { name: 'words', kind: listOf(text(), 2), means },
  { name: 'paper', kind: record({ kind: text(), 'valid?': flag }), means },
  { name: 'years', kind: either(wholeNumber, record({ most: either(wholeNumber, nothing) })), means },
]
const rulesOf = (stated: unknown) => {
  const checked = checkFacts(fields, stated)
  return checked.ok ? [] : checked.findings.map(({ rule, field }) => `${rule} ${field}`)
}

describe('facts as a caller states them', () => {
  it('takes what fits, and takes null as not known', () => {
    const stated = {
      name: 'a.cn',
      day: '2024-02-29',
      holder: 'person',
      words: ['a'],
      paper: { kind: 'x' },
      years: { most: null },
    }
    expect(checkFacts(fields, { ...stated, name: null })).toEqual({
      ok: true,
      facts: { day: stated.day, holder: 'person', words: ['a'], paper: { kind: 'x' }, years: { most: null } },
    })
  })

  it.each([
    ['not an object', [], 'FACTS-OBJECT-01 '],
    ['not an object', null, 'FACTS-OBJECT-01 '],
    ['a field that there is not', { nam: 'a' }, 'FACTS-FIELD-01 nam'],
    ['too long a text', { name: 'a'.repeat(11) }, 'FACTS-KIND-01 name'],
    ['a day that the calendar has not', { day: '2023-02-29' }, 'FACTS-KIND-01 day'],
    ['an impossible month', { day: '2023-13-01' }, 'FACTS-KIND-01 day'],
    ['another value', { holder: 'company' }, 'FACTS-KIND-01 holder'],
    ['too long a list', { words: ['a', 'b', 'c'] }, 'FACTS-KIND-01 words'],
    ['a field missing inside', { paper: { valid: true } }, 'FACTS-KIND-01 paper'],
    ['a field too many inside', { paper: { kind: 'x', more: 1 } }, 'FACTS-KIND-01 paper'],
    ['a broken number', { years: 1.5 }, 'FACTS-KIND-01 years'],
  ])('has a finding for %s', (_, stated, finding) => {
    expect(rulesOf(stated)).toEqual([finding])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (stated) => {
        const checked = checkFacts(fields, stated)
        expect(checked.ok || checked.findings.length > 0).toBe(true)
      }),
    )
  })
})
