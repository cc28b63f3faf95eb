import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import { countAttempt, forgiveAttempt } from './attempts.ts'
import { takeConfirmation } from './commands/confirmations.ts'
import { proofNeeded, proofRefused, tooManyAttempts } from './errors.ts'
import type { SignIn } from './ports.ts'

export interface Proof {
  readonly password?: string | undefined
  /** A code that was sent to the phone of before. */
  readonly code?: string | undefined
}

const guesses = { name: 'prove-self', most: 10, windowMs: 15 * 60_000 }

/**
 * A session alone does not change who may confirm: whoever sits before it says the password, or a code that went to the
 * phone that is bound. Each guess counts, whatever becomes of the request.
 * @throws proofNeeded, proofRefused, tooManyAttempts (ten in fifteen minutes)
 */
export async function proveSelf(
  user: string,
  { password, code }: Proof,
  { db, clock, signIn }: { db: Db; clock: Clock; signIn: SignIn },
): Promise<void> {
  if (password === undefined && code === undefined) throw proofNeeded()
  if (!(await countAttempt(db, clock, guesses, user))) throw tooManyAttempts()
  const proved =
    password === undefined
      ? await db
          .transaction()
          .execute((trx) => takeConfirmation({ user, purpose: 'change-phone', code: code ?? '' }, { trx, clock }))
      : await signIn.checkPassword(user, password)
  if (!proved) throw proofRefused()
  await forgiveAttempt(db, guesses, user)
}
