import type { Context } from '../../../kernel/context.ts'
import type { Catalog } from '../../catalog/index.ts'
import { closedFor, domainFacts, ownDomain, RenewalRefused } from '../../domains/index.ts'
import { renewalPrice } from '../price-line.ts'
import { lostMeanwhile } from '../quote.ts'
import { placeOrder } from './place-order.ts'

export interface BeginRenewal {
  readonly account: string
  readonly ascii: string
  readonly years: number
  /** YYYY-MM-DD that the customer saw; another one stops the order. */
  readonly expectedExpiry: string
  readonly payWithinMinutes: number
}

/** An order that renews one of the account's names by whole years. @throws DomainNotFound, RenewalRefused */
export async function beginRenewal(
  { account, ascii, years, expectedExpiry, payWithinMinutes }: BeginRenewal,
  context: Context & { catalog: Catalog; dayOf: (at: Date) => string },
): Promise<{ number: string }> {
  const { trx, catalog, clock } = context
  const domain = await ownDomain(trx, account, ascii, { lock: true })
  const closed = closedFor('renew', await domainFacts(trx, domain, { catalog, today: clock.today() }))
  if (closed.length > 0) throw RenewalRefused({ findings: closed })
  const record = catalog.suffix(domain.suffix)
  const price = record && renewalPrice(record, years)
  // Ten years in all is the most that a registry keeps (RFC 5731 leaves it to policy; every suffix here has it).
  const yearsLeft = (domain.expires_at.getTime() - clock.now().getTime()) / (365.25 * 86_400_000)
  if (!price || context.dayOf(domain.expires_at) !== expectedExpiry || yearsLeft + years > 10)
    throw RenewalRefused({
      findings: [
        {
          ...lostMeanwhile(clock.today()),
          rule: 'RENEW-TERM-01',
          field: 'years',
          message: { zh: '年限超过十年，或到期日已变', en: 'More than ten years in all, or the expiry has changed' },
          remedy: { zh: '刷新后重选年限', en: 'Refresh and choose the years again' },
        },
      ],
    })
  const { name, suffix, registry } = domain
  return placeOrder(
    {
      account,
      kind: 'renew',
      lines: [{ name, ascii, suffix, years, registry, price, state: 'ok', findings: [] }],
      holderType: domain.holder_type,
      template: domain.template,
      promoCode: null,
      expectedTotalFen: undefined,
      payWithinMinutes,
      expectedExpiry: domain.expires_at,
    },
    context,
  )
}
