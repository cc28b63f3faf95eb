import { createHash } from 'node:crypto'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { ConsoleCodeUnknown, NotAHoster, ProductNotFound, ProductTaken } from '../errors.ts'
import { hosterOf } from '../queries.ts'

const validMs = 15 * 60_000

type Doing = Context & { actor: CustomerActor }

/**
 * A code for whoever has signed in at the hoster's own console with user name and password (S3-32): the hoster has
 * checked both, and we see neither. @throws NotAHoster, ProductNotFound, ProductTaken
 */
export async function makeConsoleCode(
  externalId: string,
  { trx, clock, random, actor }: Doing,
): Promise<{ code: string; expiresAt: Date }> {
  if (!(await hosterOf(trx, actor.account))) throw NotAHoster()
  const product = await trx
    .selectFrom('hosting_product')
    .select(['id', 'account'])
    .where('stated_by', '=', actor.account)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst()
  if (!product) throw ProductNotFound()
  if (product.account !== actor.account) throw ProductTaken()
  const code = `HC-${random.digits(16)}`
  const expiresAt = new Date(clock.now().getTime() + validMs)
  // The newest alone counts.
  await trx.deleteFrom('hosting_console_code').where('product', '=', product.id).execute()
  await trx
    .insertInto('hosting_console_code')
    .values({ digest: digestOf(code), product: product.id, made_at: clock.now(), expires_at: expiresAt, used_at: null })
    .execute()
  await record({ action: 'hosting-product.console-code', subject: product.id }, { trx, clock, actor })
  return { code, expiresAt }
}

/**
 * The product whose console showed this code is the account's from now on, and gives it numbers. One that has given
 * numbers already stays where it is. @throws ConsoleCodeUnknown, ProductTaken
 */
export async function claimByConsoleCode(code: string, { trx, clock, actor }: Doing): Promise<string> {
  const shown = await trx
    .updateTable('hosting_console_code')
    .set({ used_at: clock.now() })
    .where('digest', '=', digestOf(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .returning('product')
    .executeTakeFirst()
  if (!shown) throw ConsoleCodeUnknown()
  const product = await trx
    .selectFrom('hosting_product')
    .select(['id', 'account', 'stated_by'])
    .where('id', '=', shown.product)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const given = await trx
    .selectFrom('service_number')
    .select('number')
    .where('product', '=', product.id)
    .executeTakeFirst()
  if (product.account !== product.stated_by || given) throw ProductTaken()
  await trx.updateTable('hosting_product').set({ account: actor.account }).where('id', '=', product.id).execute()
  await record({ action: 'hosting-product.claimed', subject: product.id }, { trx, clock, actor })
  return product.id
}

function digestOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}
