import { record } from '../../../kernel/audit/index.ts'
import { chinaDay } from '../../../kernel/clock/index.ts'
import { EntryDay, EntryMovedOn } from '../errors.ts'
import { note } from '../orders.ts'
import { mustBeFree, type Reviewing, strangersOrder } from '../review/review-duties.ts'
import { reachBureau } from '../sms/reach-bureau.ts'
import { type HandEntry, lockEntry } from './hand-entry.ts'

export interface HandedIn {
  /** YYYY-MM-DD. */
  readonly on: string
  /** The bureau's own number for it, where it gave one. */
  readonly receipt?: string | undefined
  readonly note?: string | undefined
}

/**
 * An operator has entered the order at the bureau's own site: it is the principals' turn, or the bureau's.
 * @throws FilingNotFound, OwnOrder, EntryMovedOn, ClaimedByOther, EntryDay
 */
export async function handIn(
  number: string,
  { on, receipt, note: words }: HandedIn,
  context: Reviewing,
): Promise<void> {
  const { trx, clock, actor } = context
  const order = await strangersOrder(number, context)
  if (order.state !== 'by-hand') throw EntryMovedOn()
  mustBeFree(order, context)
  const entry: HandEntry = await lockEntry(trx, order)
  if (on > clock.today() || on < chinaDay(entry.made_at)) throw EntryDay()
  await trx
    .updateTable('filing_hand_entry')
    .set({
      handed_in_on: on,
      receipt: receipt ?? null,
      note: words ?? null,
      handed_in_at: clock.now(),
      handed_in_by: actor.user,
    })
    .where('filing_order', '=', order.id)
    .where('attempt', '=', order.attempt)
    .execute()
  await note(order.id, 'handed-in', 'we', context, { on, ...(receipt !== undefined && { receipt }) })
  await record({ action: 'filing.entry-handed-in', subject: number, detail: { on } }, { trx, clock, actor })
  await reachBureau(order, context)
}
