import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { BatchNotFound } from '../errors.ts'

/** Codes that got about are good no more; what was ordered with them keeps its price. @throws BatchNotFound */
export async function endBatch(
  { promotion, batch }: { promotion: string; batch: string },
  context: Context,
): Promise<void> {
  const { trx, clock } = context
  const known = await trx
    .selectFrom('promotion_batch')
    .select('ended_at')
    .where('id', '=', batch)
    .where('promotion', '=', promotion)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw BatchNotFound()
  if (known.ended_at !== null) return
  await trx.updateTable('promotion_batch').set({ ended_at: clock.now() }).where('id', '=', batch).execute()
  await record({ action: 'promotion.codes-ended', subject: promotion, detail: { batch } }, context)
}
