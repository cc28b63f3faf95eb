import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { type AttemptLimit, countAttempt, mayAttempt } from '../accounts/index.ts'
import { digestOfCode } from './codes.ts'
import type { CodeTrouble } from './errors.ts'
import { isFor, type RunningPromotion } from './terms.ts'

export interface CodeInHand {
  readonly digest: Buffer
  readonly promotion: string
  readonly usesLeft: number
}

export type CheckedCode =
  | { readonly ok: true; readonly code: CodeInHand }
  | { readonly ok: false; readonly trouble: CodeTrouble }

// A page asks again at each change of the order; the same wrong code counts once in that time.
const wrongCodes: AttemptLimit = { name: 'promotion code', most: 10, windowMs: 10 * 60_000 }
const sameCode: AttemptLimit = { name: 'same promotion code', most: 1, windowMs: 10 * 60_000 }

/**
 * What a typed code is worth at this moment (S0-19): codes live for minutes to days, so it is asked at each use. Wrong ones
 * are counted, and after too many the account learns nothing of any code for a while.
 * @param running promotions of the product on this day
 */
export async function checkCode(
  trx: Trx,
  {
    typed,
    account,
    suffixes,
    running,
  }: {
    typed: string
    account: string
    suffixes: readonly string[]
    running: readonly RunningPromotion[]
  },
  clock: Clock,
): Promise<CheckedCode> {
  const digest = digestOfCode(typed)
  if (!(await mayAttempt(trx, clock, wrongCodes, account))) return { ok: false, trouble: 'tried-too-often' }
  const found = await trx
    .selectFrom('promotion_code')
    .innerJoin('promotion_batch', 'promotion_batch.id', 'promotion_code.batch')
    .select(['promotion_batch.promotion', 'from_at', 'until_at', 'ended_at', 'uses', 'account'])
    .where('promotion_code.digest', '=', digest)
    .executeTakeFirst()
  if (!found) {
    if (await countAttempt(trx, clock, sameCode, `${account}\n${digest.toString('hex')}`))
      await countAttempt(trx, clock, wrongCodes, account)
    return { ok: false, trouble: 'unknown' }
  }
  if (found.account !== null && found.account !== account) return { ok: false, trouble: 'not-for-account' }
  const now = clock.now()
  if (found.ended_at !== null || found.until_at <= now) return { ok: false, trouble: 'expired' }
  if (found.from_at > now) return { ok: false, trouble: 'not-yet' }
  const promotion = running.find(({ id }) => id === found.promotion)
  if (!promotion)
    return { ok: false, trouble: (await begins(trx, found.promotion, clock.today())) ? 'not-yet' : 'expired' }
  const { used } = await trx
    .selectFrom('promotion_use')
    .select(sql<number>`count(*)::int`.as('used'))
    .where('code', '=', digest)
    .where('state', '<>', 'released')
    .executeTakeFirstOrThrow()
  if (used >= found.uses) return { ok: false, trouble: 'used-up' }
  if (!suffixes.some((suffix) => isFor(promotion, suffix))) return { ok: false, trouble: 'not-for-suffix' }
  return { ok: true, code: { digest, promotion: found.promotion, usesLeft: found.uses - used } }
}

/** Whether a promotion that does not run today will. */
async function begins(trx: Trx, promotion: string, day: string): Promise<boolean> {
  const later = await trx
    .selectFrom('promotion_terms')
    .innerJoin('promotion', 'promotion.id', 'promotion_terms.promotion')
    .select('promotion_terms.id')
    .where('promotion_terms.promotion', '=', promotion)
    .where('from_day', '>', day)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return later !== undefined
}
