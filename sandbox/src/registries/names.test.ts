import { describe, expect, it } from 'vitest'
import { heldFromTheStart, isReserved, readName } from './names.ts'
import type { RegistryProfile } from './profile.ts'
import { profiles } from './profiles.ts'
import { Refused } from './refused.ts'

function profile(id: string): RegistryProfile {
  const found = profiles.find((one) => one.id === id)
  if (!found) throw new Error(`no profile ${id}`)
  return found
}

function codeOf(id: string, name: string): number {
  try {
    readName(profile(id), name)
    return 1000
  } catch (error) {
    return error instanceof Refused ? error.code : 0
  }
}

describe('names at the registry', () => {
  it.each([
    ['龙门茶.中国', '龍門茶.中国'],
    ['发展.网址', '發展.网址'],
  ])('holds %s and %s for one name, and tells them apart (S1-30)', (one, other) => {
    const id = one.endsWith('网址') ? 'wangzhi' : 'cn'
    expect(readName(profile(id), one).canonical).toBe(readName(profile(id), other).canonical)
    expect(readName(profile(id), one).ascii).not.toBe(readName(profile(id), other).ascii)
  })

  it('reads Unicode and A-labels as one name', () => {
    const one = readName(profile('cn'), '域名.中国')
    expect(one).toEqual(readName(profile('cn'), 'XN--EQRT2G.XN--FIQS8S'))
    expect(one.ascii).toBe('xn--eqrt2g.xn--fiqs8s')
  })

  it.each([
    ['cn', 'a-b.cn', 1000],
    ['cn', 'a--b.cn', 2306],
    ['cn', '-a.cn', 2005],
    ['cn', 'a_b.cn', 2005],
    ['cn', `${'a'.repeat(64)}.cn`, 2005],
    ['cn', '域名.com.cn', 2306],
    ['cn', 'com.cn', 2306],
    ['cn', 'a.b.cn', 2306],
    ['cn', 'a.com', 2306],
    ['thin', 'ab--c.com', 2306],
    ['thin', 'a--b.com', 1000],
    ['thin', 'xn--ab.com', 2005],
    ['thin', 'かな.com', 2306],
    ['general', 'shanyue.集团', 1000],
    ['wangzhi', '山月.商标', 1000],
  ])('%s answers %s with %i', (id, name, code) => {
    expect(codeOf(id, name)).toBe(code)
  })

  it('holds the well-known words under every suffix, and never a label with a digit beside letters', () => {
    for (const one of profiles)
      for (const suffix of one.suffixes) {
        expect(heldFromTheStart(readName(one, `tea.${suffix.ascii}`))).toBe(true)
        expect(isReserved(readName(one, `whois.${suffix.ascii}`))).toBe(true)
        expect(heldFromTheStart(readName(one, `q7x.${suffix.ascii}`))).toBe(false)
      }
    expect(heldFromTheStart(readName(profile('cn'), '茶.中国'))).toBe(true)
  })

  it('serves at least sixty suffixes at the general registry, each once in the world', () => {
    const all = profiles.flatMap((one) => one.suffixes.map((suffix) => suffix.ascii))
    expect(profile('general').suffixes.length).toBeGreaterThanOrEqual(60)
    expect(new Set(all).size).toBe(all.length)
    for (const one of profiles)
      for (const suffix of one.suffixes) expect(readName(one, `q7x.${suffix.suffix}`).suffix).toBe(suffix)
  })
})
