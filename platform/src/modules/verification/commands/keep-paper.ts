import type { CheckedPaper } from '@yuming/papers'
import { record } from '../../../kernel/audit/index.ts'
import { addDays } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { lockTemplate } from '../../registrants/index.ts'
import { scheduleDraftDuty } from '../draft-duty.ts'
import { PaperNotNeeded, PaperRefused, UnderReview } from '../errors.ts'
import { underReview } from '../open-cases.ts'
import { enhancedKinds, type PaperKind } from '../paper-kinds.ts'
import { retention } from '../retention.ts'
import { mustHaveConsent } from './give-consent.ts'

export const paperPurpose = 'identity.paper'

export interface NewPaper {
  readonly template: string
  readonly kind: PaperKind
  readonly via: 'computer' | 'phone'
  readonly checked: CheckedPaper
  /** The A-label name whose qualification it proves, or that an enhanced check is about. */
  readonly forName?: string
}

/** What a paper that is handed in for a name is about. */
function axisOf(kind: PaperKind): 'qualification' | 'enhanced' {
  return enhancedKinds.some((one) => one === kind) ? 'enhanced' : 'qualification'
}

export interface KeptPaper {
  readonly id: string
  readonly kind: PaperKind
}

/**
 * Seals a photograph that was found good, in place of an earlier one of its kind.
 * @throws templateNotFound, ConsentNeeded, UnderReview, PaperNotNeeded, PaperRefused (findings)
 */
export async function keepPaper(
  { template, kind, via, checked, forName }: NewPaper,
  {
    trx,
    clock,
    random,
    actor,
    vault,
  }: Context & { actor: Pick<CustomerActor, 'account'> & Context['actor']; vault: Vault },
): Promise<KeptPaper> {
  const { identity } = await lockTemplate(trx, { account: actor.account, id: template })
  await mustHaveConsent(trx, actor.account)
  if (
    forName === undefined ? identity === 'reviewing' : await underReview(trx, { template, forName, axis: axisOf(kind) })
  )
    throw UnderReview()
  // A name may need its holder's other papers (资质); the holder's own are not taken twice.
  if (forName === undefined && identity === 'verified') throw PaperNotNeeded()
  const refusals = checked.findings.filter(({ severity }) => severity === 'refuse')
  refuse(PaperRefused, refusals)
  if (!checked.clean) throw PaperRefused()
  const { bytes, width, height } = checked.clean
  const now = clock.now()
  const replaced = await trx
    .updateTable('identity_paper')
    .set({ removed_at: now })
    .where('template', '=', template)
    .where('kind', '=', kind)
    .where('for_name', forName === undefined ? 'is' : '=', forName ?? null)
    .where('removed_at', 'is', null)
    .returning('item')
    .execute()
  // A photograph in whose place another comes is kept no longer than one that was taken back.
  for (const { item } of replaced) await vault.keepUntil(trx, item, clock.today(), 'taken-back')
  const id = random.uuid()
  const item = await vault.seal(trx, Buffer.from(bytes), {
    purpose: paperPurpose,
    until: addDays(clock.today(), retention.draftDays),
    account: actor.account,
    kind,
  })
  await trx
    .insertInto('identity_paper')
    .values({
      id,
      account: actor.account,
      template,
      kind,
      item,
      width,
      height,
      bytes: bytes.length,
      findings: JSON.stringify(checked.findings),
      via,
      uploaded_at: now,
      removed_at: null,
      for_name: forName ?? null,
    })
    .execute()
  if (forName === undefined) await scheduleDraftDuty(template, { trx, clock, random })
  await record(
    { action: 'paper.kept', subject: id, detail: { template, kind, via, ...(forName && { forName }) } },
    { trx, clock, actor },
  )
  return { id, kind }
}
