import { discountOf, isFor, type Offer } from '../promotions/index.ts'
import type { QuotedLine } from './quote.ts'

/** A promotion that fits the order, for the customer to use or not (S0-17). */
export interface FittingOffer {
  readonly offer: Offer
  /** The most that it takes off one line. */
  readonly bestFen: number
  /** What it takes off the order now: nothing when it is declined, or another gives more. */
  readonly discountFen: number
}

/**
 * Takes off each line what the best of the offers gives: one a line, each as often as it may be used, the largest first. A code
 * is spent only where it gives more than what needs none.
 * @param declined ids of promotions that the customer does not want
 */
export function withPromotions<Line extends QuotedLine>(
  lines: readonly Line[],
  offers: readonly Offer[],
  declined: readonly string[],
): { lines: Line[]; fitting: FittingOffer[] } {
  const fits = lines
    .flatMap((line, at) => {
      const { price } = line
      if (line.state !== 'ok' || !price) return []
      return offers
        .filter(({ promotion }) => isFor(promotion, line.suffix))
        .map((offer) => ({ at, offer, fen: discountOf(offer.promotion, price.firstYearFen) }))
    })
    .filter(({ fen }) => fen > 0)
    .toSorted((a, b) => b.fen - a.fen || Number(a.offer.code !== null) - Number(b.offer.code !== null) || a.at - b.at)
  const given = new Map<number, (typeof fits)[number]>()
  const left = new Map(offers.map((offer) => [offer.promotion.id, offer.usesLeft]))
  const slots = new Set<string>()
  for (const fit of fits) {
    const { promotion, slot } = fit.offer
    const uses = left.get(promotion.id) ?? 0
    if (given.has(fit.at) || uses === 0 || declined.includes(promotion.id) || slots.has(slot ?? '')) continue
    given.set(fit.at, fit)
    left.set(promotion.id, uses - 1)
    if (slot !== null) slots.add(slot)
  }
  return {
    lines: lines.map((line, at) => {
      const fit = given.get(at)
      return fit ? discounted(line, fit) : line
    }),
    fitting: offers.flatMap((offer) => {
      const own = fits.filter((fit) => fit.offer === offer)
      const [best] = own
      const used = own.filter((fit) => given.get(fit.at) === fit)
      return best ? [{ offer, bestFen: best.fen, discountFen: used.reduce((sum, { fen }) => sum + fen, 0) }] : []
    }),
  }
}

function discounted<Line extends QuotedLine>(line: Line, { offer, fen }: { offer: Offer; fen: number }): Line {
  const { price } = line
  if (!price) return line
  const { promotion, slot, code } = offer
  return {
    ...line,
    price: {
      ...price,
      discountFen: fen,
      subtotalFen: price.subtotalFen - fen,
      promotion: { id: promotion.id, slot, code },
    },
  }
}
