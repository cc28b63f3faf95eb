import { record } from '../../../kernel/audit/index.ts'
import { PromotionEnded } from '../errors.ts'
import { lockPromotion } from '../queries.ts'
import { addTerms, type OperatorContext, type Terms } from './add-terms.ts'

/** Other terms from a day on; what was ordered before keeps its price. @throws PromotionNotFound, PromotionEnded, PromotionInvalid (findings) */
export async function changePromotion(id: string, terms: Terms, context: OperatorContext): Promise<void> {
  const promotion = await lockPromotion(context.trx, id)
  if (promotion.ended_at !== null) throw PromotionEnded()
  await addTerms(promotion, terms, context)
  await record({ action: 'promotion.changed', subject: id, detail: { ...terms } }, context)
}
