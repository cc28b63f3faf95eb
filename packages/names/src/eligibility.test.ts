import { expect, it } from 'vitest'
import { type Eligibility, manualEligibility, mayRegister } from './eligibility.ts'
import { holderFindings } from './holder-findings.ts'
import { suffixFacts } from './suffix-facts.ts'

it.each([
  [{ site: 'china', region: 'CN' }, true],
  [{ site: 'china', region: 'HK' }, undefined],
  [{ site: 'china', region: 'HK', holderType: 'organisation' }, true],
  [{ site: 'china', region: 'HK', holderType: 'person' }, false],
  [{ site: 'china', region: 'TW' }, false],
  [{ site: 'china', region: 'FR' }, false],
  [{ site: 'international' }, true],
  [{ site: 'international', region: 'FR', holderType: 'person' }, true],
  [{ region: 'CN', holderType: 'person' }, true],
  [{ region: 'TW', holderType: 'person' }, undefined],
  [{}, undefined],
] as const)('of the manual: %j may register: %s (S1-12…S1-25)', (asked, answer) => {
  expect(mayRegister(manualEligibility, asked)).toBe(answer)
})

const source = { document: '运营者的改动', section: '谁能注册' }
const own: Eligibility = {
  cells: { china: { CN: ['organisation'] }, international: { CN: ['organisation', 'person'] } },
  source,
}
const facts = { ...suffixFacts('top'), eligibility: own }
const day = '2026-11-24'

it('a suffix with a matrix of its own is held against it, with its source, and the other site is named', () => {
  expect(holderFindings(facts, { site: 'china', region: 'CN', holderType: 'person' }, day)).toMatchObject([
    { rule: 'SUFFIX-ELIGIBLE-01', severity: 'refuse', source, remedy: { zh: '建议前往国际站注册' } },
  ])
  expect(holderFindings(facts, { site: 'international', region: 'CN', holderType: 'person' }, day)).toEqual([])
})

it('a cell that is not known refuses nobody', () => {
  expect(holderFindings(facts, { site: 'china', region: 'FR', holderType: 'person' }, day)).toEqual([])
  expect(mayRegister(own, { site: 'china', region: 'FR', holderType: 'person' })).toBeUndefined()
})
