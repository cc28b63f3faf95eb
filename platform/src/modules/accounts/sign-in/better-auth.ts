import { betterAuth } from 'better-auth'
import { phoneNumber } from 'better-auth/plugins/phone-number'
import type { Kysely } from 'kysely'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Db, Tables, Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { notify } from '../../notices/index.ts'
import type { SignedIn, SignIn } from '../ports.ts'

export interface SignInOptions {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  /** Signs cookies; at least 32 random bytes, kept over restarts. */
  readonly secret: string
  /** Public origin of the console, `https://…`; decides whether cookies are `Secure`. */
  readonly origin: string
  /** How a password becomes what is kept of it; slow on purpose (scrypt) unless given. */
  readonly passwords?: {
    readonly hash: (password: string) => Promise<string>
    readonly verify: (data: { hash: string; password: string }) => Promise<boolean>
  }
}

interface AuthTables {
  user: {
    id: string
    name: string
    email: string
    emailVerified: boolean
    phoneNumber: string | null
    phoneNumberVerified?: boolean | null
    createdAt: Date
    updatedAt: Date
  }
  account: {
    id: string
    userId: string
    accountId: string
    providerId: string
    password: string
    createdAt: Date
    updatedAt: Date
  }
}

const codeMinutes = 5
// Users who came by phone have no address; the library wants one (RFC 2606 §2: `invalid` never resolves).
const phoneAddress = 'phone.invalid'

/** The sign-in library behind our port. Its tables live in the schema `auth`, made by our own migrations. */
export function betterAuthSignIn({ db, clock, random, secret, origin, passwords }: SignInOptions): SignIn {
  const auth = betterAuth({
    secret,
    baseURL: origin,
    basePath: '/auth',
    database: { db: (db as Kysely<unknown> as Kysely<Tables>).withSchema('auth'), type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, autoSignIn: false, ...(passwords && { password: { ...passwords } }) },
    session: { expiresIn: 7 * 86_400, updateAge: 86_400, cookieCache: { enabled: true, maxAge: 60 } },
    advanced: {
      cookiePrefix: 'yuming',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      database: { generateId: () => random.uuid() },
    },
    plugins: [
      phoneNumber({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 5,
        signUpOnVerification: {
          getTempEmail: (phone) => `${phone.replace(/\D/g, '')}@${phoneAddress}`,
          getTempName: (phone) => phone.slice(-4),
        },
        async sendOTP({ phoneNumber: phone, code }, call) {
          const locale = call?.headers?.get('x-locale') === 'en' ? 'en' : 'zh'
          const parameters = { code, minutes: String(codeMinutes) }
          await db
            .transaction()
            .execute((trx) => notify({ kind: 'phone.code', to: { phone }, locale, parameters }, { trx, clock, random }))
        },
      }),
    ],
  })

  return {
    async hashPassword(password) {
      return (await auth.$context).password.hash(password)
    },
    async createUser(trx, { id, email, name, passwordHash, at }) {
      const made = await authTables(trx)
        .insertInto('user')
        .values({ id, email, name, emailVerified: false, phoneNumber: null, createdAt: at, updatedAt: at })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) return undefined
      await authTables(trx)
        .insertInto('account')
        .values({
          id: random.uuid(),
          userId: id,
          accountId: id,
          providerId: 'credential',
          password: passwordHash,
          createdAt: at,
          updatedAt: at,
        })
        .execute()
      return id
    },
    async removeUser(trx, user) {
      await authTables(trx).deleteFrom('user').where('id', '=', user).execute()
    },
    async rename(trx, user, name) {
      await authTables(trx).updateTable('user').set({ name }).where('id', '=', user).execute()
    },
    async userOf(trx, email) {
      const row = await authTables(trx)
        .selectFrom('user')
        .select('id')
        .where('email', '=', email.toLowerCase())
        .executeTakeFirst()
      return row?.id
    },
    async checkPassword(user, password) {
      const row = await authTables(db)
        .selectFrom('account')
        .select('password')
        .where('userId', '=', user)
        .where('providerId', '=', 'credential')
        .executeTakeFirst()
      // Hashed in any case: whether somebody has a password is not told by the time that it takes.
      const { verify, hash } = (await auth.$context).password
      if (!row?.password) return hash(password).then(() => false)
      return verify({ hash: row.password, password })
    },
    async setPhone(trx, user, phone) {
      const other = await authTables(trx)
        .selectFrom('user')
        .select('id')
        .where('phoneNumber', '=', phone)
        .where('id', '<>', user)
        .executeTakeFirst()
      if (other) return false
      await authTables(trx)
        .updateTable('user')
        .set({ phoneNumber: phone, phoneNumberVerified: true })
        .where('id', '=', user)
        .execute()
      return true
    },
    async profile(trx, user) {
      const row = await authTables(trx)
        .selectFrom('user')
        .select(['name', 'email', 'phoneNumber'])
        .where('id', '=', user)
        .executeTakeFirst()
      if (!row) return undefined
      return {
        name: row.name,
        email: row.email.endsWith(`@${phoneAddress}`) ? null : row.email,
        phone: row.phoneNumber,
      }
    },
    withPassword: (body, headers) =>
      refusedAsUndefined(async () => {
        const answer = await auth.api.signInEmail({ body, headers, returnHeaders: true })
        return { user: answer.response.user.id, cookies: answer.headers.getSetCookie() }
      }),
    async sendPhoneCode(phone, locale) {
      await auth.api.sendPhoneNumberOTP({ body: { phoneNumber: phone }, headers: new Headers({ 'x-locale': locale }) })
    },
    withPhoneCode: ({ phone, code }, headers) =>
      refusedAsUndefined(async () => {
        const answer = await auth.api.verifyPhoneNumber({
          body: { phoneNumber: phone, code },
          headers,
          returnHeaders: true,
        })
        const user = answer.response.user?.id
        return user === undefined ? undefined : { user, cookies: answer.headers.getSetCookie() }
      }),
    async session(headers) {
      const answer = await auth.api.getSession({ headers, returnHeaders: true })
      if (!answer.response) return undefined
      return { user: answer.response.user.id, cookies: answer.headers.getSetCookie() }
    },
    async signOut(headers) {
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie()
    },
  }
}

function authTables(trx: Trx | Db): Kysely<AuthTables> {
  return (trx as Kysely<unknown>).withSchema('auth') as Kysely<AuthTables>
}

/** The library throws one kind of error for a wrong password, an unknown user and a spent code: all are a plain "no". */
async function refusedAsUndefined(ask: () => Promise<SignedIn | undefined>): Promise<SignedIn | undefined> {
  try {
    return await ask()
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status >= 400 && status < 500) return undefined
    throw error
  }
}
