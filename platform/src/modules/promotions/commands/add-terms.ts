import type { Finding } from '@yuming/rules'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { PromotionInvalid } from '../errors.ts'
import { beginsInThePast, endsBeforeItBegins, givesNothing, moreThanWhole, unknownSuffix } from '../findings.ts'
import type { RunningPromotion } from '../terms.ts'

export interface Terms {
  readonly title: { readonly zh: string; readonly en: string }
  readonly suffixes: readonly string[]
  readonly kind: RunningPromotion['kind']
  readonly value: number
  readonly from: string
  readonly until: string | null
  readonly firstOrderOnly: boolean
  readonly mostUses: number | null
  readonly mostUsesEach: number | null
  readonly note: string
}

export type OperatorContext = Context & { readonly actor: OperatorActor; readonly catalog: Catalog }

/** Writes terms down that count from their first day on. @throws PromotionInvalid (findings) */
export async function addTerms(
  { id: promotion, product }: { id: string; product: RunningPromotion['product'] },
  terms: Terms,
  { trx, clock, actor, catalog }: OperatorContext,
): Promise<void> {
  refuse(PromotionInvalid, findingsOf(terms, product, { clock, catalog }))
  await trx
    .insertInto('promotion_terms')
    .values({
      promotion,
      title_zh: terms.title.zh,
      title_en: terms.title.en,
      // A suffix may be named by its A-label; lines of orders name it in Unicode.
      suffixes: [...new Set(terms.suffixes.map((suffix) => catalog.find(suffix)?.suffix ?? suffix))],
      kind: terms.kind,
      value: terms.value,
      from_day: terms.from,
      until_day: terms.until,
      first_order_only: terms.firstOrderOnly,
      most_uses: terms.mostUses,
      most_uses_each: terms.mostUsesEach,
      note: terms.note,
      made_by: actor.user,
      made_at: clock.now(),
    })
    .execute()
}

function findingsOf(
  { suffixes, kind, value, from, until }: Terms,
  product: RunningPromotion['product'],
  { clock, catalog }: Pick<OperatorContext, 'clock' | 'catalog'>,
): Finding[] {
  const day = catalog.on(from)
  const priceOf = (suffix: string) => day.suffix(suffix)?.priceFen[product] ?? null
  return [
    ...suffixes.flatMap((suffix) => (priceOf(suffix) === null ? [unknownSuffix(suffix)] : [])),
    ...(until !== null && until < from ? [endsBeforeItBegins] : []),
    ...(from < clock.today() ? [beginsInThePast] : []),
    ...(kind === 'percent' && value > 100 ? [moreThanWhole] : []),
    ...(kind === 'fixed-price'
      ? suffixes.flatMap((suffix) =>
          value >= (priceOf(suffix) ?? Number.POSITIVE_INFINITY) ? [givesNothing(suffix)] : [],
        )
      : []),
  ]
}
