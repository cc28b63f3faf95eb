import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { IssuerNotFound } from '../errors.ts'

/** The key issues no more codes; those that it issued stay what they are. @throws IssuerNotFound */
export async function revokeIssuer(
  { promotion, issuer }: { promotion: string; issuer: string },
  context: Context,
): Promise<void> {
  const { trx, clock } = context
  const revoked = await trx
    .updateTable('promotion_issuer')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(clock.now())) }))
    .where('id', '=', issuer)
    .where('promotion', '=', promotion)
    .returning('id')
    .executeTakeFirst()
  if (!revoked) throw IssuerNotFound()
  await record({ action: 'promotion.issuer-revoked', subject: promotion, detail: { issuer } }, context)
}
