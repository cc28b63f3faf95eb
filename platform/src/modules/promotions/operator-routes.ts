import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../kernel/http/index.ts'
import { emailField } from '../accounts/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { batchAnswer, issuedAnswer, issuerAnswer, kinds, operatedAnswer, products } from './answers.ts'
import { admitIssuer } from './commands/admit-issuer.ts'
import { changePromotion } from './commands/change-promotion.ts'
import { endBatch } from './commands/end-batch.ts'
import { endPromotion } from './commands/end-promotion.ts'
import { issueCodes } from './commands/issue-codes.ts'
import { makePromotion } from './commands/make-promotion.ts'
import { revokeIssuer } from './commands/revoke-issuer.ts'
import { PromotionNotFound } from './errors.ts'
import { presentBatch, presentIssued, presentOperated } from './presenter.ts'
import { allPromotions, batchesOf, issuersOf } from './queries.ts'
import { codesBody } from './routes.ts'

const line = (most: number) => z.string().trim().min(1).max(most)
const limit = z.int().min(1).max(10_000_000).nullable().default(null)
const terms = z.strictObject({
  title: z.strictObject({ zh: line(60), en: line(120) }),
  suffixes: z.array(z.string().min(1).max(80)).max(800).default([]),
  kind: z.enum(kinds),
  value: z.int().min(1).max(100_000_000),
  from: z.iso.date(),
  until: z.iso.date().nullable().default(null),
  firstOrderOnly: z.boolean().default(false),
  mostUses: limit,
  mostUsesEach: limit,
  note: line(500),
})
const newPromotion = z.strictObject({ ...terms.shape, product: z.enum(products), byCode: z.boolean() })
const newCodes = z.strictObject({
  count: z.int().min(1).max(1_000).default(1),
  ...codesBody,
  from: z.iso.datetime({ offset: true }).optional(),
  word: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N} -]{4,40}$/u)
    .optional(),
  /** The one account that may use them, by the address with which its owner signs in. */
  account: emailField.optional(),
})
const byId = z.strictObject({ id: z.string().regex(/^[\w-]{1,80}$/) })
const operators = { tag: 'promotions', who: 'operator', role: 'finance', perMinute: 120 } as const

/** How promotions are run: made, changed from a day on, ended; and how their codes are issued. Money, so finance does it. */
export function promotionOperatorRoutes({ catalog }: { catalog: Catalog }) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...operators,
        method: 'GET',
        url: 'operator/promotions',
        summary: 'All promotions, those that have not ended first, with how often they are held and used',
        answers: { 200: z.object({ promotions: z.array(operatedAnswer) }) },
      },
      async (_, { trx, clock }) => ({
        promotions: (await allPromotions(trx)).map((one) => presentOperated(one, clock.today())),
      }),
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/promotions',
        summary: 'A new promotion, from its first day on',
        body: newPromotion,
        answers: { 201: z.object({ id: z.string() }) },
      },
      async ({ body, actor }, context) => ({ id: await makePromotion(body, { ...context, actor, catalog }) }),
    )
    route(
      app,
      {
        ...operators,
        method: 'GET',
        url: 'operator/promotions/:id',
        summary: 'One promotion with all its terms, its batches of codes, and who may issue them',
        params: byId,
        answers: {
          200: z.object({
            promotion: operatedAnswer,
            batches: z.array(batchAnswer),
            issuers: z.array(issuerAnswer),
          }),
        },
      },
      async ({ params }, { trx, clock }) => {
        const [found] = await allPromotions(trx, params.id)
        if (!found) throw PromotionNotFound()
        const issuers = await issuersOf(trx, params.id)
        return {
          promotion: presentOperated(found, clock.today()),
          batches: (await batchesOf(trx, params.id)).map((row) => presentBatch(row, { now: clock.now(), issuers })),
          issuers: issuers.map(({ id, name, made_at, revoked_at }) => ({
            id,
            name,
            madeAt: made_at.toISOString(),
            revokedAt: revoked_at?.toISOString() ?? null,
          })),
        }
      },
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/promotions/:id/terms',
        summary: 'Other terms from a day on; orders that were placed before keep their price',
        params: byId,
        body: terms,
        answers: { 204: z.null() },
      },
      async ({ params, body, actor }, context) => {
        await changePromotion(params.id, body, { ...context, actor, catalog })
        return undefined
      },
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/promotions/:id/end',
        summary: 'Ends a promotion now, and with it all its codes',
        params: byId,
        answers: { 204: z.null() },
      },
      async ({ params, actor }, context) => {
        await endPromotion(params.id, { ...context, actor })
        return undefined
      },
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/promotions/:id/codes',
        summary: 'Issues codes; the answer is the only place where they can be read',
        params: byId,
        body: newCodes,
        answers: { 201: issuedAnswer },
      },
      async ({ params, body: { from, ...body }, actor }, context) =>
        presentIssued(
          await issueCodes(
            { promotion: params.id, ...body, ...(from === undefined ? {} : { from: new Date(from) }) },
            { user: actor.user, issuer: null },
            { ...context, actor },
          ),
        ),
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/promotions/:id/codes/:batch/end',
        summary: 'Codes of a batch are good no more',
        params: z.strictObject({ ...byId.shape, batch: z.uuid() }),
        answers: { 204: z.null() },
      },
      async ({ params, actor }, context) => {
        await endBatch({ promotion: params.id, batch: params.batch }, { ...context, actor })
        return undefined
      },
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/promotions/:id/issuers',
        summary: 'A key for a system that issues codes of this promotion; it is told once',
        params: byId,
        body: z.strictObject({ name: line(60) }),
        answers: { 201: z.object({ id: z.string(), key: z.string() }) },
      },
      async ({ params, body, actor }, context) => admitIssuer({ promotion: params.id, ...body }, { ...context, actor }),
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/promotions/:id/issuers/:issuer/revoke',
        summary: 'The key issues no more codes',
        params: z.strictObject({ ...byId.shape, issuer: z.uuid() }),
        answers: { 204: z.null() },
      },
      async ({ params, actor }, context) => {
        await revokeIssuer({ promotion: params.id, issuer: params.issuer }, { ...context, actor })
        return undefined
      },
    )
  }
}
