import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { digestOfCode, newCode } from './codes.ts'
import { discountOf } from './terms.ts'

describe('what a promotion takes off the first year (S0-17)', () => {
  it.each([
    ['fixed-price', 800, 2_900, 2_100],
    ['fixed-price', 2_900, 2_900, 0],
    ['fixed-price', 5_000, 2_900, 0],
    ['percent', 10, 2_999, 299],
    ['percent', 100, 2_900, 2_900],
    ['amount-off', 1_000, 2_900, 1_000],
    ['amount-off', 9_900, 2_900, 2_900],
  ] as const)('%s %i of %i fen is %i', (kind, value, price, off) => {
    expect(discountOf({ kind, value }, price)).toBe(off)
  })
})

describe('a promotion code (S0-19)', () => {
  it('is drawn anew each time, of letters that nobody mistakes', () => {
    const codes = Array.from({ length: 500 }, () => newCode(systemRandom))
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('is the same however it is typed', () => {
    const digest = digestOfCode('AB3CD-EF4GH')
    for (const typed of ['ab3cdef4gh', ' AB3CD EF4GH ', 'ＡＢ３ＣＤ－ＥＦ４ＧＨ', 'ab3cd–ef4gh'])
      expect(digestOfCode(typed)).toEqual(digest)
    expect(digestOfCode('AB3CD-EF4GJ')).not.toEqual(digest)
  })
})
