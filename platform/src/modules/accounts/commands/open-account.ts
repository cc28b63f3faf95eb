import type { Context } from '../../../kernel/context.ts'
import type { SignIn } from '../ports.ts'

/** Makes a user and their account. undefined when the address is taken. */
export async function openAccount(
  signIn: SignIn,
  user: { email: string; name: string; passwordHash: string; locale: 'zh' | 'en' },
  { trx, clock, random }: Context,
): Promise<{ account: string; user: string } | undefined> {
  const id = await signIn.createUser(trx, { ...user, id: random.uuid(), at: clock.now() })
  if (id === undefined) return undefined
  const account = await accountFor(
    { user: id, name: user.name, locale: user.locale, email: user.email },
    { trx, clock, random },
  )
  return { account, user: id }
}

/** The account for which a user acts; a user who has none yet (first sign-in by phone) becomes owner of a new one. */
export async function accountFor(
  { user, name, locale, email }: { user: string; name: string; locale: 'zh' | 'en'; email?: string },
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<string> {
  const known = await trx.selectFrom('account_user').select('account').where('auth_user', '=', user).executeTakeFirst()
  if (known) return known.account
  const account = random.uuid()
  const at = clock.now()
  await trx
    .insertInto('account')
    .values({ id: account, name, locale, email: email ?? null, created_at: at })
    .execute()
  await trx.insertInto('account_user').values({ auth_user: user, account, role: 'owner', created_at: at }).execute()
  return account
}
