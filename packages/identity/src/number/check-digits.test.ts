import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkOfGb11643, checkOfGb11714, checkOfGb32100, checkOfLicence } from './check-digits.ts'

const decimal = '0123456789'
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const schemes = [
  ['GB 11643', checkOfGb11643, decimal, 17],
  ['GB 32100', checkOfGb32100, creditAlphabet, 17],
  ['GB 11714', checkOfGb11714, organisationAlphabet, 8],
  ['ISO 7064 MOD 11,10', checkOfLicence, decimal, 14],
] as const

describe('check digits', () => {
  it('are those of the examples of the standards (S1-122, S1-123)', () => {
    expect(checkOfGb11643('11010519491231002')).toBe('X')
    expect(checkOfGb32100('91350100M000100Y4')).toBe('3')
    expect(checkOfGb11714('D2143569')).toBe('X')
    expect(checkOfLicence('11010800000001')).toBe('6')
  })

  it('agree with the sum as GB 11714 writes it, for every remainder', () => {
    for (let value = 0; value < 36; value++) {
      const sum = 3 * value
      const c = 11 - (sum % 11)
      expect(checkOfGb11714(`${organisationAlphabet.charAt(value)}0000000`)).toBe(
        c === 10 ? 'X' : c === 11 ? '0' : String(c),
      )
    }
  })

  it.each(schemes.slice(0, 2).concat(schemes.slice(3)))(
    '%s: one mistyped character always changes the check digit',
    (_, check, alphabet, length) => {
      const letter = fc.constantFrom(...alphabet)
      fc.assert(
        fc.property(
          fc.array(letter, { minLength: length, maxLength: length }),
          fc.nat(length - 1),
          letter,
          (letters, at, other) => {
            fc.pre(letters[at] !== other)
            expect(check(letters.with(at, other).join(''))).not.toBe(check(letters.join('')))
          },
        ),
      )
    },
  )

  it.each(schemes.slice(0, 2))(
    '%s: two neighbours in the wrong order always change it',
    (_, check, alphabet, length) => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }),
          fc.nat(length - 2),
          (letters, at) => {
            const [left = '', right = ''] = letters.slice(at, at + 2)
            fc.pre(left !== right)
            expect(
              check(
                letters
                  .with(at, right)
                  .with(at + 1, left)
                  .join(''),
              ),
            ).not.toBe(check(letters.join('')))
          },
        ),
      )
    },
  )

  it.each(schemes)('%s: anything else than its alphabet has none', (_, check, alphabet, length) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const expected =
          text.length >= length && [...text.slice(0, length)].every((letter) => alphabet.includes(letter))
        expect(check(text) !== undefined).toBe(expected)
      }),
    )
  })
})
