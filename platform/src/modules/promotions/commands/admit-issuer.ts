import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { digestOfKey } from '../codes.ts'
import { CodesRefused, PromotionEnded } from '../errors.ts'
import { needsNoCode } from '../findings.ts'
import { lockPromotion } from '../queries.ts'

/**
 * Gives another system a key to issue codes of one promotion, e.g. what answers behind a messaging account (S0-19). The key
 * is told here and never again. @throws PromotionNotFound, PromotionEnded, CodesRefused
 */
export async function admitIssuer(
  { promotion: id, name }: { promotion: string; name: string },
  context: Context & { actor: OperatorActor },
): Promise<{ id: string; key: string }> {
  const { trx, clock, random, actor } = context
  const promotion = await lockPromotion(trx, id)
  if (promotion.ended_at !== null) throw PromotionEnded()
  if (!promotion.by_code) throw CodesRefused({ findings: [needsNoCode] })
  const issuer = random.uuid()
  const key = random.token(32)
  await trx
    .insertInto('promotion_issuer')
    .values({
      id: issuer,
      promotion: id,
      name,
      digest: digestOfKey(key),
      made_by: actor.user,
      made_at: clock.now(),
      revoked_at: null,
    })
    .execute()
  await record({ action: 'promotion.issuer-admitted', subject: id, detail: { issuer, name } }, context)
  return { id: issuer, key }
}
