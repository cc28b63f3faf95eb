/** Where a lost answer costs money or a name: what every short run dies at. */
export const mostDangerous: readonly string[] = [
  'ORDER_ACTIVATE:create:prepared',
  'ORDER_ACTIVATE:create:sent',
  'ORDER_ACTIVATE:create:answered',
  'ORDER_ACTIVATE:refund:prepared',
  'ORDER_ACTIVATE:refund:sent',
  'ORDER_ACTIVATE:refund:answered',
  'ORDER_RENEW:renew:sent',
  'ORDER_RENEW:renew:answered',
  'ORDER_ACTIVATE:label:sent',
  'CHG_HOLDER:update:sent',
  'PAYMENT_NOTICE:applied:within',
  'ORDER_ACTIVATE:give-back:within',
  'FILING_SUBMIT:upload:sent',
  'BUREAU_DOWNLOAD:kept',
]

/** No way leads there, and why. */
const unreachable: readonly { readonly point: RegExp; readonly why: string }[] = [
  {
    point: /^SUBMIT_CODES:label(-outcome)?:(prepared|sent|answered)$/,
    why: 'the order has asked for the code of the label before, and it is kept',
  },
  {
    point: /^FILING_ENTER_BY_HAND:give-back:/,
    why: 'nobody outside refuses what is entered by hand; the step is that of FILING_SUBMIT',
  },
  {
    point: /^ORDER_RENEW:look:(prepared|sent|answered)$/,
    why: 'the names of this world are far from their end; the step only reads, and what it has not read is read again',
  },
  {
    point: /^DOMAIN_UNPAID:/,
    why: 'the names of this world are far from their end; unpaid-names.test.ts kills there a year later',
  },
  {
    point: /^FILING_RECORD:leave:/,
    why: 'the name server of this world refuses nothing; one that does is met in updated-zones.test.ts',
  },
]

/**
 * The points that the platform itself tells of its tasks, the most dangerous first, then every other one. A step that is
 * new is among them by itself. @throws when a dangerous one is no longer told
 */
export function killPoints(told: readonly string[]): string[] {
  const gone = mostDangerous.filter((point) => !told.includes(point))
  if (gone.length > 0) throw new Error(`the platform passes no ${gone.join(', ')}: has a step another name?`)
  const reachable = told.filter((point) => !unreachable.some((one) => one.point.test(point)))
  return [...mostDangerous, ...reachable.filter((point) => !mostDangerous.includes(point))]
}
