import { describe, expect, it } from 'vitest'
import { loadCatalog } from './catalog.ts'
import { canRegister } from './presenter.ts'

const catalog = loadCatalog()

describe('the catalogue', () => {
  it('sells at least sixty suffixes, each with registry, periods, prices and meaning (S1-07, S1-08)', () => {
    const sold = catalog.suffixes.filter(canRegister)
    expect(sold.length).toBeGreaterThanOrEqual(60)
    for (const { registry, priceFen, meaning, periods } of sold) {
      expect(registry).toBeTruthy()
      expect(priceFen.register).toBeGreaterThan(0)
      expect(priceFen.renew).toBeGreaterThan(0)
      expect(meaning.zh && meaning.en).toBeTruthy()
      expect(periods.max).toBeGreaterThanOrEqual(periods.min)
    }
  })

  it('finds a suffix by its Unicode form and its A-label, and none that it does not sell (S1-09)', () => {
    expect(catalog.suffix('中国')).toBe(catalog.suffix('xn--fiqs8s'))
    expect(catalog.suffix('example')).toBeUndefined()
  })

  it('sends each kind of suffix to its own flow (S1-28)', () => {
    expect(['com', '商标', '姓名.网址', 'gov.cn', 'hk'].map((name) => catalog.suffix(name)?.flow)).toEqual([
      'general',
      'trademark',
      'personal-name',
      'gov',
      'renew-only',
    ])
  })

  it('knows a promotion code only while it is in force (S0-18, S0-19)', () => {
    expect(catalog.knowsCode('茶山初雪', '2026-11-24')).toBe(true)
    expect(catalog.knowsCode('茶山初雪', '2028-01-01')).toBe(false)
    expect(catalog.promotionsOf('公司', '2026-11-24', undefined)).toEqual([])
    expect(catalog.promotionsOf('公司', '2026-11-24', '茶山初雪')).toHaveLength(1)
  })
})
