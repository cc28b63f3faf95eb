import type { Selectable } from 'kysely'
import type { Db, Tables, Trx } from '../../kernel/database/index.ts'
import { OrderNotFound } from './errors.ts'

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

export interface WholeOrder {
  readonly order: OrderRow
  readonly lines: readonly (OrderLineRow & { readonly task_state: string | null })[]
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
  return { order, lines: await linesOf(db, [order.id]) }
}

/** The account's latest orders, newest first. */
export async function listOrders(db: Db | Trx, account: string, limit: number): Promise<WholeOrder[]> {
  const orders = await db
    .selectFrom('orders')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  const lines = await linesOf(
    db,
    orders.map(({ id }) => id),
  )
  return orders.map((order) => ({ order, lines: lines.filter(({ order_id }) => order_id === order.id) }))
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

/** Whether the account has never paid an order before: a first-order promotion applies to it. */
export async function isFirstOrder(db: Db | Trx, account: string): Promise<boolean> {
  const paid = await db
    .selectFrom('orders')
    .select('id')
    .where('account', '=', account)
    .where('paid_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return paid === undefined
}
