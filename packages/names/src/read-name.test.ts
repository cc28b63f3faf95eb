import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInput } from './read-input.ts'
import { readName } from './read-name.ts'

const day = '2026-11-24'
const cn = { unicode: 'cn', ascii: 'cn' }
const suffixes = new Set(['cn', 'com', 'com.cn', '中国', 'xn--fiqs8s', '网址'])
const rulesOf = (word: string, suffix = cn) => readName(word, suffix, day).findings.map(({ rule }) => rule)

describe('what a name may be', () => {
  it.each([
    ['山月茶', 'xn--rht69vmyw.cn'],
    ['山月茶2号-店', undefined],
    ['ShanYueCha', 'shanyuecha.cn'],
    ['ｓｈａｎ', 'shan.cn'],
    ['a-b', 'a-b.cn'],
    ['xn--rht69vmyw', 'xn--rht69vmyw.cn'],
    ['a'.repeat(63), `${'a'.repeat(63)}.cn`],
  ])('takes %s (S1-29, S1-38)', (word, ascii) => {
    const reading = readName(word, cn, day)
    expect(reading.ok && (ascii === undefined || reading.name.ascii === ascii)).toBe(true)
  })

  it.each([
    ['an empty name', '', 'NAME-EMPTY-01'],
    ['64 characters (S1-34, S1-40)', 'a'.repeat(64), 'NAME-LENGTH-01'],
    ['a space (S1-31, S1-38)', 'a b', 'NAME-SPACE-01'],
    ['a hyphen first (S1-31, S1-33, S1-39)', '-a', 'NAME-HYPHEN-01'],
    ['a hyphen last (S1-33, S1-39)', 'a-', 'NAME-HYPHEN-01'],
    ['hyphens in a row (S1-33, S1-39)', 'a--b', 'NAME-HYPHEN-02'],
    ['letters of another script', 'аpple', 'NAME-SCRIPT-01'],
    ['kana', 'さくら', 'NAME-SCRIPT-01'],
    ['an iteration mark', '人々', 'NAME-TABLE-01'],
    ['an emoji', '茶😀', 'NAME-EMOJI-01'],
    ['signs (S1-31, S1-38)', 'a!b', 'NAME-CHARS-01'],
    ['SQL', "a';drop-table-x", 'NAME-CHARS-01'],
    ['HTML', '<b>x</b>', 'NAME-CHARS-01'],
    ['Punycode that decodes to nothing', 'xn--zzzzzzz99999', 'NAME-PUNY-01'],
  ])('refuses %s, with source and remedy', (_, word, rule) => {
    const reading = readName(word, cn, day)
    expect(reading.ok).toBe(false)
    const finding = reading.findings.find((candidate) => candidate.rule === rule)
    expect(finding?.remedy.zh && finding.remedy.en && finding.source.document).toBeTruthy()
  })

  it('refuses every white space of Unicode inside a name', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const char = String.fromCodePoint(code)
      if (/\p{White_Space}/u.test(char)) expect(readName(`a${char}b`, cn, day).ok, code.toString(16)).toBe(false)
    }
  })

  it('keeps Chinese names out of com.cn, net.cn and org.cn (S1-35)', () => {
    for (const zone of ['com.cn', 'net.cn', 'org.cn']) {
      expect(rulesOf('山月茶', { unicode: zone, ascii: zone })).toContain('NAME-CN-SLD-03')
      expect(readName('shanyuecha', { unicode: zone, ascii: zone }, day).ok).toBe(true)
    }
  })

  it('lets names of the nation go on with an advice: the naming review decides (S1-36, S1-37, S1-41, S1-53)', () => {
    for (const [word, rule] of [
      ['中国律师协会', 'NAME-NATION-03'],
      ['全国茶', 'NAME-NATION-03'],
      ['中华茶', 'NAME-NATION-03'],
      ['国家茶', 'NAME-NATION-03'],
      ['山月中国茶', 'NAME-NATION-01'],
      ['china-tea', 'NAME-NATION-01'],
    ] as const) {
      const reading = readName(word, cn, day)
      expect(reading.ok).toBe(true)
      expect(reading.findings).toMatchObject([{ rule, severity: 'advise' }])
    }
    expect(rulesOf('machinatea')).toEqual([])
  })
})

describe('what was typed', () => {
  it.each([
    ['山月茶', { word: '山月茶', suffix: undefined }],
    ['山月茶.中国', { word: '山月茶', suffix: '中国' }],
    ['山月茶。中国', { word: '山月茶', suffix: '中国' }],
    ['foo.com.cn', { word: 'foo', suffix: 'com.cn' }],
    ['www.foo.com', { word: 'foo', suffix: 'com' }],
    ['FOO.COM.', { word: 'foo', suffix: 'com' }],
  ])('%s is split by the longest known suffix (S0-06, S1-82)', (typed, read) => {
    expect(readInput(typed, suffixes)).toMatchObject(read)
  })

  it('says that www. in front was left out (S0-06, S1-82)', () => {
    expect(readInput('www.foo.com', suffixes).findings).toMatchObject([{ rule: 'NAME-WWW-01', severity: 'advise' }])
    expect(readInput('www.com', suffixes)).toMatchObject({ word: 'www', suffix: 'com', findings: [] })
  })

  it('takes the host out of a pasted address, and says so', () => {
    const pasted = readInput('https://www.foo.com/path?q=1', suffixes)
    expect(pasted).toMatchObject({ word: 'foo', suffix: 'com' })
    expect(pasted.findings.map(({ rule }) => rule)).toEqual(['NAME-ADDRESS-01', 'NAME-WWW-01'])
    expect(readInput('someone@山月茶.中国', suffixes)).toMatchObject({ word: '山月茶', suffix: '中国' })
  })

  it('never throws, and what it accepts reads the same again in both forms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const { word } = readInput(typed, suffixes)
        const reading = readName(word, cn, day)
        if (!reading.ok) return
        for (const form of [reading.name.label, reading.name.labelAscii]) {
          const again = readName(form, cn, day)
          expect(again.ok && again.name).toEqual(reading.name)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('holds for Chinese labels as well', () => {
    const label = fc.string({ unit: fc.constantFrom(...'山月茶馆中文网络国家a1-'), minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(label, (typed) => {
        const reading = readName(typed, cn, day)
        if (reading.ok) expect(readName(reading.name.labelAscii, cn, day)).toEqual(reading)
      }),
    )
  })
})
