import { beforeAll, describe, expect, it } from 'vitest'
import { coreOfCompany, familyNameLength } from './company-name.ts'
import { loadLexicon } from './index.ts'
import type { Lexicon } from './lexicon.ts'
import { initialsOf, umlautForms } from './pinyin-forms.ts'
import { pointsOf, weights } from './rank.ts'
import type { Form } from './suggestion.ts'

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await loadLexicon()
})

describe('words are cut', () => {
  it.each([
    ['mountaintea', ['mountain', 'tea']],
    ['teahouse', ['teahouse']],
    ['bluewhale', ['blue', 'whale']],
    ['openai', ['open', 'ai']],
    ['myshop24', ['my', 'shop', '24']],
    ['qzxv', []],
    ['', []],
  ])('English %s', (text, words) => {
    expect(lexicon.english.split(text)).toEqual(words)
  })

  it.each([
    ['星河科技', ['星河', '科技']],
    ['北京烤鸭', ['北京', '烤鸭']],
    ['山月茶', ['山月', '茶']],
    ['teahouse', ['teahouse']],
  ])('Chinese %s', (text, words) => {
    expect(lexicon.segments.cut(text)).toEqual(words)
  })

  it('knows a place from another word', () => {
    expect(['北京', '重庆', '烤鸭', '星河'].map(lexicon.segments.isPlace)).toEqual([true, true, false, false])
  })
})

describe('pinyin', () => {
  it.each([
    ['重庆', 'chong qing'],
    ['银行', 'yin hang'],
    ['行知', 'xing zhi'],
    ['音乐', 'yin yue'],
    ['女儿国', 'nv er guo'],
    ['山月Tea8', 'shan yue tea8'],
  ])('%s is read %s', (text, reading) => {
    expect(lexicon.pinyin.read(text).join(' ')).toBe(reading)
  })

  it('reads a family name as one', () => {
    expect(lexicon.pinyin.readPerson('曾国藩')[0]).toBe('zeng')
    expect(lexicon.pinyin.second('曾', 'zeng')).toBe('ceng')
    expect(lexicon.pinyin.second('山', 'shan')).toBeUndefined()
  })

  it('takes initials, keeps numbers whole and writes ü three ways', () => {
    expect(initialsOf(['shan', 'yue', '360'])).toBe('sy360')
    expect(umlautForms('lvcha')).toEqual(['lucha', 'lyucha'])
    expect(umlautForms('shan')).toEqual([])
  })
})

describe('names are understood', () => {
  it.each([
    ['深圳市腾讯计算机系统有限公司', '腾讯计算机系统'],
    ['山月茶业有限公司杭州分公司', '山月茶业'],
    ['山月茶', '山月茶'],
    ['公司', '公司'],
  ])('%s is about %s', (name, core) => {
    expect(coreOfCompany(name)).toEqual({ core, cut: core !== name })
  })

  it('tells a person from a shop', () => {
    const isTrade = (word: string) => lexicon.synonyms.trade(word) !== undefined
    expect(['张三', '欧阳娜娜', '山月茶', '张茶', '星河'].map((name) => familyNameLength(name, isTrade))).toEqual([
      1, 2, 0, 0, 0,
    ])
  })

  it('every synonym has a way back, and no group names a word twice', () => {
    for (const word of [...lexicon.synonyms.chinese, ...lexicon.synonyms.english]) {
      const near = lexicon.synonyms.near(word)
      expect(near).not.toContain(word)
      expect(new Set(near).size).toBe(near.length)
      for (const other of near) expect(lexicon.synonyms.near(other)).toContain(word)
    }
  })
})

describe('points', () => {
  const form = (label: string, closeness = 0.5): Form => ({ label, kind: 'affix', why: { zh: '', en: '' }, closeness })
  const fact = { suffix: 'com', priceFen: 5_000, idn: true, rank: 3 }
  const points = (label: string, change = {}) => pointsOf('tea', form(label), { ...fact, ...change })

  it('shorter, cheaper, more popular and nearer is better', () => {
    expect(points('teas')).toBeGreaterThan(points('teahouses'))
    expect(points('teas', { priceFen: 2_000 })).toBeGreaterThan(points('teas'))
    expect(points('teas', { priceFen: null })).toBeLessThan(points('teas'))
    expect(points('teas', { rank: 0 })).toBeGreaterThan(points('teas'))
    expect(pointsOf('tea', form('teas', 0.9), fact)).toBeGreaterThan(points('teas'))
  })

  it('a Chinese label is at home under 中国, nearly so under cn, not under com', () => {
    const under = (suffix: string) => points('茶馆', { suffix })
    expect(under('中国') - under('com')).toBeCloseTo(weights.suffixScript)
    expect(under('cn')).toBeLessThan(under('中国'))
    expect(under('cn')).toBeGreaterThan(under('com'))
  })
})
