import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../../kernel/database/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { ClaimedByOther, LookFirst, OwnCase, SecondEyesNeeded } from '../errors.ts'

type Case = Pick<
  Selectable<Tables['review_case']>,
  'account' | 'papers' | 'submitted_at' | 'claimed_by' | 'claimed_until' | 'escalated_by' | 'state'
>

/** Whether somebody uses this account themselves, as its owner or a sub-user. */
export async function isOfAccount(trx: Trx, { user }: OperatorActor, account: string): Promise<boolean> {
  const own = await trx
    .selectFrom('account_user')
    .select('account')
    .where('auth_user', '=', user)
    .where('account', '=', account)
    .executeTakeFirst()
  return own !== undefined
}

/** Nobody reviews papers of an account that they use themselves. @throws OwnCase */
export async function mustBeStranger(trx: Trx, actor: OperatorActor, account: string): Promise<void> {
  if (await isOfAccount(trx, actor, account)) throw OwnCase()
}

/** Papers of the case that this reviewer has opened since it was handed in. */
export async function seenPapers(
  trx: Trx,
  { user }: OperatorActor,
  { papers, submitted_at }: Pick<Case, 'papers' | 'submitted_at'>,
): Promise<readonly string[]> {
  if (papers.length === 0) return []
  const rows = await trx
    .selectFrom('paper_view')
    .select('paper')
    .distinct()
    .where('paper', 'in', [...papers])
    .where('reviewer', '=', user)
    .where('opened_at', '>=', submitted_at)
    .execute()
  return rows.map(({ paper }) => paper)
}

/** Whoever decides has looked: at every paper, and as the second of two as well. @throws LookFirst */
export async function mustHaveLooked(
  trx: Trx,
  actor: OperatorActor,
  known: Pick<Case, 'papers' | 'submitted_at'>,
): Promise<readonly string[]> {
  const seen = await seenPapers(trx, actor, known)
  if (known.papers.some((paper) => !seen.includes(paper))) throw LookFirst()
  return seen
}

/** @throws ClaimedByOther, SecondEyesNeeded: who asked for somebody else's eyes does not decide */
export function mustBeFree({ user }: OperatorActor, known: Case, now: Date): void {
  if (isClaimedByOther(user, known, now)) throw ClaimedByOther()
  if (known.escalated_by === user) throw SecondEyesNeeded()
}

export function isClaimedByOther(
  user: string,
  { claimed_by, claimed_until }: Pick<Case, 'claimed_by' | 'claimed_until'>,
  now: Date,
): boolean {
  return claimed_by !== null && claimed_by !== user && claimed_until !== null && claimed_until > now
}
