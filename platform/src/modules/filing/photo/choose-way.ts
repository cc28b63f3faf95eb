import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { closing } from '../course.ts'
import { NoPhotoWanted, WayNotOpen } from '../errors.ts'
import { note, type OrderRow, ownOrder } from '../orders.ts'
import { type CheckRow, type CheckWay, checkOf, isLostOften, stageOf, waysHere } from './check-row.ts'

const talkWorkingDays = 1

export type Owning = Pick<Context, 'trx' | 'clock' | 'random'> & { readonly account: string }

/** An order whose principal is to be verified, locked, with where that stands. @throws FilingNotFound, NoPhotoWanted */
export async function orderAtCheck(number: string, { trx, clock, account }: Owning) {
  const order = await ownOrder(trx, account, number, { lock: true })
  if (order.state !== 'photo') throw NoPhotoWanted()
  const row = await checkOf(trx, order.id, { lock: true })
  const ways = waysHere(order, clock.today())
  return { order, row, ways, stage: stageOf(order, row, ways) }
}

/** Where a province takes more than one way, its owner chooses. @throws FilingNotFound, NoPhotoWanted, WayNotOpen */
export async function chooseWay(number: string, way: CheckWay, context: Owning): Promise<void> {
  const { order, row, ways, stage } = await orderAtCheck(number, context)
  // A curtain that is asked for is on its way; a photograph that was handed in is looked at.
  const open =
    stage === 'choose' || stage === 'address' || stage === 'lost-often' || (stage === 'take' && !row?.ordered_at)
  if (!open || !ways.includes(way)) throw WayNotOpen()
  const kept = await keepWay(order, way, context)
  // Lost curtains are ours to see to, another way is its owner's to go.
  const due_at = isLostOften(kept) ? talkDue(context) : null
  await context.trx.updateTable('filing_order').set({ due_at }).where('id', '=', order.id).execute()
}

/** Until when our people speak with somebody whose curtains do not come. */
export function talkDue({ clock }: Pick<Owning, 'clock'>): Date {
  return closing(workingDayAfter(clock.today(), talkWorkingDays).day)
}

export async function keepWay(
  order: Pick<OrderRow, 'id'>,
  way: CheckWay,
  { trx, clock, random }: Pick<Owning, 'trx' | 'clock' | 'random'>,
): Promise<CheckRow> {
  const kept = await trx
    .insertInto('filing_check')
    .values({ id: random.uuid(), filing_order: order.id, way })
    .onConflict((conflict) => conflict.column('filing_order').doUpdateSet({ way }))
    .returningAll()
    .executeTakeFirstOrThrow()
  await note(order.id, 'check-way', 'you', { trx, clock }, { way })
  return kept
}
