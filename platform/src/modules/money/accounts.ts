/** Ledger accounts (账户). What customers have with us is positive; channels and revenue mirror it. */
export const ledgerAccounts = {
  /** A customer's prepaid balance (余额). */
  balance: (account: string) => `customer/${account}`,
  /** Money of a paid order whose names are not registered yet (冻结). */
  frozen: (account: string) => `customer/${account}/frozen`,
  /** Money that came in through a channel; negative as seen from us. */
  channel: (id: string) => `channel/${id}`,
  revenue: 'revenue/registration',
} as const

/** Only a customer's accounts are covered: they never go below zero. */
export function mayBeNegative(id: string): boolean {
  return !id.startsWith('customer/')
}
