import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { romanise, romanisePerson, romanisePlace, unread } from './english.ts'

describe('English forms filled from pinyin', () => {
  it.each([
    ['张三', 'Zhang San'],
    ['张三丰', 'Zhang Sanfeng'],
    ['欧阳云起', 'Ouyang Yunqi'],
    ['单雄信', 'Shan Xiongxin'],
    ['吕布', 'Lyu Bu'],
    ['阿依古丽·买买提', 'Ayiguli Maimaiti'],
    ['㛃𬭚', 'Jie Chun'],
    ['José Ørsted', 'Jose Orsted'],
    ['Łukasz Müller', 'Lukasz Muller'],
    ['', ''],
  ])('person %s is %s', (name, english) => {
    expect(romanisePerson(name)).toBe(english)
  })

  it.each([
    ['深圳市山月茶业（集团）有限公司', 'Shen Zhen Shi Shan Yue Cha Ye (Ji Tuan) You Xian Gong Si'],
    ['《山月》杂志社', 'Shan Yue Za Zhi She'],
    ['科苑路8号A座', 'Ke Yuan Lu 8 Hao A Zuo'],
    ['12 rue Saint-Honoré', '12 rue Saint-Honore'],
  ])('%s is %s', (text, english) => {
    expect(romanise(text)).toBe(english)
  })

  it.each([
    ['陕西省', 'Shaanxi'],
    ['内蒙古自治区', 'Inner Mongolia'],
    ['喀什地区', 'Kashgar'],
    ['广西壮族自治区', 'Guangxi'],
    ['São Paulo', 'Sao Paulo'],
  ])('place %s is %s', (place, english) => {
    expect(romanisePlace(place)).toBe(english)
  })

  it('never are longer than registrars take, and are ASCII unless a character has no known pinyin', () => {
    const characters = fc.constantFrom(...'深圳市山月茶业有限公司欧阳云起（）·0A ')
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 120 }), (letters) => {
        const text = letters.join('')
        expect(romanise(text)).toMatch(/^[\x20-\x7e]*$/)
        if (/[深圳市山月茶业有限公司欧阳云起]/.test(text)) expect(romanise(text).length).toBeLessThanOrEqual(64)
      }),
    )
    expect(unread('𠮷㛃山A')).toEqual(['𠮷'])
  })
})
