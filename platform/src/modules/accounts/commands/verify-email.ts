import type { Context } from '../../../kernel/context.ts'
import { notify } from '../../notices/index.ts'
import { countAttempt } from '../attempts.ts'
import { tooManyAttempts } from '../errors.ts'
import { digestOf, emailVerified } from '../queries.ts'

const validHours = 24
const mostGuesses = 5
const resend = { name: 'email-verification', most: 1, windowMs: 60_000 }
const resendADay = { name: 'email-verification-day', most: 10, windowMs: 86_400_000 }

export interface AskEmailVerification {
  readonly account: string
  readonly email: string
  readonly locale: 'zh' | 'en'
  /** Origin of the console, for the link. */
  readonly origin: string
}

/**
 * Sends a link and a code to an address, unless the account has proved it already (S1-110). A new message voids the older.
 * @throws tooManyAttempts (one a minute, ten a day)
 */
export async function askEmailVerification(asked: AskEmailVerification, context: Context): Promise<void> {
  const { trx, clock, random } = context
  const { account, locale, origin } = asked
  const email = asked.email.toLowerCase()
  if (await emailVerified(trx, account, email)) return
  for (const limit of [resend, resendADay]) {
    if (!(await countAttempt(trx, clock, limit, `${account} ${email}`))) throw tooManyAttempts()
  }
  const now = clock.now()
  const token = random.token(32)
  const code = random.digits(6)
  const fresh = {
    token_digest: digestOf(token),
    code_digest: codeDigest(account, email, code),
    attempts: 0,
    sent_at: now,
    expires_at: new Date(now.getTime() + validHours * 3_600_000),
  }
  await trx
    .insertInto('email_verification')
    .values({ account, email, verified_at: null, ...fresh })
    .onConflict((conflict) => conflict.columns(['account', 'email']).doUpdateSet(fresh))
    .execute()
  const link = `${origin}/verify-email?token=${token}`
  const parameters = { code, link, hours: String(validHours) }
  await notify({ kind: 'email.verification', account, to: { email: asked.email }, locale, parameters }, context)
}

/** The link proves by itself, in any browser. undefined when it is unknown, spent or expired. */
export async function verifyByToken(token: string, { trx, clock }: Context): Promise<string | undefined> {
  const row = await trx
    .updateTable('email_verification')
    .set(verifiedAt(clock.now()))
    .where('token_digest', '=', digestOf(token))
    .where('expires_at', '>', clock.now())
    .returning('email')
    .executeTakeFirst()
  return row?.email
}

/** Counts the guess first, so that parallel guesses count too. The caller commits also when this is undefined. */
export async function verifyByCode(
  { account, email: written, code }: { account: string; email: string; code: string },
  { trx, clock }: Context,
): Promise<string | undefined> {
  const email = written.toLowerCase()
  const row = await trx
    .updateTable('email_verification')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('account', '=', account)
    .where('email', '=', email)
    .where('expires_at', '>', clock.now())
    .returning(['attempts', 'code_digest'])
    .executeTakeFirst()
  if (!row?.code_digest || row.attempts > mostGuesses) return undefined
  if (!row.code_digest.equals(codeDigest(account, email, code))) return undefined
  await trx
    .updateTable('email_verification')
    .set(verifiedAt(clock.now()))
    .where('account', '=', account)
    .where('email', '=', email)
    .execute()
  return email
}

const verifiedAt = (at: Date) => ({ verified_at: at, token_digest: null, code_digest: null, expires_at: null })

const codeDigest = (account: string, email: string, code: string) => digestOf(`${account}\n${email}\n${code}`)
