import { createHash } from 'node:crypto'
import type { Context } from '../../kernel/context.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { UploadLinkGone } from './errors.ts'
import type { PaperKind } from './paper-kinds.ts'

/** Long enough to find the phone and the paper. */
const lifeMs = 30 * 60_000

/** The name whose qualification is proved, and the papers for it. */
interface AboutName {
  readonly forName: string
  readonly kinds: readonly PaperKind[]
}

/** Makes the address for a QR code; links made earlier for the same end. */
export async function makeUploadLink(
  { account, template, origin, about }: { account: string; template: string; origin: string; about?: AboutName },
  { trx, clock, random }: Context,
): Promise<{ url: string; expiresAt: Date }> {
  await trx
    .deleteFrom('upload_link')
    .where('template', '=', template)
    .where('for_name', about ? '=' : 'is', about?.forName ?? null)
    .execute()
  const token = random.token(24)
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await trx
    .insertInto('upload_link')
    .values({
      digest: digestOf(token),
      account,
      template,
      for_name: about?.forName ?? null,
      kinds: about ? [...about.kinds] : null,
      made_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return { url: `${origin}/upload/${token}`, expiresAt }
}

/** Whose link it is. @throws UploadLinkGone */
export async function openUploadLink(
  token: string,
  { trx, now }: { trx: Trx; now: Date },
): Promise<{ account: string; template: string; about: AboutName | undefined }> {
  const link = await trx
    .selectFrom('upload_link')
    .select(['account', 'template', 'for_name', 'kinds'])
    .where('digest', '=', digestOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!link) throw UploadLinkGone()
  const { account, template, for_name: forName, kinds } = link
  return { account, template, about: forName === null || kinds === null ? undefined : { forName, kinds } }
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
