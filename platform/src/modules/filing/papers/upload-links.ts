import { createHash } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { UploadLinkGone } from '../errors.ts'

/** Long enough to find the phone and the papers. */
const lifeMs = 30 * 60_000

/** Makes the address for a QR code; links made earlier for the order end. */
export async function makeUploadLink(
  { account, order, origin }: { account: string; order: string; origin: string },
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<{ url: string; expiresAt: Date }> {
  await trx.deleteFrom('filing_upload_link').where('filing_order', '=', order).execute()
  const token = random.token(24)
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await trx
    .insertInto('filing_upload_link')
    .values({ digest: digestOf(token), account, filing_order: order, made_at: now, expires_at: expiresAt })
    .execute()
  return { url: `${origin}/filing-upload/${token}`, expiresAt }
}

/** The order that a link is for. @throws UploadLinkGone */
export async function openUploadLink(
  token: string,
  { trx, now }: { trx: Trx; now: Date },
): Promise<{ account: string; number: string; id: string }> {
  const link = await trx
    .selectFrom('filing_upload_link')
    .innerJoin('filing_order', 'filing_order.id', 'filing_upload_link.filing_order')
    .select(['filing_order.account', 'filing_order.number', 'filing_order.id'])
    .where('digest', '=', digestOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!link) throw UploadLinkGone()
  return link
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
