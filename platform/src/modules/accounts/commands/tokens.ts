import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { tokenNotFound, tooManyOfThem } from '../errors.ts'
import { digestOf, tokenPrefix } from '../queries.ts'

const mostTokens = 50

/** Makes a token of 256 random bits that acts for the caller. It is shown once and kept as a digest. @throws tooManyOfThem */
export async function createToken(
  actor: CustomerActor,
  name: string,
  { trx, clock, random }: Context,
): Promise<{ id: string; name: string; token: string; tail: string; createdAt: string }> {
  const { count } = await trx
    .selectFrom('api_token')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account', '=', actor.account)
    .executeTakeFirstOrThrow()
  if (count >= mostTokens) throw tooManyOfThem()
  const token = `${tokenPrefix}${random.token(32)}`
  const row = { id: random.uuid(), name, tail: token.slice(-4), created_at: clock.now() }
  await trx
    .insertInto('api_token')
    .values({ ...row, account: actor.account, auth_user: actor.user, digest: digestOf(token) })
    .execute()
  return { id: row.id, name, token, tail: row.tail, createdAt: row.created_at.toISOString() }
}

/** The owner may take any token of the account away, a sub-user only their own. @throws tokenNotFound */
export async function deleteToken(actor: CustomerActor, id: string, { trx }: Context): Promise<void> {
  const gone = await trx
    .deleteFrom('api_token')
    .where('id', '=', id)
    .where('account', '=', actor.account)
    .$if(actor.role !== 'owner', (query) => query.where('auth_user', '=', actor.user))
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw tokenNotFound()
}
