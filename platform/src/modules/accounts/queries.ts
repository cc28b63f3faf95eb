import { createHash } from 'node:crypto'
import type { Db, Trx } from '../../kernel/database/index.ts'
import type { CustomerActor, Operator } from '../../kernel/http/index.ts'
import type { SignIn } from './ports.ts'

export const tokenPrefix = 'ymk_'

export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export async function actorOfUser(db: Db, user: string): Promise<CustomerActor | undefined> {
  const row = await db
    .selectFrom('account_user')
    .select(['account', 'role'])
    .where('auth_user', '=', user)
    .executeTakeFirst()
  return row && { kind: 'customer', account: row.account, user, role: row.role, via: 'console' }
}

/** What a user may do as somebody who runs the platform; undefined for everybody else. */
export async function operatorOfUser(db: Db | Trx, user: string): Promise<Operator | undefined> {
  const row = await db.selectFrom('operator').select('roles').where('auth_user', '=', user).executeTakeFirst()
  return row && { actor: { kind: 'operator', user }, roles: row.roles }
}

/** The digest is looked up, so that comparing takes no time that depends on the token. */
export async function actorOfToken(db: Db, token: string): Promise<CustomerActor | undefined> {
  if (!token.startsWith(tokenPrefix)) return undefined
  const row = await db
    .selectFrom('api_token')
    .innerJoin('account_user', 'account_user.auth_user', 'api_token.auth_user')
    .select(['api_token.account', 'api_token.auth_user', 'account_user.role'])
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  return row && { kind: 'customer', account: row.account, user: row.auth_user, role: row.role, via: 'api' }
}

/** Language of the account's messages. */
export async function localeOf(trx: Trx, account: string): Promise<'zh' | 'en'> {
  const row = await trx.selectFrom('account').select('locale').where('id', '=', account).executeTakeFirst()
  return row?.locale ?? 'zh'
}

/** Where the account itself is told, and in which language. */
export async function contactOf(trx: Trx, account: string): Promise<{ locale: 'zh' | 'en'; email: string | null }> {
  const row = await trx.selectFrom('account').select(['locale', 'email']).where('id', '=', account).executeTakeFirst()
  return row ?? { locale: 'zh', email: null }
}

/** The account whose owner signs in with the address. */
export async function accountOfEmail(trx: Trx, email: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('account')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  return row?.id
}

export async function emailVerified(trx: Trx, account: string, email: string): Promise<boolean> {
  return (await verifiedEmails(trx, account, [email])).has(email.toLowerCase())
}

/** Those of the addresses that the account has proved to read, in lower case. */
export async function verifiedEmails(
  trx: Trx,
  account: string,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  if (emails.length === 0) return new Set()
  const rows = await trx
    .selectFrom('email_verification')
    .select('email')
    .where('account', '=', account)
    .where('verified_at', 'is not', null)
    .where(
      'email',
      'in',
      emails.map((email) => email.toLowerCase()),
    )
    .execute()
  return new Set(rows.map((row) => row.email))
}

/** What a user is called; undefined for one who never gave a name: who signs up by phone gets digits for one. */
export function nameOfUser(signIn: Pick<SignIn, 'profile'>) {
  return async (trx: Trx, user: string): Promise<string | undefined> => {
    const name = (await signIn.profile(trx, user))?.name.trim() ?? ''
    return /\p{L}/u.test(name) ? name : undefined
  }
}

/** The phone of whoever owns an account, as holders' phones are written; null for one who has none. */
export function ownerPhone(signIn: SignIn) {
  return async (trx: Trx, account: string): Promise<string | null> => {
    const owner = await trx
      .selectFrom('account_user')
      .select('auth_user')
      .where('account', '=', account)
      .where('role', '=', 'owner')
      .executeTakeFirst()
    return (owner && (await signIn.profile(trx, owner.auth_user))?.phone) ?? null
  }
}
