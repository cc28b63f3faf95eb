import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { eventStream, freeRoute, route } from '../../../kernel/http/index.ts'
import { taskByNumber } from '../../../kernel/tasks/index.ts'
import { cancelOrder } from '../commands/close-order.ts'
import { OrderNotFound } from '../errors.ts'
import { orderAnswer } from '../order-answer.ts'
import type { OrderChanges } from '../order-changes.ts'
import { onePage, orderNumber } from '../order-params.ts'
import { presentOrder } from '../presenter.ts'
import { findOrder, listOrders } from '../queries.ts'

export interface WatchRoutesDeps {
  readonly changes: OrderChanges
}

/** Orders that were placed, and what becomes of them; an unpaid one can be given up. */
export function watchRoutes(app: FastifyInstance, { changes }: WatchRoutesDeps): void {
  route(
    app,
    {
      method: 'GET',
      url: 'orders',
      summary: 'Orders, the latest first, one page at a time',
      tag: 'orders',
      who: 'customer',
      perMinute: 120,
      query: onePage,
      answers: { 200: z.object({ orders: z.array(orderAnswer), next: z.string().nullable() }) },
    },
    async ({ actor, query }, { trx }) => {
      const { orders, next } = await listOrders(trx, { account: actor.account, ...query })
      return { orders: orders.map(presentOrder), next }
    },
  )
  route(
    app,
    {
      method: 'POST',
      url: 'orders/:number/cancel',
      summary: 'Give an unpaid order up',
      tag: 'orders',
      who: 'customer',
      perMinute: 60,
      params: orderNumber,
      answers: { 200: orderAnswer },
    },
    async ({ actor, params }, context) => {
      await cancelOrder({ account: actor.account, number: params.number }, context)
      return presentOrder(await findOrder(context.trx, { account: actor.account, number: params.number }))
    },
  )
  freeRoute(
    app,
    {
      method: 'GET',
      url: 'orders/:number',
      summary: 'One order; as text/event-stream it is told at each change',
      tag: 'orders',
      who: 'customer',
      perMinute: 600,
      params: orderNumber,
      answers: { 200: orderAnswer },
    },
    async ({ actor, params, request, reply }) => {
      const { db } = app.services
      const key = { account: actor.account, number: params.number }
      const first = presentOrder(await findOrder(db, key))
      if (!(request.headers.accept ?? '').includes('text/event-stream')) return first
      const ended = (state: string) => !['awaiting-payment', 'processing'].includes(state)
      return eventStream(reply, async ({ send, gone }) => {
        let told = ''
        for (let order = first; !gone.aborted; order = presentOrder(await findOrder(db, key))) {
          const text = JSON.stringify(order)
          if (text !== told) send('order', order)
          told = text
          if (ended(order.state)) break
          await changes.next(2_000, gone)
          // A large order changes hundreds of times a second; four looks a second are as live as eyes are.
          if (!gone.aborted) await delay(250)
        }
      })
    },
  )
  freeRoute(
    app,
    {
      method: 'GET',
      url: 'tasks/:number',
      summary: 'One task with its steps',
      tag: 'orders',
      who: 'customer',
      perMinute: 240,
      params: orderNumber,
      answers: {
        200: z.object({
          number: z.string(),
          kind: z.string(),
          state: z.string(),
          subject: z.string(),
          steps: z.array(z.object({ name: z.string(), phase: z.string(), at: z.string() })),
          waitingFor: z.string().nullable(),
        }),
      },
    },
    async ({ actor, params }) => {
      const found = await taskByNumber(app.services.db, { number: params.number, account: actor.account })
      if (!found) throw OrderNotFound()
      const { task, steps, waitingFor } = found
      return {
        number: task.number,
        kind: task.kind,
        state: task.state,
        subject: task.subject,
        steps: steps.map(({ name, phase, finished_at }) => ({ name, phase, at: finished_at.toISOString() })),
        waitingFor: waitingFor ? `${waitingFor.party}: ${waitingFor.step}` : null,
      }
    },
  )
}
