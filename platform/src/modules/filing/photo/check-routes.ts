import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { byNumber } from '../schemas.ts'
import { chooseWay } from './choose-way.ts'
import {
  allowCurtain,
  curtainAddress,
  curtainArrived,
  curtainLost,
  curtainsLost,
  curtainsToSend,
  curtainToSend,
  dispatchBody,
  dispatchCurtain,
  orderCurtain,
} from './curtain.ts'

const customers = { tag: 'filing', who: 'customer', perMinute: 30 } as const
const dispatchers = { tag: 'filing', who: 'operator', role: 'reviewer', perMinute: 120 } as const

/** The way of the check of the principal, and the curtain's journey (S3-58…S3-62). */
export function filingCheckRoutes({ vault }: { vault: Vault }) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...customers,
        method: 'PUT',
        url: 'filings/:number/check',
        summary: 'Choose how the principal is verified, where the province takes more than one way',
        params: byNumber,
        body: z.strictObject({ way: z.enum(['face', 'app-photo', 'curtain', 'bureau-app']) }),
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ actor, params, body }, context) => {
        await chooseWay(params.number, body.way, { ...context, account: actor.account })
        return { number: params.number }
      },
    )
    route(
      app,
      {
        ...customers,
        method: 'POST',
        url: 'filings/:number/curtain',
        summary: 'Ask for the curtain, free of charge: where it is sent to, in mainland China',
        params: byNumber,
        body: curtainAddress,
        answers: { 201: z.object({ number: z.string(), dueAt: z.string() }) },
      },
      async ({ actor, params, body }, context) => {
        const { dueAt } = await orderCurtain(params.number, body, { ...context, account: actor.account, vault })
        return { number: params.number, dueAt: dueAt.toISOString() }
      },
    )
    route(
      app,
      {
        ...customers,
        method: 'POST',
        url: 'filings/:number/curtain/arrival',
        summary: 'The curtain has arrived; its address is destroyed',
        params: byNumber,
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ actor, params }, context) => {
        await curtainArrived(params.number, { ...context, account: actor.account })
        return { number: params.number }
      },
    )
    route(
      app,
      {
        ...customers,
        method: 'POST',
        url: 'filings/:number/curtain/loss',
        summary: 'The curtain did not come; ask for another one, or choose another way',
        params: byNumber,
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ actor, params }, context) => {
        await curtainLost(params.number, { ...context, account: actor.account })
        return { number: params.number }
      },
    )
    dispatchRoutes(app, vault)
  }
}

function dispatchRoutes(app: FastifyInstance, vault: Vault): void {
  route(
    app,
    {
      ...dispatchers,
      method: 'GET',
      url: 'filing-curtains',
      summary: 'Curtains that wait to be sent, the longest waiting first',
      answers: {
        200: z.object({
          curtains: z.array(
            z.object({
              number: z.string(),
              title: z.string(),
              orderedAt: z.string(),
              dueAt: z.string().nullable(),
              late: z.boolean(),
            }),
          ),
          /** Orders whose curtains did not come: our people speak with the applicant first. */
          lost: z.array(
            z.object({
              number: z.string(),
              title: z.string(),
              times: z.int(),
              dueAt: z.string().nullable(),
              late: z.boolean(),
            }),
          ),
        }),
      },
    },
    async (_, { trx, clock }) => {
      const now = clock.now()
      const rows = await curtainsToSend(trx, { limit: 200 })
      const lost = await curtainsLost(trx, { limit: 200 })
      return {
        lost: lost.map(({ number, title, lost_count: times, due_at: due }) => ({
          number,
          title,
          times,
          dueAt: due?.toISOString() ?? null,
          late: due !== null && due < now,
        })),
        curtains: rows.map(({ number, title, ordered_at: at, due_at: due }) => ({
          number,
          title,
          orderedAt: (at ?? now).toISOString(),
          dueAt: due?.toISOString() ?? null,
          late: due !== null && due < now,
        })),
      }
    },
  )
  route(
    app,
    {
      ...dispatchers,
      method: 'GET',
      url: 'filing-curtains/:number',
      summary: 'Where one curtain is sent to; the look is on record',
      params: byNumber,
      answers: { 200: curtainAddress },
    },
    async ({ params, actor }, context) => curtainToSend(params.number, { ...context, actor, vault }),
  )
  route(
    app,
    {
      ...dispatchers,
      method: 'POST',
      url: 'filing-curtains/:number/allowance',
      summary: 'Let somebody whose curtains did not come ask for one more, after a word with them',
      params: byNumber,
      answers: { 204: z.null() },
    },
    async ({ params, actor }, context) => {
      await allowCurtain(params.number, { ...context, actor })
      return undefined
    },
  )
  route(
    app,
    {
      ...dispatchers,
      method: 'POST',
      url: 'filing-curtains/:number/dispatch',
      summary: 'A curtain has left with a carrier, under its tracking number',
      params: byNumber,
      body: dispatchBody,
      answers: { 204: z.null() },
    },
    async ({ params, body, actor }, context) => {
      await dispatchCurtain(params.number, body, { ...context, actor })
      return undefined
    },
  )
}
