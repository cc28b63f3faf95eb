import { record } from '../../../kernel/audit/index.ts'
import type { RunningPromotion } from '../terms.ts'
import { addTerms, type OperatorContext, type Terms } from './add-terms.ts'

/** A new promotion, from its first day on. @throws PromotionInvalid (findings) */
export async function makePromotion(
  { product, byCode, ...terms }: Terms & { product: RunningPromotion['product']; byCode: boolean },
  context: OperatorContext,
): Promise<string> {
  const { trx, clock, random, actor } = context
  const id = random.uuid()
  await trx
    .insertInto('promotion')
    .values({ id, product, by_code: byCode, made_by: actor.user, made_at: clock.now(), ended_by: null, ended_at: null })
    .execute()
  await addTerms({ id, product }, terms, context)
  await record({ action: 'promotion.made', subject: id, detail: { product, byCode, ...terms } }, context)
  return id
}
