import { describe, expect, it } from 'vitest'
import { verificationNeeds } from './verification-needs.ts'

const policy = (
  suffix: string,
  verifyBefore: boolean | null,
  templateCovers: boolean | null = true,
  realName: 'required' | 'not-required' = 'required',
) => ({ suffix, verifyBefore, templateCovers, realName })
const catalog = [
  policy('cn', true),
  policy('com', false),
  policy('xyz', true, false),
  policy('hk', null),
  policy('io', null, null, 'not-required'),
]
const needs = (suffixes: string[], verified: boolean, verifyBefore: 'as-suffix' | 'never' = 'as-suffix') =>
  verificationNeeds(suffixes, catalog, { verified, verifyBefore })

describe('what a list of names asks of its holder, before anything is paid (S0-16, S1-86)', () => {
  it('depends on each suffix while the holder is not verified', () => {
    expect(needs(['cn', 'com', 'xyz', 'hk', 'cn'], false)).toEqual([
      { text: 'before', suffixes: ['cn', 'xyz'] },
      { text: 'after', suffixes: ['com'] },
      { text: 'unknown', suffixes: ['hk'] },
    ])
  })

  it('is nothing more for a verified holder, but where the registry reviews each name itself', () => {
    expect(needs(['cn', 'com'], true)).toEqual([{ text: 'verified', suffixes: [] }])
    expect(needs(['cn', 'xyz'], true)).toEqual([
      { text: 'verified', suffixes: [] },
      { text: 'own', suffixes: ['xyz'] },
    ])
  })

  it('is five days for all of them where the shop lets everyone register first', () => {
    expect(needs(['cn', 'hk'], false, 'never')).toEqual([{ text: 'after', suffixes: ['cn', 'hk'] }])
  })

  it('is not said of a suffix that asks for none, or that the catalogue does not have', () => {
    expect(needs(['io', 'nosuch'], false)).toEqual([])
  })
})
