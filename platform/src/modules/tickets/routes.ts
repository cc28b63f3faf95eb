import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../kernel/http/index.ts'
import { type ReviewDeps, typedAscii } from '../domains/index.ts'
import { openTicket } from './commands/open-ticket.ts'
import { closeTicket, writeMessage } from './commands/write-message.ts'
import { ticketQueue, ticketsOf, ticketView } from './queries.ts'

const row = z.object({
  number: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'answered', 'closed']),
  turn: z.enum(['you', 'we']).nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
})
const view = row.extend({
  attached: z.object({
    failures: z.int(),
    template: z.string(),
    holderType: z.enum(['person', 'organisation']),
    identity: z.string(),
    axes: z
      .array(
        z.object({
          axis: z.string(),
          state: z.string(),
          detail: textSchema,
          heard: z.string().nullable(),
          remark: z.string().nullable(),
          reasons: z.array(z.object({ id: z.string(), cause: textSchema, remedy: textSchema })).readonly(),
        }),
      )
      .readonly(),
    cases: z
      .array(
        z.object({
          number: z.string(),
          attempt: z.int(),
          state: z.string(),
          submittedAt: z.string(),
          remark: z.string().nullable(),
          heard: z.string().nullable(),
        }),
      )
      .readonly(),
    heldSince: z.string().nullable(),
    dutyBy: z.string().nullable(),
  }),
  messages: z.array(z.object({ at: z.string(), by: z.enum(['customer', 'staff']), text: z.string() })).readonly(),
})
const byNumber = z.strictObject({ number: z.string().regex(/^GD-\d{5,12}$/) })
const words = z.string().trim().min(1).max(4_000)
const message = z.strictObject({ text: words })
const tag = 'tickets'

/** Tickets of customers: opened for a name after repeated failure, written to, closed (S4-35). */
export function ticketRoutes(deps: ReviewDeps) {
  return (app: FastifyInstance): void => {
    const common = { tag, who: 'customer', perMinute: 60 } as const
    route(
      app,
      {
        ...common,
        perMinute: 20,
        method: 'POST',
        url: 'tickets',
        summary: 'Hand a name whose verification failed repeatedly to a person, with everything attached',
        body: z.strictObject({ domain: z.string().min(3).max(260), text: words }),
        answers: { 201: z.object({ number: z.string() }) },
      },
      async ({ actor, body }, context) =>
        openTicket({ ascii: typedAscii(body.domain), text: body.text }, deps, { ...context, actor }),
    )
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'tickets',
        summary: 'My tickets, the newest first',
        answers: { 200: z.object({ tickets: z.array(row) }) },
      },
      async ({ actor }, { trx }) => ({ tickets: await ticketsOf(trx, actor.account) }),
    )
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'tickets/:number',
        summary: 'One ticket, with what was said',
        params: byNumber,
        answers: { 200: view },
      },
      async ({ actor, params }, { trx }) => ticketView(trx, params.number, actor.account),
    )
    route(
      app,
      {
        ...common,
        perMinute: 20,
        method: 'POST',
        url: 'tickets/:number/messages',
        summary: 'Write more',
        params: byNumber,
        body: message,
        answers: { 200: view },
      },
      async ({ actor, params, body }, context) => {
        await writeMessage({ number: params.number, by: 'customer', text: body.text }, { ...context, actor })
        return ticketView(context.trx, params.number, actor.account)
      },
    )
    route(
      app,
      {
        ...common,
        method: 'POST',
        url: 'tickets/:number/close',
        summary: 'It is settled',
        params: byNumber,
        answers: { 200: view },
      },
      async ({ actor, params }, context) => {
        await closeTicket(params.number, { ...context, actor })
        return ticketView(context.trx, params.number, actor.account)
      },
    )
    staffRoutes(app)
  }
}

function staffRoutes(app: FastifyInstance): void {
  const common = { tag, who: 'operator', role: 'support', perMinute: 120 } as const
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'operator/tickets',
      summary: 'Tickets that wait for us, the most urgent first; or those that wait for customers',
      query: z.strictObject({ state: z.enum(['waiting', 'answered']).optional() }),
      answers: { 200: z.object({ tickets: z.array(row) }) },
    },
    async ({ query }, { trx }) => ({ tickets: await ticketQueue(trx, query.state ?? 'waiting') }),
  )
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'operator/tickets/:number',
      summary: 'One ticket with everything that was attached',
      params: byNumber,
      answers: { 200: view },
    },
    async ({ params }, { trx }) => ticketView(trx, params.number, undefined),
  )
  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'operator/tickets/:number/messages',
      summary: 'Answer the customer',
      params: byNumber,
      body: message,
      answers: { 200: view },
    },
    async ({ actor, params, body }, context) => {
      await writeMessage({ number: params.number, by: 'staff', text: body.text }, { ...context, actor })
      return ticketView(context.trx, params.number, undefined)
    },
  )
  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'operator/tickets/:number/close',
      summary: 'It is settled',
      params: byNumber,
      answers: { 200: view },
    },
    async ({ actor, params }, context) => {
      await closeTicket(params.number, { ...context, actor })
      return ticketView(context.trx, params.number, undefined)
    },
  )
}
