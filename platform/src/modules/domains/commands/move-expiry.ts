import type { Trx } from '../../../kernel/database/index.ts'

/** Writes the expiry that the registry answered to a renewal. */
export async function moveExpiry(
  trx: Trx,
  { ascii, account, expiresAt }: { ascii: string; account: string; expiresAt: Date },
): Promise<void> {
  await trx
    .updateTable('domain')
    .set({ expires_at: expiresAt })
    .where('ascii', '=', ascii)
    .where('account', '=', account)
    .where('released_at', 'is', null)
    .execute()
}
