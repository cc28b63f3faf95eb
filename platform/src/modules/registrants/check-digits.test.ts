import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsGb11643, holdsGb11714, holdsGb32100 } from './check-digits.ts'

describe('check digits', () => {
  it('accepts the examples of the standards', () => {
    expect(holdsGb11643('11010519491231002X')).toBe(true)
    expect(holdsGb32100('91350100M000100Y43')).toBe(true)
    expect(holdsGb11714('D2143569-X')).toBe(true)
  })

  it.each([
    ['11010519491231002X', holdsGb11643, '0123456789'],
    ['91350100M000100Y43', holdsGb32100, '0123456789ABCDEFGHJKLMNPQRTUWXY'],
  ] as const)('finds every single mistyped character of %s', (number, holds, alphabet) => {
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(...alphabet), (at, letter) => {
        fc.pre(number.charAt(at) !== letter)
        expect(holds(number.slice(0, at) + letter + number.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('refuses a day that the calendar does not have', () => {
    for (const check of '0123456789X') expect(holdsGb11643(`11010519490230002${check}`)).toBe(false)
  })
})
