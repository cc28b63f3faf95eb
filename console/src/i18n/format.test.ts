import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chinaDay, clockTime, count, dayAndTime, longDate, money, price, shortDate } from './format.ts'
import { rememberLocale } from './locale.ts'

beforeEach(() => {
  vi.stubGlobal('document', { cookie: '', documentElement: { lang: '' } })
})
// Other files of the process read in the same language.
afterEach(() => rememberLocale('zh'))

describe('money', () => {
  it('is exact to the fen where it is paid, and short where it is a price', () => {
    expect([money(5800), money(1), money(0), money(123_456_789)]).toEqual(['¥58.00', '¥0.01', '¥0.00', '¥1,234,567.89'])
    expect([money(152_400, false), money(2950, false)]).toEqual(['¥1,524', '¥29.50'])
  })
  it('has a true minus sign before the currency', () => {
    expect(money(-1000)).toBe('−¥10.00')
  })
  it('of an unknown price is a dash', () => {
    expect([price(null), price(0), price(2900)]).toEqual(['–', '¥0', '¥29'])
  })
  it('groups numbers by thousands', () => {
    expect(count(12_845)).toBe('12,845')
  })
})

describe('dates, always of China', () => {
  it('name the weekday in Chinese', () => {
    rememberLocale('zh')
    expect(longDate('2027-11-24')).toBe('2027年11月24日（周三）')
    expect(shortDate('2026-12-01')).toBe('12月1日')
    expect(dayAndTime('2026-11-23T16:10:05Z')).toBe('11月24日 00:10')
  })
  it('name the weekday in English', () => {
    rememberLocale('en')
    expect(longDate('2027-11-24')).toBe('Wed 24 Nov 2027')
    expect(dayAndTime('2026-11-23T16:10:05Z')).toBe('24 Nov 00:10')
  })
  it('turn the day at midnight in Shanghai, not in UTC', () => {
    expect([chinaDay('2026-11-23T15:59:59Z'), chinaDay('2026-11-23T16:00:00Z')]).toEqual(['2026-11-23', '2026-11-24'])
    expect(clockTime('2026-11-23T16:00:00Z')).toBe('00:00:00')
  })
})
