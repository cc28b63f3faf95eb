import type { Context } from '../../../kernel/context.ts'
import type { ShopFront } from '../../../kernel/http/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { DomainNotFound, ownDomainFacts, RenewalRefused } from '../../domains/index.ts'
import { codeProblem, type Offers } from '../../promotions/index.ts'
import { type Choice, offersOf } from '../offers-of.ts'
import { type QuotedRenewal, quoteRenewals, type WantedRenewal } from '../renewals/quote-renewals.ts'
import { type FittingOffer, withPromotions } from '../with-promotions.ts'
import { placeOrder } from './place-order.ts'

export interface BeginRenewal extends WantedRenewal, Choice {
  readonly account: string
  /** Absent where the platform renews by itself. */
  readonly front?: ShopFront['kind']
  readonly payWithinMinutes: number
}

export interface BeginRenewals extends Choice {
  readonly account: string
  readonly lines: readonly WantedRenewal[]
  /** What the customer saw; a different sum stops the order. */
  readonly expectedTotalFen?: number | undefined
  readonly front?: ShopFront['kind'] | undefined
  readonly payWithinMinutes: number
}

type RenewalContext = Context & { readonly catalog: Catalog }

/** An order that renews one of the account's names by whole years. @throws DomainNotFound, RenewalRefused */
export function beginRenewal(
  { account, front, payWithinMinutes, promoCode, declined, ...line }: BeginRenewal,
  context: RenewalContext,
): Promise<{ number: string }> {
  return beginRenewals({ account, lines: [line], front, payWithinMinutes, promoCode, declined }, context)
}

/**
 * One order that renews many names, a line each: all of them can be renewed, or there is no order.
 * @throws DomainNotFound, RenewalRefused, PriceChanged, and what is wrong with a promotion code
 */
export async function beginRenewals(
  { account, lines, expectedTotalFen, front, payWithinMinutes, promoCode, declined = [] }: BeginRenewals,
  context: RenewalContext,
): Promise<{ number: string }> {
  const { quoted, first } = await lookAt({ account, lines, lock: true }, context)
  const findings = quoted.flatMap((line) => line.findings)
  if (findings.length > 0) throw RenewalRefused({ findings })
  const offers = await offersOf({ lines: quoted, product: 'renew', promoCode }, account, { lock: true }, context)
  if (offers.trouble) throw codeProblem(offers.trouble)
  return placeOrder(
    {
      account,
      kind: 'renew',
      lines: withPromotions(quoted, offers.offers, declined).lines,
      holderType: first.holder_type,
      template: first.template,
      front,
      expectedTotalFen,
      payWithinMinutes,
    },
    context,
  )
}

/** What such an order would cost, and what stands against each of its lines; nothing is written. @throws DomainNotFound when none of the names is the account's */
export async function quoteRenewalOrder(
  { account, lines, promoCode, declined = [] }: Pick<BeginRenewals, 'account' | 'lines' | keyof Choice>,
  context: RenewalContext,
): Promise<{ lines: QuotedRenewal[]; offers: Offers; fitting: FittingOffer[] }> {
  const { quoted } = await lookAt({ account, lines, lock: false }, context)
  const offers = await offersOf({ lines: quoted, product: 'renew', promoCode }, account, { lock: false }, context)
  return { ...withPromotions(quoted, offers.offers, declined), offers }
}

async function lookAt(
  { account, lines, lock }: { account: string; lines: readonly WantedRenewal[]; lock: boolean },
  { trx, clock, catalog }: RenewalContext,
) {
  const asciis = lines.map(({ ascii }) => ascii)
  const domains = await ownDomainFacts(trx, { account, asciis, lock }, { catalog, today: clock.today() })
  const [first] = domains.values()
  if (!first) throw DomainNotFound()
  return { quoted: quoteRenewals(lines, domains, { catalog, now: clock.now() }), first: first.row }
}
