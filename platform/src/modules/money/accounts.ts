/** Ledger accounts (账户). What customers have with us is positive; channels and revenue mirror it. */
export const ledgerAccounts = {
  /** A customer's prepaid balance (余额). */
  balance: (account: string) => `customer/${account}`,
  /** Money of one paid order line whose end is not known yet (冻结). Each line has its own, so that lines do not wait for each other, and none can be both earned and given back. */
  frozen: (account: string, line: string) => `customer/${account}/frozen/${line}`,
  /** Money that came in through a channel; negative as seen from us. */
  channel: (id: string) => `channel/${id}`,
  revenue: 'revenue/registration',
} as const

/** Only a customer's accounts are covered: they never go below zero. */
export function mayBeNegative(id: string): boolean {
  return !id.startsWith('customer/')
}
