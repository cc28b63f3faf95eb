import { createHash } from 'node:crypto'
import type { Context } from '../../kernel/context.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { UploadLinkGone } from './errors.ts'

/** Long enough to find the phone and the paper. */
const lifeMs = 30 * 60_000

/** Makes the address for a QR code; links made earlier for the template end. */
export async function makeUploadLink(
  { account, template, origin }: { account: string; template: string; origin: string },
  { trx, clock, random }: Context,
): Promise<{ url: string; expiresAt: Date }> {
  await trx.deleteFrom('upload_link').where('template', '=', template).execute()
  const token = random.token(24)
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await trx
    .insertInto('upload_link')
    .values({ digest: digestOf(token), account, template, made_at: now, expires_at: expiresAt })
    .execute()
  return { url: `${origin}/upload/${token}`, expiresAt }
}

/** Whose link it is. @throws UploadLinkGone */
export async function openUploadLink(
  token: string,
  { trx, now }: { trx: Trx; now: Date },
): Promise<{ account: string; template: string }> {
  const link = await trx
    .selectFrom('upload_link')
    .select(['account', 'template'])
    .where('digest', '=', digestOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!link) throw UploadLinkGone()
  return link
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
