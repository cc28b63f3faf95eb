import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateKind } from '../certificate/certificate-kinds.ts'
import { checkOfGb11643, checkOfGb32100 } from './check-digits.ts'
import { checkNumber } from './check-number.ts'
import { normalNumber, readNumber } from './number-defect.ts'

const day = '2026-11-24'
const rulesOf = (kind: string, number: string, on = day) => checkNumber(kind, number, on).map(({ rule }) => rule)
const person = (digits17: string) => digits17 + checkOfGb11643(digits17)

describe('numbers of papers (S0-14, S1-122, S1-123, S4-27)', () => {
  it.each([
    ['SFZ', '11010519491231002X', []],
    ['SFZ', ' 110105 19491231 002x', []],
    ['SFZ', '１１０１０５１９４９１２３１００２Ｘ', []],
    ['cn-household-page', '11010519491231002X', []],
    ['SFZ', '', ['NUMBER-EMPTY-01']],
    ['SFZ', '110105491231002', ['NUMBER-ID-01']],
    ['SFZ', '11010519491231002', ['NUMBER-ID-02']],
    ['SFZ', '1101O519491231002X', ['NUMBER-ID-03']],
    ['SFZ', '11010519491231X02X', ['NUMBER-ID-03']],
    ['SFZ', person('99010519491231002'), ['NUMBER-ID-04']],
    ['SFZ', person('81000019900101001'), ['NUMBER-ID-05']],
    ['SFZ', person('11010519490230002'), ['NUMBER-ID-07']],
    ['SFZ', person('11010519000229002'), ['NUMBER-ID-07']],
    ['SFZ', person('11010520000229002'), []],
    ['SFZ', person('11010520261125002'), ['NUMBER-ID-08']],
    ['SFZ', person('11010518950101002'), ['NUMBER-ID-09']],
    ['SFZ', '110105194912310021', ['NUMBER-ID-10']],
    ['SFZ', person('11010520121125002'), ['NUMBER-MINOR-01']],
    ['SFZ', person('11010520121124002'), []],
    ['GATJZZ', person('81000019900101001'), []],
    ['hk-macao-residence-permit', person('82000019900101001'), []],
    ['hk-macao-residence-permit', person('83000019900101001'), ['NUMBER-ID-06']],
    ['tw-residence-permit', person('83000019900101001'), []],
    ['tw-residence-permit', person('11010519900101001'), ['NUMBER-ID-06']],
    ['WJLSFZ', 'USA123456789012', []],
    ['WJLSFZ', person('91112419800101001'), []],
    ['WJLSFZ', '911124198001010019', ['NUMBER-ID-10']],
    ['WJLSFZ', '12345', ['NUMBER-ID-11']],
    ['YYZZ', '91350100M000100Y43', []],
    ['YYZZ', '91350100m000100y43', []],
    ['YYZZ', '91350100M000100Y43(1-1)', ['NUMBER-CODE-01']],
    ['YYZZ', '91350100M000100Y4', ['NUMBER-CODE-02']],
    ['YYZZ', '9135O100M000100Y43', ['NUMBER-CODE-03']],
    ['YYZZ', '91350100M000100Y44', ['NUMBER-CODE-04']],
    ['YYZZ', '110108000000016', ['NUMBER-CODE-07']],
    ['YYZZ', '110108000000017', ['NUMBER-CODE-04']],
    ['SYDWFR', '91350100M000100Y43', ['NUMBER-CODE-08']],
    ['ORG', 'D2143569-X', []],
    ['ORG', 'D2143569X', []],
    ['ORG', '91350100M000100Y43', []],
    ['ORG', 'D2143569-1', ['NUMBER-CODE-05']],
    ['ORG', 'D2143', ['NUMBER-CODE-06']],
    ['HZ', 'E12345678', []],
    ['HZ', 'E12', ['NUMBER-PASSPORT-01']],
    ['HZ', 'PASSPORT', ['NUMBER-PASSPORT-02']],
    ['GAJMTX', 'H12345678', []],
    ['GAJMTX', 'M1234567801', ['NUMBER-PERMIT-03']],
    ['GAJMTX', 'X12345678', ['NUMBER-PERMIT-01']],
    ['GAJMTX', 'A123456(7)', ['NUMBER-PERMIT-02']],
    ['TWJMTX', '12345678', []],
    ['TWJMTX', '1234567890(B)', []],
    ['TWJMTX', 'A12345678', ['NUMBER-PERMIT-05']],
    ['JWJG', '0', []],
    ['JWJG', 'HRB 1234 B', []],
    ['JWJG', '号', ['NUMBER-FREE-01']],
    ['MBXXBX', '教民111', ['NUMBER-FREE-01']],
    ['JGZ', '123', ['NUMBER-FORM-01']],
  ])('%s %s → %j', (kind, number, expected) => {
    expect(rulesOf(kind, number)).toEqual(expected)
  })

  it('says “unknown” where no form is known, and refuses no number for it', () => {
    expect(checkNumber('JGZ', 'anything', day).map(({ severity }) => severity)).toEqual(['unknown'])
  })

  it('writes numbers one way: capitals, half width, no spaces (S1-123)', () => {
    const resident = certificateKind('cn-resident-id')
    const foreign = certificateKind('overseas-body')
    if (!resident || !foreign) throw new Error('kinds are missing')
    expect(normalNumber(resident, '１１0105 19491231002x')).toBe('11010519491231002X')
    expect(normalNumber(foreign, ' hrb  1234 b ')).toBe('HRB 1234 B')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        const once = normalNumber(resident, typed)
        expect(normalNumber(resident, once)).toBe(once)
        expect(() => readNumber(resident, typed, day)).not.toThrow()
      }),
    )
  })

  it('takes every true number of a person, and no number with one digit changed', () => {
    const digits17 = fc
      .record({
        area: fc.constantFrom('110105', '440305', '650102', '710000'),
        born: fc.date({ min: new Date('1930-01-01'), max: new Date('2010-01-01'), noInvalidDate: true }),
        order: fc.nat(999),
      })
      .map(
        ({ area, born, order }) =>
          area + born.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0'),
      )
    fc.assert(
      fc.property(digits17, fc.nat(17), fc.nat(9), (front, at, digit) => {
        const number = person(front)
        expect(rulesOf('SFZ', number)).toEqual([])
        expect(rulesOf('SFZ', number.toLowerCase())).toEqual([])
        const wrong = number.slice(0, at) + digit + number.slice(at + 1)
        if (wrong !== number) expect(rulesOf('SFZ', wrong)).toHaveLength(1)
      }),
    )
  })

  it('takes every true credit code', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 9, maxLength: 9 }),
        (letters) => {
          const front = `91440300${letters.join('')}`
          expect(rulesOf('YYZZ', front + checkOfGb32100(front))).toEqual([])
        },
      ),
    )
  })

  it('names an unknown kind as a mistake of the caller', () => {
    expect(() => checkNumber('nothing', '1', day)).toThrow(RangeError)
  })
})
