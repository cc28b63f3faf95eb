import type { PaperKind } from '@yuming/filing'
import { record } from '../../../kernel/audit/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { EntryMovedOn, PaperNotFound } from '../errors.ts'
import { paperPurpose } from '../papers/keep-paper.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'
import { mustBeFree, type Reviewing, strangersOrder } from '../review/review-duties.ts'

/**
 * A paper without a mark across it, for whoever uploads it at the bureau's site: only while it is to be entered.
 * @throws FilingNotFound, OwnOrder, EntryMovedOn, ClaimedByOther, PaperNotFound
 */
export async function takePaper(
  { number, paper }: { readonly number: string; readonly paper: string },
  context: Reviewing,
  { vault }: { vault: Vault },
): Promise<{ readonly picture: Buffer; readonly kind: PaperKind }> {
  const { trx, clock, actor } = context
  const order = await strangersOrder(number, context)
  if (order.state !== 'by-hand') throw EntryMovedOn()
  mustBeFree(order, context)
  const found = (await papersOfOrder(trx, order.id)).find(({ id }) => id === paper)
  if (!found) throw PaperNotFound()
  await record({ action: 'filing.paper-taken', subject: paper, detail: { filing: number } }, { trx, clock, actor })
  return { picture: await vault.open(trx, found.item, paperPurpose), kind: found.kind }
}
