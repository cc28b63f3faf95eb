import { describe, expect, it } from 'vitest'
import type { Suffix } from '../../api/types.ts'
import { findSuffixes, stateOfSuffix } from './suffix-state.ts'

const suffix = (name: string, sold: boolean, ascii = name) =>
  ({ suffix: name, ascii, sold, meaning: { zh: `${name}的意思`, en: `Meaning of ${name}` } }) as Suffix
const all = [suffix('com.cn', true), suffix('cn', true), suffix('网络', true, 'xn--io0a7i'), suffix('de', false)]
const names = (found: Suffix[]) => found.map((each) => each.suffix)

describe('finding suffixes', () => {
  it('puts the whole name first, with or without a dot, in either width', () => {
    expect(names(findSuffixes(all, '.cn', 'all'))).toEqual(['cn', 'com.cn'])
    expect(names(findSuffixes(all, '．ＣＮ', 'all'))).toEqual(['cn', 'com.cn'])
  })
  it('knows the A-label and the meaning', () => {
    expect(names(findSuffixes(all, 'xn--io', 'all'))).toEqual(['网络'])
    expect(names(findSuffixes(all, 'meaning of de', 'all'))).toEqual(['de'])
  })
  it('keeps to what is sold, or is not', () => {
    expect(names(findSuffixes(all, '', 'sold'))).toEqual(['com.cn', 'cn', '网络'])
    expect(names(findSuffixes(all, '', 'not-sold'))).toEqual(['de'])
  })
})

describe('the state of a suffix', () => {
  it.each([
    [true, true, 'operator.state.register'],
    [true, false, 'operator.state.keep'],
    [false, false, 'operator.state.none'],
  ] as const)('sold %s, open to register %s: %s', (sold, register, text) => {
    expect(stateOfSuffix({ sold, supports: { register, transfer: false, renew: sold } }).text).toBe(text)
  })
})
