import { describe, expect, it } from 'vitest'
import { requirementIds } from './requirement-ids.ts'

// The samples name a document that does not exist: what only looks like a proof must not be counted as one.
describe('the ids that a title names', () => {
  it.each([
    ['sends create only after payment (S9-23, S8-88)', ['S8-88', 'S9-23']],
    ['everyone on the international site (S9-21…S9-23)', ['S9-21', 'S9-22', 'S9-23']],
    ['a hyphen between full ids (S9-12-S9-14)', ['S9-12', 'S9-13', 'S9-14']],
    ['two dots (S9-12..S9-14)', ['S9-12', 'S9-13', 'S9-14']],
    ['the short form (S9-99...101)', ['S9-100', 'S9-101', 'S9-99']],
    ['processing, then success (S9-29/30)', ['S9-29', 'S9-30']],
    ['names none', []],
  ])('%s', (title, ids) => {
    expect(requirementIds(title)).toEqual([...ids].sort())
  })
})
