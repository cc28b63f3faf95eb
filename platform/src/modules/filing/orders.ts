import type { Selectable } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Tables, Trx } from '../../kernel/database/index.ts'
import { FilingNotFound } from './errors.ts'
import { type FilingState, type FilingStep, hasEnded, isSubmitted, nextFilingState } from './states.ts'

export type OrderRow = Selectable<Tables['filing_order']>

/** One order of the account. @throws FilingNotFound, also for another account's */
export async function ownOrder(trx: Trx, account: string, number: string, { lock = false } = {}): Promise<OrderRow> {
  const query = trx.selectFrom('filing_order').selectAll().where('number', '=', number).where('account', '=', account)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw FilingNotFound()
  return row
}

/** One order, whoever's, locked. @throws FilingNotFound */
export async function lockOrder(trx: Trx, by: { number: string } | { id: string }): Promise<OrderRow> {
  const query = trx.selectFrom('filing_order').selectAll()
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('number', '=', by.number))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw FilingNotFound()
  return row
}

export type EventBy = 'you' | 'we' | 'ministry' | 'bureau' | 'registry'

export async function note(
  order: string,
  kind: string,
  by: EventBy,
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await trx
    .insertInto('filing_event')
    .values({ filing_order: order, at: clock.now(), kind, by, detail: JSON.stringify(detail) })
    .execute()
}

type Changes = Partial<
  Pick<OrderRow, 'attempt' | 'submitted_at' | 'bureau_at' | 'due_at' | 'first_reviewer' | 'by_hand' | 'filing_number'>
>

/**
 * Moves an order that the caller has locked. undefined: that cannot happen to it in its state.
 * @throws RunningOrder from the unique indexes, through `oneRunning`
 */
export async function moveOrder(
  order: Pick<OrderRow, 'id' | 'state'>,
  step: FilingStep,
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
  changes: Changes = {},
): Promise<FilingState | undefined> {
  const state = nextFilingState(order.state, step)
  if (state === undefined) return undefined
  const ended = hasEnded(state)
  await trx
    .updateTable('filing_order')
    .set({
      state,
      changed_at: clock.now(),
      due_at: null,
      claimed_by: null,
      claimed_until: null,
      ...(ended ? { ended_at: clock.now() } : {}),
      ...changes,
    })
    .where('id', '=', order.id)
    .execute()
  await trx
    .updateTable('filing_order_domain')
    .set({ running: !ended, submitted: isSubmitted(state) })
    .where('filing_order', '=', order.id)
    .execute()
  if (state !== 'photo') await letCurtainGo(order.id, trx)
  return state
}

/** Where a curtain goes to is known while the photograph is waited for, and no longer; one that has not left stays here. */
async function letCurtainGo(order: string, trx: Trx): Promise<void> {
  await trx
    .updateTable('filing_check')
    .set((eb) => ({
      address: null,
      // Handed in anew, it is counted anew: our reviewers have looked at it first.
      lost_count: 0,
      ordered_at: eb.case().when('dispatched_at', 'is', null).then(null).else(eb.ref('ordered_at')).end(),
    }))
    .where('filing_order', '=', order)
    .where((eb) => eb.or([eb('ordered_at', 'is not', null), eb('lost_count', '>', 0)]))
    .execute()
}
