import { cite, type Finding } from '@yuming/rules'
import type { PremiumName } from '../domains/index.ts'

/** How a registry's own price for a name becomes ours. */
export interface PremiumPolicy {
  /** Yuan for one unit of another currency; CNY is one. */
  readonly rates: Readonly<Record<string, number>>
  readonly marginPercent: number
}

/**
 * What a premium name costs here, in fen, rounded up to the yuan. null when it is not sold: its price cannot be said in yuan, or
 * a further year has a price of its own as well, which a renewal could not keep to.
 */
export function premiumPrice({ fee, renewsAsUsual }: PremiumName, policy: PremiumPolicy): number | null {
  if (!fee || !renewsAsUsual) return null
  const rate = fee.currency === 'CNY' ? 1 : policy.rates[fee.currency]
  if (rate === undefined) return null
  const yuan = Number(fee.amount) * rate * (1 + policy.marginPercent / 100)
  // A binary fraction must not lift a whole price by a yuan.
  return Number.isFinite(yuan) ? Math.ceil(yuan - 1e-6) * 100 : null
}

/** A premium name that is not sold here: never at the price of its suffix. */
export const premiumNotSold: Finding = {
  rule: 'NAME-PREMIUM-01',
  severity: 'refuse',
  field: 'name',
  message: {
    zh: '注册局对它另有定价（溢价），这里暂不能卖',
    en: 'Its registry asks a price of its own (premium), and it is not sold here for now',
  },
  remedy: { zh: '换一个名字或后缀，或请客服报价', en: 'Choose another name or suffix, or ask support for an offer' },
  source: cite('RFC 8748', '§3.8', { date: '2020-03-01' }),
  from: '2026-11-01',
}
