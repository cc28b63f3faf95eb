import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { PromotionEnded } from '../errors.ts'
import { lockPromotion } from '../queries.ts'

/** Ends a promotion now, and with it all its codes; orders that were placed keep their price. @throws PromotionNotFound, PromotionEnded */
export async function endPromotion(id: string, context: Context & { readonly actor: OperatorActor }): Promise<void> {
  const { trx, clock, actor } = context
  const promotion = await lockPromotion(trx, id)
  if (promotion.ended_at !== null) throw PromotionEnded()
  await trx.updateTable('promotion').set({ ended_by: actor.user, ended_at: clock.now() }).where('id', '=', id).execute()
  await record({ action: 'promotion.ended', subject: id, detail: {} }, context)
}
