import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorRole } from '../../../kernel/http/index.ts'
import type { SignIn } from '../ports.ts'

/**
 * Gives roles to somebody who has signed up, in place of those that they had; an empty list takes them all away.
 * Returns false when nobody signs in with that address.
 */
export async function setOperator(
  signIn: SignIn,
  { email, roles }: { email: string; roles: readonly OperatorRole[] },
  context: Pick<Context, 'trx' | 'clock' | 'actor'>,
): Promise<boolean> {
  const { trx, clock } = context
  const user = await signIn.userOf(trx, email)
  if (user === undefined) return false
  if (roles.length === 0) await trx.deleteFrom('operator').where('auth_user', '=', user).execute()
  else
    await trx
      .insertInto('operator')
      .values({ auth_user: user, roles: [...roles], created_at: clock.now() })
      .onConflict((conflict) => conflict.column('auth_user').doUpdateSet({ roles: [...roles] }))
      .execute()
  await record({ action: 'operator.roles-set', subject: user, detail: { roles } }, context)
  return true
}
