import { describe, expect, it } from 'vitest'
import { moneyBack } from './money-back.ts'

const lost = (
  subtotal_fen: number,
  refund_to: 'balance' | 'channel' | 'operator' | null,
  method: 'balance' | 'alipay' | 'online-banking' = 'alipay',
) => ({ subtotal_fen, refund_to, method })

describe('what is said of the money of lost lines (S0-26, S1-161)', () => {
  it('is one sentence a place, each with its own sum', () => {
    const said = moneyBack([
      lost(100, 'channel'),
      lost(200, 'balance'),
      lost(300, 'operator'),
      lost(400, 'channel'),
      lost(500, 'balance', 'balance'),
    ])
    expect(said.zh).toMatch(
      /^¥5\.00 已原路退回。付款渠道不能退这笔款，¥2\.00 已转入账户余额.*¥3\.00 的退款.*财务人工.*¥5\.00 已退回账户余额。$/,
    )
    expect(said.en).toMatch(/^CNY 5\.00 went back.* CNY 2\.00 is in your balance.* refund of CNY 3\.00; our finance/)
  })

  it('blames no channel where the balance paid, or where nothing was paid', () => {
    expect(moneyBack([lost(100, 'balance', 'balance')]).zh).toBe('¥1.00 已退回账户余额。')
    expect(moneyBack([lost(0, 'balance'), lost(100, 'channel')]).zh).toBe('¥1.00 已原路退回。')
    expect(moneyBack([lost(0, 'balance')]).zh).toBe('没有扣款。')
  })

  it('tells of lines from before their place was kept by the way they were paid', () => {
    expect(moneyBack([lost(100, null, 'balance')]).zh).toContain('账户余额')
    expect(moneyBack([lost(100, null, 'online-banking')]).zh).toContain('原路')
  })
})
