import type { Context } from '../../../kernel/context.ts'
import { notify, tell } from '../../notices/index.ts'
import { countAttempt } from '../attempts.ts'
import { confirmationRefused, phoneTaken, tooManyAttempts } from '../errors.ts'
import type { SignIn } from '../ports.ts'
import { digestOf, localeOf } from '../queries.ts'

export type ConfirmationPurpose = 'holder-change' | 'bind-phone' | 'change-phone'

const validMinutes = 10
const mostGuesses = 5
const resend = { name: 'confirmation', most: 1, windowMs: 60_000 }
const resendADay = { name: 'confirmation-day', most: 20, windowMs: 86_400_000 }

interface Asked {
  readonly user: string
  readonly purpose: ConfirmationPurpose
  /** The number that is to be bound, or the one that is. E.164 with a dot, as it is written when signing in. */
  readonly phone: string
  readonly locale: 'zh' | 'en'
}

/** Sends a code to the user's phone (手机验证, S4-09). @throws tooManyAttempts (one a minute, twenty a day) */
export async function askConfirmation({ user, purpose, phone, locale }: Asked, context: Context): Promise<void> {
  const { trx, clock, random } = context
  for (const limit of [resend, resendADay])
    if (!(await countAttempt(trx, clock, limit, `${user} ${purpose}`))) throw tooManyAttempts()
  const code = random.digits(6)
  const fresh = {
    phone,
    code_digest: digest(user, purpose, code),
    attempts: 0,
    expires_at: new Date(clock.now().getTime() + validMinutes * 60_000),
  }
  await trx
    .insertInto('confirmation')
    .values({ auth_user: user, purpose, ...fresh })
    .onConflict((conflict) => conflict.columns(['auth_user', 'purpose']).doUpdateSet(fresh))
    .execute()
  await notify(
    { kind: 'phone.code', to: { phone }, locale, parameters: { code, minutes: String(validMinutes) } },
    context,
  )
}

/**
 * Counts the guess, and says which phone it confirms; undefined for a wrong one, which the caller commits before it refuses.
 * A right code is spent.
 */
export async function takeConfirmation(
  { user, purpose, code }: { user: string; purpose: ConfirmationPurpose; code: string },
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('confirmation')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('auth_user', '=', user)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', clock.now())
    .returning(['phone', 'attempts', 'code_digest'])
    .executeTakeFirst()
  if (!row || row.attempts > mostGuesses || !row.code_digest.equals(digest(user, purpose, code))) return undefined
  await trx.deleteFrom('confirmation').where('auth_user', '=', user).where('purpose', '=', purpose).execute()
  return row.phone
}

/**
 * Binds the phone that the code was sent to (修改手机号码, S4-10), and tells the phone and the address of before.
 * @throws phoneTaken; false for a wrong code
 */
export async function bindPhone(
  { user, account, code }: { user: string; account: string; code: string },
  { signIn, trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'> & { signIn: SignIn },
): Promise<boolean> {
  const before = await signIn.profile(trx, user)
  const phone = await takeConfirmation({ user, purpose: 'bind-phone', code }, { trx, clock })
  if (phone === undefined) return false
  if (!(await signIn.setPhone(trx, user, phone))) throw phoneTaken()
  if (before?.phone === phone) return true
  // Kept and sent with its middle hidden: whoever reads the mail need not learn the number.
  const shown = `${phone.slice(0, -8)}****${phone.slice(-4)}`
  const old = before?.phone ?? null
  await tell(
    {
      kind: 'phone.changed',
      account,
      locale: await localeOf(trx, account),
      to: [{ email: before?.email ?? null, phone: old }],
      parameters: { phone: shown, link: '/account' },
    },
    { trx, clock, random },
  )
  return true
}

/** @throws confirmationRefused */
export function mustBeConfirmed(confirmed: unknown): void {
  if (!confirmed) throw confirmationRefused()
}

const digest = (user: string, purpose: string, code: string) => digestOf(`${user}\n${purpose}\n${code}`)
