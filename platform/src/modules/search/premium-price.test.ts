import { describe, expect, it } from 'vitest'
import { premiumPrice } from './premium-price.ts'

const policy = { rates: { USD: 7.3 }, marginPercent: 10 }
const of = (currency: string, amount: string, renewsAsUsual = true) =>
  premiumPrice({ fee: { currency, amount }, renewsAsUsual }, policy)

describe("the price of a premium name is made from the registry's fee", () => {
  it('with the rate and the margin of the operator, rounded up to the yuan', () => {
    expect(of('CNY', '8800.00')).toBe(968_000)
    expect(of('CNY', '8800.01')).toBe(968_100)
    expect(of('USD', '100.00')).toBe(80_300)
    expect(
      premiumPrice(
        { fee: { currency: 'CNY', amount: '8800.00' }, renewsAsUsual: true },
        { rates: {}, marginPercent: 0 },
      ),
    ).toBe(880_000)
  })

  it('or it is not sold: no rate, no fee, or a renewal with a price of its own', () => {
    expect(of('EUR', '100.00')).toBeNull()
    expect(of('CNY', '100.00', false)).toBeNull()
    expect(premiumPrice({ renewsAsUsual: true }, policy)).toBeNull()
  })
})
