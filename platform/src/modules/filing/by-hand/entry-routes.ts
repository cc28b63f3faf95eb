import { bringsService, serviceKinds } from '@yuming/filing'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../../kernel/audit/index.ts'
import { freeRoute, route } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { openDraft } from '../draft/draft-box.ts'
import { draftBody } from '../draft/draft-schemas.ts'
import { FilingNotFound } from '../errors.ts'
import { lockOrder } from '../orders.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'
import type { Bureaus } from '../ports.ts'
import { sentShape, shownWhole } from '../preview/preview-route.ts'
import { listedOrder } from '../queries.ts'
import type { Reviewing } from '../review/review-duties.ts'
import { byNumber, listed, paper } from '../schemas.ts'
import { outgoingOf } from '../submission/outgoing.ts'
import { carried } from './by-hand.ts'
import { entryQueue } from './entry-queue.ts'
import { entryOf } from './hand-entry.ts'
import { handIn } from './hand-in.ts'
import { settleEntry } from './settle-entry.ts'
import { takePaper } from './take-paper.ts'

const operators = { tag: 'filing', who: 'operator', role: 'reviewer', perMinute: 120 } as const

const handedIn = z.object({ on: z.string(), receipt: z.string().nullable() }).nullable()
const kinds = z.array(z.enum(carried))
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)

const handInBody = z
  .strictObject({
    on: z.iso.date().describe('Day on which it was entered at the bureau’s site'),
    receipt: line.optional().describe('The bureau’s own number for it'),
    note: line.optional().describe('What else is known, where the bureau gave no number'),
  })
  .refine(({ receipt, note }) => receipt !== undefined || note !== undefined, {
    path: ['receipt'],
    message: 'a receipt number or a note is needed',
  })

const outcomeBody = z.discriminatedUnion('passed', [
  z.strictObject({
    passed: z.literal(true),
    /** One for each service of an order that brings services; none for a change or a cancellation. */
    numbers: z
      .array(z.strictObject({ service: z.string().regex(/^\d{1,18}$/), number: z.string().trim().min(1).max(60) }))
      .max(50)
      .default([])
      .meta({ examples: [[{ service: '12', number: '京ICP备12345678号-1A' }]] }),
  }),
  z.strictObject({
    passed: z.literal(false),
    words: z.string().trim().min(1).max(1_000).describe('The bureau’s opinion, in its own words'),
    reasons: z
      .array(z.string().regex(/^[\w.-]{1,60}$/))
      .max(20)
      .default([]),
  }),
])

export interface EntryRoutesDeps {
  readonly vault: Vault
  readonly bureaus: Bureaus
}

/** What the interface of a bureau cannot carry is entered at its own site by an operator: the queue, all to copy, and what came of it. */
export function filingEntryRoutes(deps: EntryRoutesDeps) {
  return (app: FastifyInstance): void => {
    readRoutes(app, deps)
    doneRoutes(app, deps)
  }
}

function readRoutes(app: FastifyInstance, { vault, bureaus }: EntryRoutesDeps): void {
  route(
    app,
    {
      ...operators,
      method: 'GET',
      url: 'filing-entries',
      summary: 'Orders to enter at the bureau’s own site, or whose answer is to be read there, the most urgent first',
      query: z.strictObject({ cursor: z.string().max(300).optional() }),
      answers: {
        200: z.object({
          entries: z.array(listed.extend({ kinds, handedIn, claimedBy: z.string().nullable(), late: z.boolean() })),
          next: z.string().nullable(),
        }),
      },
    },
    async ({ query, actor }, { trx, clock }) =>
      entryQueue(trx, { user: actor.user, now: clock.now(), cursor: query.cursor }),
  )
  freeRoute(
    app,
    {
      ...operators,
      method: 'GET',
      url: 'filing-entries/:number',
      summary: 'All that is entered at the bureau’s site, field by field and whole; that it was read is on record',
      params: byNumber,
      answers: {
        200: listed.extend({
          kinds,
          interface: z.string(),
          handedIn,
          note: z.string().nullable(),
          own: z.boolean(),
          /** As the bureau will read it; null where its code tables are not here, and the draft alone can be shown. */
          sent: sentShape.nullable(),
          draft: draftBody,
          papers: z.array(paper),
          /** Services that get a number of their own when it passes. */
          numbered: z.array(z.object({ service: z.string(), kind: z.enum(serviceKinds), name: z.string() })),
        }),
      },
    },
    async ({ params, actor }, withTrx) => {
      const { outgoing, order, shown } = await withTrx(async (context) => {
        const { trx, clock } = context
        const order = await lockOrder(trx, params)
        const entry = await entryOf(trx, order)
        if (!entry) throw FilingNotFound()
        const { stated: _, registered: __, ...draft } = await openDraft(vault, order.draft)
        const own = await isOfAccount(trx, actor, order.account)
        await record({ action: 'filing.entry-opened', subject: order.number }, { trx, clock, actor })
        return {
          order,
          outgoing: bureaus.has(order.province ?? '') ? await outgoingOf(trx, order, { vault }) : undefined,
          shown: {
            ...listedOrder(order),
            kinds: entry.kinds,
            interface: entry.interface,
            handedIn: entry.handed_in_on === null ? null : { on: entry.handed_in_on, receipt: entry.receipt },
            note: entry.note,
            own,
            draft,
            papers: (await papersOfOrder(trx, order.id)).map(({ uploaded_at: at, item: _, via: __, ...one }) => ({
              ...one,
              uploadedAt: at.toISOString(),
            })),
            numbered: bringsService(order.type)
              ? draft.services.map(({ key = '', kind, name = '' }) => ({ service: key, kind, name }))
              : [],
          },
        }
      })
      return { ...shown, sent: outgoing ? shownWhole(await bureaus.show(order.province ?? '', outgoing)) : null }
    },
  )
  freeRoute(
    app,
    {
      ...operators,
      method: 'GET',
      url: 'filing-entries/:number/papers/:paper',
      summary: 'One paper as it was handed in, to upload it at the bureau’s site; on record',
      params: byNumber.extend({ paper: z.uuid() }),
      answers: { 200: z.unknown() },
    },
    async ({ params, actor, reply }, withTrx) => {
      const { picture, kind } = await withTrx((context) => takePaper(params, { ...context, actor }, { vault }))
      await reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${params.number}-${kind}.jpg"`)
        .type('image/jpeg')
        .send(picture)
      return undefined
    },
  )
}

function doneRoutes(app: FastifyInstance, { vault }: EntryRoutesDeps): void {
  const done = <B extends z.ZodType>(
    url: string,
    summary: string,
    body: B,
    act: (number: string, body: z.output<B>, context: Reviewing) => Promise<void>,
  ) =>
    route(
      app,
      {
        ...operators,
        perMinute: 60,
        method: 'POST',
        url: `filing-entries/:number/${url}`,
        summary,
        params: byNumber,
        body,
        answers: { 204: z.null() },
      },
      async ({ params, body: sent, actor }, context) => {
        await act(params.number, sent as z.output<B>, { ...context, actor })
        return undefined
      },
    )
  done('handed-in', 'It is entered at the bureau’s site: when, and under which number', handInBody, handIn)
  done(
    'outcome',
    'What the bureau’s site says: passed with the numbers, or returned with its opinion',
    outcomeBody,
    (number, body, context) => settleEntry(number, body, context, { vault }),
  )
}
