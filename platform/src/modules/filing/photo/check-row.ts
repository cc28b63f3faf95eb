import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../../kernel/database/index.ts'
import { photoWays } from '../checks-ahead.ts'
import type { OrderRow } from '../orders.ts'

export type CheckRow = Selectable<Tables['filing_check']>
export type CheckWay = CheckRow['way']

/**
 * Where the check of the principal stands. `choose`: more than one way is open. `address`, `ordered`, `on-its-way`: the
 * curtain. `lost-often`: it did not come more than once, and our people see to it. `take`: the photograph is to be taken. `bureau-app`: it is done in the App of the bureau, which we cannot see.
 * `looked-at`: it is with our reviewers. `not-here`: the province wants a way that this platform has not.
 */
export const checkStages = [
  'choose',
  'address',
  'ordered',
  'on-its-way',
  'lost-often',
  'take',
  'bureau-app',
  'looked-at',
  'not-here',
] as const
export type CheckStage = (typeof checkStages)[number]

/** Ways that can be gone here: a video cannot. */
const here: ReadonlySet<string> = new Set<CheckWay>(['face', 'app-photo', 'curtain', 'bureau-app'])

export function waysHere(order: Pick<OrderRow, 'type' | 'province'>, day: string): readonly CheckWay[] {
  return photoWays(order.type, order.province, day).filter((way) => here.has(way))
}

export async function checkOf(trx: Trx, order: string, { lock = false } = {}): Promise<CheckRow | undefined> {
  const query = trx.selectFrom('filing_check').selectAll().where('filing_order', '=', order)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The way that was chosen, or the only one there is. */
export function wayOf(row: CheckRow | undefined, ways: readonly CheckWay[]): CheckWay | undefined {
  // What was chosen under the rules of another day may not be a way any more.
  if (row && ways.includes(row.way)) return row.way
  return ways.length === 1 ? ways[0] : undefined
}

/** The curtain waits for us to send it. */
export function toDispatch(row: CheckRow | undefined): boolean {
  return row !== undefined && row.ordered_at !== null && row.dispatched_at === null
}

/** After so many curtains that did not come, no other one leaves before our people have spoken with the applicant. */
export const mostLost = 2

/** Curtain after curtain was lost: what is next is ours to say. */
export function isLostOften(row: CheckRow | undefined): boolean {
  return row !== undefined && row.way === 'curtain' && row.ordered_at === null && row.lost_count >= mostLost
}

export function stageOf(
  order: Pick<OrderRow, 'due_at'>,
  row: CheckRow | undefined,
  ways: readonly CheckWay[],
): CheckStage {
  if (toDispatch(row)) return 'ordered'
  if (isLostOften(row)) return 'lost-often'
  if (order.due_at !== null) return 'looked-at'
  const way = wayOf(row, ways)
  if (way === undefined) return ways.length === 0 ? 'not-here' : 'choose'
  if (way === 'bureau-app') return 'bureau-app'
  if (way !== 'curtain') return 'take'
  if (!row?.ordered_at) return 'address'
  return row.arrived_at ? 'take' : 'on-its-way'
}

/** The check of an order as its owner is shown it; null while it is not at that step. */
export async function checkView(trx: Trx, order: OrderRow, day: string) {
  if (order.state !== 'photo') return null
  const row = await checkOf(trx, order.id)
  const ways = waysHere(order, day)
  return {
    ways: [...ways],
    way: wayOf(row, ways) ?? null,
    stage: stageOf(order, row, ways),
    curtain: row?.ordered_at
      ? {
          orderedAt: row.ordered_at.toISOString(),
          carrier: row.carrier,
          tracking: row.tracking,
          dispatchedAt: row.dispatched_at?.toISOString() ?? null,
          arrivedAt: row.arrived_at?.toISOString() ?? null,
        }
      : null,
  }
}
