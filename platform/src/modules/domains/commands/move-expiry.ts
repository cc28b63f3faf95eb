import type { Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { scheduleAutoRenewal } from '../auto-renewal.ts'

/** Writes the day until which a renewal has paid; a name that renews itself will do so again. */
export async function moveExpiry(
  trx: Trx,
  {
    ascii,
    account,
    expiresAt,
    registryExpiresAt = expiresAt,
  }: { ascii: string; account: string; expiresAt: Date; registryExpiresAt?: Date },
  random: Random,
): Promise<void> {
  const moved = await trx
    .updateTable('domain')
    .set({
      expires_at: expiresAt,
      registry_expires_at: registryExpiresAt > expiresAt ? registryExpiresAt : null,
    })
    .where('ascii', '=', ascii)
    .where('account', '=', account)
    .where('released_at', 'is', null)
    .returning('auto_renew')
    .executeTakeFirst()
  if (moved?.auto_renew) await scheduleAutoRenewal({ ascii, expiresAt }, { trx, random })
}
