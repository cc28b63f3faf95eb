import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenOf, yuanOf } from './yuan.ts'

describe('yuan that are typed', () => {
  it.each<[string, number | undefined]>([
    ['39', 3900],
    ['39.5', 3950],
    ['39.05', 3905],
    ['0.29', 29],
    ['1.15', 115],
    [' ¥1,524.00 ', 152400],
    ['６６．８', 6680],
    ['999999999.99', 99999999999],
    ['', undefined],
    ['-1', undefined],
    ['1.234', undefined],
    ['1,52', undefined],
    ['1e3', undefined],
    ['.5', undefined],
    ['1.', undefined],
    ['about 30', undefined],
    ['1234567890', undefined],
  ])('%j are %s fen', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen)
  })

  it('lead back to the same fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        expect(fenOf(yuanOf(fen))).toBe(fen)
      }),
    )
  })

  it('are written without an empty fraction', () => {
    expect([3900, 3950, 5, 0, -150].map(yuanOf)).toEqual(['39', '39.50', '0.05', '0', '-1.50'])
  })
})
