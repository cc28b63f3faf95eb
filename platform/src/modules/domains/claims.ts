import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'

/**
 * Takes the claim on a name for one task. Two of our own orders for one name must not both send `create`: after a lost
 * answer `info` would show the name as ours to both. False when another task holds it.
 */
export async function claimName(
  trx: Trx,
  { key, task }: { key: string; task: string },
  clock: Clock,
): Promise<boolean> {
  const taken = await trx
    .insertInto('domain_claim')
    .values({ variant_key: key, task, claimed_at: clock.now() })
    .onConflict((conflict) => conflict.column('variant_key').doNothing())
    .returning('variant_key')
    .executeTakeFirst()
  if (taken) return true
  const holder = await trx.selectFrom('domain_claim').select('task').where('variant_key', '=', key).executeTakeFirst()
  return holder?.task === task
}

export async function releaseClaim(trx: Trx, { key, task }: { key: string; task: string }): Promise<void> {
  await trx.deleteFrom('domain_claim').where('variant_key', '=', key).where('task', '=', task).execute()
}
