import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import { holdTemplate, templateOf } from '../../registrants/index.ts'
import { holderChangeKind } from '../asked-holder-change.ts'
import { closedFor } from '../closed-operations.ts'
import { domainFacts } from '../domain-facts.ts'
import { HolderChangeRefused } from '../errors.ts'
import { holderChangeFindings } from '../holder-change-rules.ts'
import { ownDomain } from '../queries.ts'
import type { ReviewDeps } from '../review-facts.ts'
import type { HolderChange } from '../tasks/change-holder-task.ts'

/**
 * Begins moving a name to a verified template (S4-03, S4-11, S4-13). It cannot be taken back.
 * @throws DomainNotFound, templateNotFound, HolderChangeRefused (findings)
 */
export async function beginHolderChange(
  { ascii, template: to }: { ascii: string; template: string },
  {
    trx,
    clock,
    random,
    actor,
    catalog,
    holderFindings,
  }: Context & { actor: CustomerActor } & Pick<ReviewDeps, 'catalog' | 'holderFindings'>,
): Promise<{ number: string }> {
  const domain = await ownDomain(trx, actor.account, ascii, { lock: true })
  await holdTemplate(trx, { account: actor.account, id: to })
  const template = await templateOf(trx, actor, to)
  const facts = await domainFacts(trx, domain, { catalog, today: clock.today() })
  const { identity, emailVerified } = template
  refuse(HolderChangeRefused, [
    ...holderChangeFindings({ same: domain.template === to, identity, emailVerified }),
    ...holderFindings(domain, template),
    ...closedFor('holder-change', facts),
  ])
  const input: HolderChange = { ascii, account: actor.account, template: to, registry: domain.registry }
  const { number } = await startTask(
    trx,
    { kind: holderChangeKind, subject: ascii, account: actor.account, actor, input },
    { clock, random },
  )
  await record(
    { action: 'domain.holder-change-begun', subject: ascii, detail: { from: domain.template, to, task: number } },
    { trx, clock, actor },
  )
  return { number }
}
