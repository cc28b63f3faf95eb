import type { Selectable } from 'kysely'
import type { Db, Tables, Trx } from '../../kernel/database/index.ts'
import { decodeCursor, encodeCursor } from '../../kernel/http/index.ts'
import { OrderNotFound } from './errors.ts'
import type { ChannelMethod } from './states.ts'

export type OrderRow = Selectable<Tables['orders']>
export type OrderLineRow = Selectable<Tables['order_line']>

/** One order of the account, its row locked. @throws OrderNotFound, also for another account's */
export async function lockOrder(trx: Trx, { account, number }: { account: string; number: string }): Promise<OrderRow> {
  const order = await trx
    .selectFrom('orders')
    .selectAll()
    .where('number', '=', number)
    .where('account', '=', account)
    .forUpdate()
    .executeTakeFirst()
  if (!order) throw OrderNotFound()
  return order
}

interface LateMoney {
  readonly fen: number
  readonly at: Date | null
}

export interface OtherAmount {
  readonly method: ChannelMethod
  readonly dueFen: number
  readonly receivedFen: number
  readonly at: Date | null
}

export interface WholeOrder {
  readonly order: OrderRow
  readonly lines: readonly (OrderLineRow & { readonly task_state: string | null })[]
  /** What was paid after it was closed, or once more after it was paid: it is on the balance. */
  readonly late: LateMoney | undefined
  /** Trades that were paid with another amount than the order asks: each is on the balance. */
  readonly otherAmounts: readonly OtherAmount[]
}

/** An order with its lines and the state of each line's task. @throws OrderNotFound */
export async function findOrder(
  db: Db | Trx,
  { account, number }: { account: string; number: string },
): Promise<WholeOrder> {
  const order = await db
    .selectFrom('orders')
    .selectAll()
    .where('number', '=', number)
    .where('account', '=', account)
    .executeTakeFirst()
  if (!order) throw OrderNotFound()
  const late = await lateMoney(db, [order])
  const otherAmounts = await otherAmountsOf(db, [order.id])
  return {
    order,
    lines: await linesOf(db, [order.id]),
    late: late.get(order.id),
    otherAmounts: otherAmounts.get(order.id) ?? [],
  }
}

/** Ids of the lines that have a discount. */
export function discounted(lines: readonly Pick<OrderLineRow, 'id' | 'promotion'>[]): string[] {
  return lines.flatMap(({ id, promotion }) => (promotion === null ? [] : [id]))
}

/** The same of an order. */
export async function discountedOf(trx: Trx, order: string): Promise<string[]> {
  return discounted(
    await trx.selectFrom('order_line').select(['id', 'promotion']).where('order_id', '=', order).execute(),
  )
}

/** One page of the account's orders, newest first, by keyset. */
export async function listOrders(
  db: Db | Trx,
  { account, cursor, limit }: { account: string; cursor?: string | undefined; limit: number },
): Promise<{ orders: WholeOrder[]; next: string | null }> {
  const [at, number = ''] = decodeCursor(cursor, ['instant', 'text']) ?? []
  const before = at === undefined ? undefined : new Date(at)
  const found = await db
    .selectFrom('orders')
    .selectAll()
    .where('account', '=', account)
    .$if(before !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('created_at', 'number'), '<', tuple(before ?? new Date(0), number)),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  const orders = found.slice(0, limit)
  const last = orders.at(-1)
  const ids = orders.map(({ id }) => id)
  const lines = Map.groupBy(await linesOf(db, ids), ({ order_id }) => order_id)
  const late = await lateMoney(db, orders)
  const otherAmounts = await otherAmountsOf(db, ids)
  return {
    orders: orders.map((order) => ({
      order,
      lines: lines.get(order.id) ?? [],
      late: late.get(order.id),
      otherAmounts: otherAmounts.get(order.id) ?? [],
    })),
    next: found.length > limit && last ? encodeCursor([last.created_at.toISOString(), last.number]) : null,
  }
}

/** What came through the channel for orders that did not need it any more: closed by then, or paid already. */
async function lateMoney(db: Db | Trx, orders: readonly OrderRow[]): Promise<ReadonlyMap<string, LateMoney>> {
  const ended = orders.filter(({ state }) => state !== 'awaiting-payment' && state !== 'processing')
  if (ended.length === 0) return new Map()
  const paid = await db
    .selectFrom('payment')
    .select(['order_id', (eb) => eb.fn.sum<string>('fen').as('fen'), (eb) => eb.fn.max('paid_at').as('at')])
    .where(
      'order_id',
      'in',
      ended.map(({ id }) => id),
    )
    .where('state', '=', 'paid')
    .groupBy('order_id')
    .execute()
  const came = new Map(paid.map(({ order_id, fen, at }) => [order_id, { fen: Number(fen), at }]))
  return new Map(
    ended.flatMap(({ id, paid_at, method, total_fen }) => {
      const { fen = 0, at = null } = came.get(id) ?? {}
      const late = fen - (paid_at !== null && method !== 'balance' ? total_fen : 0)
      return late > 0 ? [[id, { fen: late, at }] as const] : []
    }),
  )
}

/** Trades that were paid with another amount, by the order, in the order in which they came. */
async function otherAmountsOf(
  db: Db | Trx,
  orders: readonly string[],
): Promise<ReadonlyMap<string | null, readonly OtherAmount[]>> {
  if (orders.length === 0) return new Map()
  const rows = await db
    .selectFrom('payment')
    .select(['order_id', 'method', 'fen as dueFen', 'received_fen', 'paid_at as at'])
    .where('order_id', 'in', orders)
    .where('state', '=', 'other-amount')
    .orderBy('paid_at')
    .execute()
  const came = rows.map(({ received_fen, ...row }) => ({ ...row, receivedFen: received_fen ?? 0 }))
  return Map.groupBy(came, ({ order_id }) => order_id)
}

/** How the trades behind postings to the ledger were paid, by the posting's key. */
export async function methodsOf(db: Db | Trx, keys: readonly string[]): Promise<ReadonlyMap<string, ChannelMethod>> {
  const trades = keys.flatMap((key) => /^payment\/(.+)$/.exec(key)?.[1] ?? [])
  if (trades.length === 0) return new Map()
  const found = await db
    .selectFrom('payment')
    .select(['out_trade_no', 'method'])
    .where('out_trade_no', 'in', trades)
    .execute()
  return new Map(found.map(({ out_trade_no, method }) => [`payment/${out_trade_no}`, method]))
}

async function linesOf(db: Db | Trx, orders: readonly string[]) {
  if (orders.length === 0) return []
  return db
    .selectFrom('order_line')
    .leftJoin('task', 'task.number', 'order_line.task')
    .selectAll('order_line')
    .select('task.state as task_state')
    .where('order_line.order_id', 'in', orders)
    .orderBy('order_line.position')
    .execute()
}

/** Whether nothing of the account was ever paid and kept: what was given back whole is no first order yet. */
export async function isFirstOrder(db: Db | Trx, account: string): Promise<boolean> {
  const kept = await db
    .selectFrom('orders')
    .innerJoin('order_line', 'order_line.order_id', 'orders.id')
    .select('order_line.id')
    .where('orders.account', '=', account)
    .where('orders.paid_at', 'is not', null)
    .where('order_line.state', '<>', 'refunded')
    .limit(1)
    .executeTakeFirst()
  return kept === undefined
}
