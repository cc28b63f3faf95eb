import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { signUpRefused, subUserNotFound, tooManyOfThem } from '../errors.ts'
import type { SignIn } from '../ports.ts'

const mostSubUsers = 100

/** @throws signUpRefused, tooManyOfThem */
export async function addSubUser(
  signIn: SignIn,
  actor: CustomerActor,
  user: { email: string; name: string; passwordHash: string },
  { trx, clock, random }: Context,
): Promise<string> {
  const { count } = await trx
    .selectFrom('account_user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account', '=', actor.account)
    .executeTakeFirstOrThrow()
  if (count > mostSubUsers) throw tooManyOfThem()
  const at = clock.now()
  const id = await signIn.createUser(trx, { ...user, id: random.uuid(), at })
  if (id === undefined) throw signUpRefused()
  await trx
    .insertInto('account_user')
    .values({ auth_user: id, account: actor.account, role: 'sub-user', created_at: at })
    .execute()
  return id
}

/** Takes a sub-user away with every session and token of theirs. @throws subUserNotFound */
export async function removeSubUser(
  signIn: SignIn,
  actor: CustomerActor,
  user: string,
  { trx }: Context,
): Promise<void> {
  const gone = await trx
    .deleteFrom('account_user')
    .where('auth_user', '=', user)
    .where('account', '=', actor.account)
    .where('role', '=', 'sub-user')
    .returning('auth_user')
    .executeTakeFirst()
  if (!gone) throw subUserNotFound()
  await signIn.removeUser(trx, user)
}
