import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperRules } from '../paper-rules.ts'
import { papersTopic } from './papers-topic.ts'

const day = '2026-11-24'
const good = {
  kind: 'id-front',
  type: 'jpg',
  bytes: 300_000,
  width: 1_600,
  height: 1_200,
  frames: 1,
  mirrorFlag: false,
  readable: true,
  sharpness: 0.7,
  darkest: 30,
  brightest: 220,
  contrast: 200,
  saturation: 40,
  coloured: 0.5,
  cut: [],
  layout: 'as-expected',
  cleanBytes: 200_000,
}
const rulesOf = (facts: unknown) => papersTopic.explain(facts, day).findings.map(({ rule }) => rule)

describe('the rules of papers, asked with facts', () => {
  it('allow a good picture, by rules that were all looked at', () => {
    const { verdict, looked, findings } = papersTopic.explain(good, day)
    expect([verdict, findings]).toEqual(['allowed', []])
    expect(looked).toEqual(paperRules.filter(({ until }) => until === undefined).map(({ id }) => id))
  })

  it.each([
    [{ type: 'pdf' }, 'PAPER-TYPE-01'],
    [{ readable: false }, 'PAPER-TYPE-02'],
    [{ bytes: 56_319 }, 'PAPER-BYTES-01'],
    [{ bytes: 5_242_881 }, 'PAPER-BYTES-02'],
    [{ width: 10_000, height: 5_001 }, 'PAPER-PIXELS-01'],
    [{ width: 399, height: 300 }, 'PAPER-PIXELS-02'],
    [{ width: 999, height: 700 }, 'PAPER-PIXELS-03'],
    [{ frames: 2 }, 'PAPER-FRAMES-01'],
    [{ hidden: ['pdf'] }, 'PAPER-HIDDEN-01'],
    [{ hidden: ['script'] }, 'PAPER-HIDDEN-02'],
    [{ contrast: 23 }, 'PAPER-BLANK-01'],
    [{ sharpness: 0.11 }, 'PAPER-BLUR-01'],
    [{ sharpness: 0.22 }, 'PAPER-BLUR-02'],
    [{ brightest: 39 }, 'PAPER-LIGHT-01'],
    [{ brightest: 109 }, 'PAPER-LIGHT-02'],
    [{ darkest: 151 }, 'PAPER-LIGHT-03'],
    [{ coloured: 0, saturation: 0 }, 'PAPER-GREY-01'],
    [{ saturation: 8 }, 'PAPER-GREY-02'],
    [{ mirrorFlag: true }, 'PAPER-MIRROR-01'],
    [{ layout: 'reversed' }, 'PAPER-MIRROR-02'],
    [{ cut: ['left', 'top'] }, 'PAPER-BORDER-01'],
    [{ cleanBytes: 56_319 }, 'PAPER-CLEAN-01'],
  ])('find the one thing that is wrong: %j', (wrong, rule) => {
    expect(rulesOf({ ...good, ...wrong })).toEqual([rule])
  })

  it('are not known of the days before the lists', () => {
    expect(papersTopic.explain(good, '2021-07-22')).toMatchObject({
      verdict: 'unknown',
      findings: [{ rule: 'PAPER-HISTORY-01', severity: 'unknown', field: 'day' }],
    })
    expect(papersTopic.explain(good, '2021-07-23').verdict).toBe('allowed')
  })

  it('neither allow nor refuse what was not looked at', () => {
    expect(papersTopic.explain({ type: 'jpg', bytes: 300_000 }, day).verdict).toBe('unknown')
    expect(papersTopic.explain({ type: 'jpg', bytes: 300_000, readable: true }, day).verdict).toBe('unknown')
    expect(papersTopic.explain({ ...good, sharpness: null }, day)).toMatchObject({
      verdict: 'unknown',
      findings: [{ rule: 'PAPER-BLUR-01', severity: 'unknown' }],
    })
  })

  it('say each thing in both languages, with a source and what to do', () => {
    for (const rule of papersTopic.rules) {
      const { message, remedy } = papersTopic.wording(rule)
      for (const words of [message, remedy]) {
        expect(words.zh).toMatch(/[一-鿿]/)
        expect(words.en).toMatch(/^[A-Z]/)
      }
      expect(rule.field).toBe(rule.until === undefined ? 'paper' : 'day')
      expect(papersTopic.wording(rule).source.document).not.toBe('')
    }
  })

  it('never throw', () => {
    fc.assert(
      fc.property(fc.anything(), (stated) => {
        expect(papersTopic.explain(stated, day).findings.length).toBeGreaterThan(0)
      }),
    )
  })
})
