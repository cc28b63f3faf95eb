import type { Finding } from '@yuming/rules'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { holderFindings, lockTemplate, moveIdentity, registrantOf } from '../../registrants/index.ts'
import { HolderUnfit, NotSubmittable, PapersMissing } from '../errors.ts'
import { neededPapers } from '../paper-kinds.ts'
import { papersInUse } from '../queries.ts'
import { paperMissing } from '../rules.ts'
import { mustHaveConsent } from './give-consent.ts'
import { openCase } from './open-case.ts'

/**
 * Hands a template's papers to the reviewers; from now on nothing of them can be changed (S4-34). The rules of holders
 * are asked again: what was good when the template was written may have ended since.
 * @throws templateNotFound, ConsentNeeded, NotSubmittable, HolderUnfit (findings), PapersMissing
 */
export async function submitForReview(
  template: string,
  context: Context & { actor: CustomerActor; vault: Vault },
): Promise<{ number: string; findings: readonly Finding[] }> {
  const { trx, clock, actor, vault } = context
  const known = await lockTemplate(trx, { account: actor.account, id: template })
  await mustHaveConsent(trx, actor.account)
  if (known.identity === 'reviewing' || known.identity === 'verified') throw NotSubmittable()
  const { template: _, ...holder } = await registrantOf(trx, vault, { account: actor.account, template })
  const findings = holderFindings(holder, clock.today())
  refuse(HolderUnfit, findings)
  const papers = await papersInUse(trx, template)
  const missing = neededPapers(known.holderType, known.certificateKind).filter(
    (kind) => !papers.some((paper) => paper.kind === kind),
  )
  refuse(PapersMissing, missing.map(paperMissing))
  const { number } = await openCase({ axis: 'identity', template, papers }, context)
  await moveIdentity(template, 'submit', { trx, clock })
  return { number, findings }
}
