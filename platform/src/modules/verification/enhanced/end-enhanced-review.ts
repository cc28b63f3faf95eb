import type { Selectable } from 'kysely'
import type { Context } from '../../../kernel/context.ts'
import type { Tables } from '../../../kernel/database/index.ts'
import { explained } from '../reasons/explained.ts'
import { ownExplained } from '../reasons/own-reasons.ts'
import { moveEnhancedCheck } from './move-enhanced-check.ts'

type Outcome =
  | { readonly passed: true }
  | { readonly passed: false; readonly reasons: readonly string[]; readonly remark?: string }

/** Our reviewers have decided about the papers of an enhanced check; one that the registry took back meanwhile stays as it is. */
export async function endEnhancedReview(
  { account, for_name }: Pick<Selectable<Tables['review_case']>, 'account' | 'for_name'>,
  outcome: Outcome,
  context: Pick<Context, 'trx' | 'clock' | 'random' | 'actor'>,
): Promise<void> {
  const { trx } = context
  const check = await trx
    .selectFrom('enhanced_check')
    .select('id')
    .where('account', '=', account)
    .where('ascii', '=', for_name)
    .where('state', '=', 'reviewing')
    .executeTakeFirst()
  if (!check) return
  if (outcome.passed) return moveEnhancedCheck({ id: check.id, step: 'approve' }, context)
  const own = await ownExplained(trx, outcome.reasons)
  const [why] = outcome.reasons.flatMap((id) => own.get(id) ?? explained([id]))
  const said = (cause: string | undefined, between: string) =>
    [outcome.remark, cause].filter((part) => part !== undefined).join(between)
  const words = { zh: `${said(why?.cause.zh, '；')}。`, en: `${said(why?.cause.en, '; ')}.` }
  return moveEnhancedCheck({ id: check.id, step: 'reject', words }, context)
}
