import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { lockTemplate } from '../../registrants/index.ts'
import { mustHaveConsent } from '../commands/give-consent.ts'
import { openCase } from '../commands/open-case.ts'
import { PapersMissing } from '../errors.ts'
import { enhancedKinds } from '../paper-kinds.ts'
import { papersInUse } from '../queries.ts'
import { paperMissing } from '../rules.ts'
import type { EnhancedCheck } from './enhanced-check-of.ts'
import { moveEnhancedCheck } from './move-enhanced-check.ts'

/**
 * Hands the papers that the registry asked for to our reviewers, who pass them on.
 * @throws ConsentNeeded, PapersMissing, EnhancedMovedOn
 */
export async function submitEnhancedPapers(
  { id, template, ascii }: EnhancedCheck,
  context: Context & { actor: CustomerActor; vault: Vault },
): Promise<{ number: string }> {
  const { trx, actor } = context
  await lockTemplate(trx, { account: actor.account, id: template })
  await mustHaveConsent(trx, actor.account)
  const papers = await papersInUse(trx, template, ascii, enhancedKinds)
  const missing = enhancedKinds.filter((kind) => !papers.some((paper) => paper.kind === kind))
  refuse(PapersMissing, missing.map(paperMissing))
  await moveEnhancedCheck({ id, step: 'submit' }, context)
  const { number } = await openCase({ axis: 'enhanced', template, papers, forName: ascii }, context)
  return { number }
}
