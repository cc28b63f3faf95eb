import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { canRegister, loadCatalog } from './index.ts'

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
    expect(catalog.suffix('museum')).toBeUndefined()
    expect(catalog.find('museum')).toMatchObject({ suffix: 'museum', registry: null, priceFen: { register: null } })
    expect(catalog.names.has('museum')).toBe(true)
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

  it('knows more than five hundred suffixes, all that Chinese sellers name, and where each value is from', () => {
    expect(catalog.known.length).toBeGreaterThanOrEqual(765)
    for (const record of catalog.known) {
      const cited = Object.values(record.sources)
      expect(cited.length).toBeGreaterThan(0)
      for (const id of cited) expect(catalog.sources[id]?.what.zh).toBeTruthy()
      if (record.label.minLength !== null) expect(record.sources['label.minLength']).toBeTruthy()
      for (const [field, value] of Object.entries(record.lifecycle))
        if (value !== null) expect(record.sources[`lifecycle.${field}`]).toBeTruthy()
      for (const field of ['realNameSince', 'verifyBefore', 'templateCovers', 'namingReview', 'miitApproved'] as const)
        if (record[field] !== null) expect(record.sources[field]).toBeTruthy()
    }
  })

  it('says what is not known instead of inventing it', () => {
    expect(catalog.find('museum')).toMatchObject({ verifyBefore: null, templateCovers: null, premiumTiers: null })
    expect(catalog.known.some(({ periods }) => periods.max === null)).toBe(true)
  })

  it.each([
    ['S1-60', 'com', '商业组织、公司'],
    ['S1-61', 'cn', '代表中国'],
    ['S1-62', 'net', '网络服务'],
    ['S1-63', 'org', '非盈利组织'],
    ['S1-64', 'gov', '政府部门'],
    ['S1-65', 'edu', '教育机构'],
    ['S1-66', 'biz', '商务网站'],
    ['S1-67', 'tv', '电视媒体'],
    ['S1-68', 'info', '信息服务'],
    ['S1-69', 'name', '名字域名'],
    ['S1-70', 'mobi', '手机域名'],
    ['S1-71', 'asia', '代表亚洲'],
    ['S1-72', 'so', '搜索域名'],
    ['S1-73', 'hk', '中国香港域名'],
  ])('explains what a suffix means (%s): .%s %s', (_, suffix, meaning) => {
    expect(catalog.find(suffix)?.meaning.zh).toBe(meaning)
  })

  it('only renews .hk (S1-42), and follows its numbers and those of .cn and .com', () => {
    expect(catalog.find('hk')?.capabilities).toEqual({ register: false, transfer: false, renew: true })
    expect(catalog.find('cn')?.lifecycle).toMatchObject({ redemptionDays: 15, pendingDeleteDays: 0 })
    expect(catalog.find('com')?.lifecycle).toMatchObject({ redemptionDays: 30, pendingDeleteDays: 5 })
    expect(catalog.find('nowhere')).toBeUndefined()
    expect(catalog.find('cn')?.label).toMatchObject({ chinese: true, maxLengthChinese: null })
    expect(catalog.find('公司')?.label).toMatchObject({ chinese: true, minLength: null })
  })
})

describe("the operator's price list", () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'prices-')), 'prices.json')
  const withPrices = (content: unknown) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return () => loadCatalog({ prices: file })
  }
  const price = { register: 5_000, renew: 6_000, transfer: null, restore: null }

  it('takes the place of the example list', () => {
    const own = withPrices({ from: '2026-11-01', prices: { com: price } })()
    expect(own.suffixes.map(({ suffix }) => suffix)).toEqual(['com'])
    expect(own.suffix('cn')).toBeUndefined()
    expect(own.suffix('com')).toMatchObject({ priceFen: price, sources: { priceFen: 'price-list' } })
  })

  it('is refused with a sentence for each thing that is wrong', () => {
    expect(withPrices({ from: '2026-11-01', prices: { hk: price, 'not-a-suffix': price, museum: price } })).toThrow(
      /\.hk has a price of registration[\s\S]*give it `years`[\s\S]*no suffix that the catalogue knows/,
    )
    expect(withPrices({ from: '2026-11-01', prices: { com: { ...price, renew: -1 } } })).toThrow(/prices\.com\.renew/)
    expect(withPrices('{')).toThrow(/not valid JSON/)
    expect(() => loadCatalog({ prices: `${file}x` })).toThrow(/no such file/)
  })
})
