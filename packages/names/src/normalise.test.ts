import fc from 'fast-check'
import { toASCII } from 'tr46'
import { describe, expect, it } from 'vitest'
import { fold, labelToAscii, labelToUnicode } from './normalise.ts'

const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point))
const chineseLabel = fc
  .tuple(han, fc.string({ unit: fc.oneof(han, fc.constantFrom(...'abz019')), maxLength: 20 }))
  .map(([first, rest]) => first + rest)

describe('one canonical form', () => {
  it('folds full-width letters and the ideographic stop, and trims (S1-29, S1-38)', () => {
    expect(fold('　ＡＢＣ。ＣＮ ')).toBe('abc.cn')
    expect(fold('山月茶｡中国')).toBe('山月茶.中国')
    expect(fold('e\u0301')).toBe('é')
  })

  it('trims what a million spaces stand around and in', () => {
    const gap = ' \u3000'.repeat(500_000)
    expect(fold(`${gap}山${gap}月${gap}`)).toBe(`山${' '.repeat(1_000_000)}月`)
    expect(fold(gap)).toBe('')
  })

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (input) => {
        expect(fold(fold(input))).toBe(fold(input))
      }),
      { numRuns: 1_000 },
    )
  })

  it('leaves every ideograph of the basic block as it is, which lets the short way be taken', () => {
    for (let point = 0x4e00; point <= 0x9fff; point++) {
      const char = String.fromCodePoint(point)
      expect(char.normalize('NFKC').toLowerCase()).toBe(char)
    }
  })

  it('encodes as UTS 46 does, and decodes to what was encoded (S1-34)', () => {
    fc.assert(
      fc.property(chineseLabel, (label) => {
        const ascii = labelToAscii(label)
        expect(ascii).toBe(toASCII(label, { useSTD3ASCIIRules: true }))
        expect(ascii !== undefined && labelToUnicode(ascii)).toBe(label)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['xn--', 'xn--a', 'xn--abc-', 'xn--a-b-', 'xn--abc', 'xn--rht69vmy', 'xn--zzzzzzzz99999'])(
    'decodes no broken A-label: %s',
    (label) => {
      expect(labelToUnicode(label)).toBeUndefined()
    },
  )
})
