import { describe, expect, it } from 'vitest'
import { labelClassOf, suffixFacts } from './suffix-facts.ts'
import { labelPolicyOf } from './suffix-labels.ts'
import { categoryZones, provinceZones } from './zones.ts'

describe('what is known of suffixes', () => {
  it('has the 34 zones of provinces and 7 of kinds of holder, each once, with a name (S1-35)', () => {
    expect([provinceZones.size, categoryZones.size]).toEqual([34, 7])
    for (const { zone, code, zh, en } of [...provinceZones.values(), ...categoryZones.values()]) {
      expect(zone).toBe(`${code}.cn`)
      expect([zh, en]).not.toContain('')
    }
    expect(new Set([...provinceZones.values()].map(({ zh }) => zh)).size).toBe(34)
  })

  it.each([
    ['', 'none'],
    ['cn', 'cnnic'],
    ['中国', 'cnnic'],
    ['中國', 'cnnic'],
    ['公司', 'cnnic'],
    ['网络', 'cnnic'],
    ['com.cn', 'cn-category'],
    ['xz.cn', 'cn-province'],
    ['gov.cn', 'gov-cn'],
    ['hk', 'hk'],
    ['香港', 'hk'],
    ['com.hk', 'hk-third'],
    ['公司.香港', 'hk-third'],
    ['姓名.网址', 'personal-name'],
    ['网址', 'general'],
    ['com', 'general'],
  ])('.%s has the label rules of class %s (S1-11, S1-35, S1-43…S1-47)', (suffix, kind) => {
    expect(labelClassOf(suffix)).toBe(kind)
  })

  it('says not known where the sources are silent (S1-35, S1-47)', () => {
    expect(labelPolicyOf('com.cn').policy).toMatchObject({ chineseLabels: false, latinLabels: true, minLength: null })
    expect(labelPolicyOf('bj.cn').policy).toMatchObject({ chineseLabels: false, minLength: 3 })
    expect(labelPolicyOf('hk').policy).toMatchObject({ chineseLabels: true, maxLengthChinese: 15 })
    expect(labelPolicyOf('公司').policy).toMatchObject({ chineseLabels: true, latinLabels: null })
    expect(labelPolicyOf('nobody-knows').policy).toEqual({
      chineseLabels: null,
      latinLabels: true,
      minLength: null,
      maxLength: null,
      maxLengthChinese: null,
      variants: null,
    })
  })

  it('stays small, however many suffixes are asked about', () => {
    for (let n = 0; n < 5_000; n++) suffixFacts(`made-up-${n}`)
    expect(suffixFacts('cn')).toBe(suffixFacts('cn'))
  })
})
