import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { accountOfEmail } from '../../accounts/index.ts'
import { digestOfCode, newCode } from '../codes.ts'
import { CodesRefused, PromotionEnded } from '../errors.ts'
import { accountUnknown, beginsTooLate, needsNoCode, wordForOne, wordTaken } from '../findings.ts'
import { lockPromotion } from '../queries.ts'

export interface NewCodes {
  readonly promotion: string
  readonly count: number
  /** How often each of them can be used. */
  readonly uses: number
  readonly validMinutes: number
  /** When they begin; now when absent. */
  readonly from?: Date | undefined
  /** A word of the issuer's own, for one code. */
  readonly word?: string | undefined
  /** Address with which the owner of the one account signs in that may use them; any account when absent. */
  readonly account?: string | undefined
}

export interface IssuedCodes {
  readonly batch: string
  /** Told here and never again: only digests are kept. */
  readonly codes: string[]
  readonly from: Date
  readonly until: Date
}

const mostDaysAhead = 30
const dayMs = 86_400_000

/**
 * Issues short-lived codes of a promotion (优惠口令, S0-19).
 * @param by the operator, or the system that an operator gave a key
 * @throws PromotionNotFound, PromotionEnded, CodesRefused (findings)
 */
export async function issueCodes(
  { promotion: id, count, uses, validMinutes, from, word, account: email }: NewCodes,
  by: { readonly user: string; readonly issuer: string | null },
  context: Context,
): Promise<IssuedCodes> {
  const { trx, clock, random } = context
  const promotion = await lockPromotion(trx, id)
  if (promotion.ended_at !== null) throw PromotionEnded()
  const now = clock.now()
  const begins = from ?? now
  const late = begins.getTime() > now.getTime() + mostDaysAhead * dayMs || begins < now
  const account = email === undefined ? null : ((await accountOfEmail(trx, email)) ?? 'nobody')
  const findings = [
    ...(promotion.by_code ? [] : [needsNoCode]),
    ...(late ? [beginsTooLate(mostDaysAhead)] : []),
    ...(word !== undefined && count !== 1 ? [wordForOne] : []),
    ...(account === 'nobody' ? [accountUnknown] : []),
  ]
  if (findings.length > 0) throw CodesRefused({ findings })
  const batch = random.uuid()
  const until = new Date(begins.getTime() + validMinutes * 60_000)
  await trx
    .insertInto('promotion_batch')
    .values({
      id: batch,
      promotion: id,
      issuer: by.issuer,
      account,
      from_at: begins,
      until_at: until,
      uses,
      issued_by: by.user,
      issued_at: now,
      ended_at: null,
    })
    .execute()
  const codes = word === undefined ? Array.from({ length: count }, () => newCode(random)) : [word]
  const kept = await trx
    .insertInto('promotion_code')
    .values(codes.map((code) => ({ digest: digestOfCode(code), batch })))
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('digest')
    .execute()
  if (kept.length < codes.length) throw CodesRefused({ findings: [wordTaken] })
  await record(
    {
      action: 'promotion.codes-issued',
      subject: id,
      detail: { batch, count, uses, until: until.toISOString(), ...(account ? { account } : {}) },
    },
    context,
  )
  return { batch, codes, from: begins, until }
}
