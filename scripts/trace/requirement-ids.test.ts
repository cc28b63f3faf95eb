import { describe, expect, it } from 'vitest'
import { requirementIds } from './requirement-ids.ts'

describe('the ids that a title names', () => {
  it.each([
    ['sends create only after payment (S0-23, S1-88)', ['S0-23', 'S1-88']],
    ['everyone on the international site (S1-21…S1-23)', ['S1-21', 'S1-22', 'S1-23']],
    ['a hyphen between full ids (S1-12-S1-14)', ['S1-12', 'S1-13', 'S1-14']],
    ['two dots (S1-12..S1-14)', ['S1-12', 'S1-13', 'S1-14']],
    ['the short form (S1-99...101)', ['S1-100', 'S1-101', 'S1-99']],
    ['processing, then success (S0-29/30)', ['S0-29', 'S0-30']],
    ['names none', []],
  ])('%s', (title, ids) => {
    expect(requirementIds(title)).toEqual([...ids].sort())
  })
})
