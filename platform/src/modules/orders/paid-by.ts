import type { PaidBy } from './states.ts'

/** How an order was paid, as customers read it. */
export const paidBy: Readonly<Record<PaidBy, { readonly zh: string; readonly en: string }>> = {
  balance: { zh: '账户余额', en: 'From the balance' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  'online-banking': { zh: '网银', en: 'Online banking' },
}
