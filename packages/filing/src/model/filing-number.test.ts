import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FilingNumber,
  formatFilingNumber,
  numberProvinces,
  parseFilingNumber,
  subjectNumber,
} from './filing-number.ts'
import { serviceKinds } from './service.ts'

const numbers = fc.record(
  {
    province: fc.constantFrom(...numberProvinces),
    digits: fc.stringMatching(/^\d{6,10}$/),
    service: fc.record({ kind: fc.constantFrom(...serviceKinds), index: fc.integer({ min: 1, max: 99_999 }) }),
  },
  { requiredKeys: ['province', 'digits'] },
) as fc.Arbitrary<FilingNumber>

describe('filing numbers', () => {
  it('come back from their text as they were', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseFilingNumber(formatFilingNumber(number))).toEqual(number)
      }),
    )
  })

  it('are read however they are typed', () => {
    const read = { province: '京', digits: '12345678', service: { kind: 'app', index: 3 } }
    for (const typed of [
      '京ICP备12345678号-3A',
      ' 京icp备 12345678 号-3a',
      '京ＩＣＰ备１２３４５６７８号－３Ａ',
      '京ICP备12345678号—3A',
    ])
      expect(parseFilingNumber(typed)).toEqual(read)
    expect(parseFilingNumber('川ICP备12345678号')).toEqual({ province: '蜀', digits: '12345678' })
  })

  it('tell the kinds of service apart by their letter, and the subject by none', () => {
    const kindOf = (text: string) => parseFilingNumber(text)?.service?.kind
    expect(['', '-1', '-1A', '-1X', '-1K'].map((end) => kindOf(`粤ICP备12345678号${end}`))).toEqual([
      undefined,
      'website',
      'app',
      'mini-program',
      'quick-app',
    ])
    const site = parseFilingNumber('粤ICP备12345678号-12X')
    expect(site && formatFilingNumber(subjectNumber(site))).toBe('粤ICP备12345678号')
  })

  it('are never read from anything else', () => {
    for (const wrong of [
      '京ICP证12345678号',
      '京ICP备号',
      '京ICP备12345678',
      '京ICP备12345678号-',
      '京ICP备12345678号-0',
      '京ICP备12345678号-1B',
      '东ICP备12345678号',
      '京公网安备11010502030001号',
      '',
    ])
      expect([wrong, parseFilingNumber(wrong)]).toEqual([wrong, undefined])
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseFilingNumber(text)
        if (read !== undefined) expect(parseFilingNumber(formatFilingNumber(read))).toEqual(read)
      }),
    )
  })
})
