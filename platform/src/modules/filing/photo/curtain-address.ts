import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { type DeadlineHandler, setDeadline } from '../../../kernel/deadlines/index.ts'
import { note } from '../orders.ts'
import { tellCheck, tellCurtainSilent } from '../tell.ts'
import { checkOf } from './check-row.ts'

export const curtainAddressOver = 'filing.curtain-address'
/** Days for which an address is kept where nobody says a word; no source sets them. */
const keptMs = 30 * 86_400_000

/** The address of a curtain that is asked for, or has left, goes after its days; each of the two begins them anew. */
export async function limitAddress(number: string, { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>) {
  const opensAt = new Date(clock.now().getTime() + keptMs)
  await setDeadline({ kind: curtainAddressOver, subject: number, opensAt }, { trx, random })
}

/** Destroys an address that outlived its days, on record. A curtain that never left has to be asked for again. */
export const destroyCurtainAddress: DeadlineHandler = async ({ subject }, context) => {
  const { trx, clock } = context
  const order = await trx
    .selectFrom('filing_order')
    .selectAll()
    .where('number', '=', subject)
    .forUpdate()
    .executeTakeFirst()
  const row = order && (await checkOf(trx, order.id, { lock: true }))
  const since = row?.dispatched_at ?? row?.ordered_at
  if (!order || !row?.address || !since || since.getTime() + keptMs > clock.now().getTime()) return
  const left = row.dispatched_at !== null
  await trx
    .updateTable('filing_check')
    .set({ address: null, ...(left ? {} : { ordered_at: null }) })
    .where('id', '=', row.id)
    .execute()
  await note(order.id, 'curtain-address-gone', 'we', context)
  const actor = { kind: 'system', name: 'deadlines' } as const
  const detail = { dispatched: left }
  await record({ action: 'filing.curtain-address-destroyed', subject, detail }, { trx, clock, actor })
  if (left) return tellCurtainSilent(order, context)
  await trx
    .updateTable('filing_order')
    .set({ due_at: null, changed_at: clock.now() })
    .where('id', '=', order.id)
    .execute()
  await tellCheck(order, context)
}
