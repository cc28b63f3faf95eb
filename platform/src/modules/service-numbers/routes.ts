import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../kernel/audit/index.ts'
import { findingSchema, route } from '../../kernel/http/index.ts'
import { applyNumber } from './commands/apply-number.ts'
import { claimByConsoleCode, makeConsoleCode } from './commands/console-codes.ts'
import { giveNumber } from './commands/give-number.ts'
import { importProducts } from './commands/import-products.ts'
import { NotAHoster, OwnerNotFound } from './errors.ts'
import { productKinds } from './product-kinds.ts'
import { hosterOf, listNumbers, listProducts } from './queries.ts'
import { productsOfCsv, statedProducts } from './stated-product.ts'

const common = { tag: 'filing', who: 'customer', perMinute: 60 } as const
const operators = { tag: 'filing', who: 'operator', perMinute: 30 } as const
const number = z.string().regex(/^FW-\d{16}$/)
const kind = z.enum(productKinds)
const importBytes = 2_097_152
const imported = { 201: z.object({ products: z.int() }) }

/** Service numbers (备案服务号): applied for by product, given to another account, used up by a filing (S3-29…S3-31). */
export function serviceNumberRoutes(app: FastifyInstance): void {
  numberRoutes(app)
  productRoutes(app)
}

function numberRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'service-numbers',
      summary: 'Numbers with which the account may file, those used, and those given away',
      answers: {
        200: z.object({
          numbers: z.array(
            z.object({
              number,
              product: z.string(),
              kind,
              state: z.enum(['free', 'reserved', 'used', 'expired', 'given-away']),
              received: z.boolean(),
              /** The filing that keeps it or used it, where it is one of the account. */
              order: z.string().nullable(),
              appliedAt: z.string(),
            }),
          ),
        }),
      },
    },
    async ({ actor }, { trx, clock }) => ({
      numbers: await listNumbers(trx, { account: actor.account, today: clock.today() }),
    }),
  )
  route(
    app,
    {
      ...common,
      perMinute: 20,
      method: 'POST',
      url: 'service-numbers',
      summary: 'Apply for a number of a product, up to its allowance; it never comes back',
      body: z.strictObject({ product: z.uuid() }),
      answers: { 201: z.object({ number }) },
    },
    async ({ actor, body }, context) => ({ number: await applyNumber(body.product, { ...context, actor }) }),
  )
  route(
    app,
    {
      ...common,
      perMinute: 20,
      method: 'POST',
      url: 'service-numbers/:number/transfer',
      summary: 'Give a free number to another account, by its id; it cannot be taken back',
      params: z.strictObject({ number }),
      body: z.strictObject({ to: z.uuid() }),
      answers: { 204: z.null() },
    },
    async ({ actor, params, body }, context) => {
      await giveNumber({ number: params.number, to: body.to }, { ...context, actor })
      return undefined
    },
  )
}

function productRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'hosting-products',
      summary: 'Products of the account, whether each gives a number today, and why not',
      answers: {
        200: z.object({
          products: z.array(
            z.object({
              id: z.string(),
              externalId: z.string(),
              kind,
              name: z.string(),
              ips: z.array(z.string()),
              endsOn: z.string().nullable(),
              applied: z.int(),
              /** How many numbers one such product gives; null where nobody knows. */
              allowance: z.int().nullable(),
              open: z.boolean(),
              findings: z.array(findingSchema).readonly(),
            }),
          ),
        }),
      },
    },
    async ({ actor }, { trx, clock }) => ({
      products: await listProducts(trx, { account: actor.account, today: clock.today() }),
    }),
  )
  route(
    app,
    {
      ...common,
      perMinute: 20,
      bodyBytes: importBytes,
      method: 'POST',
      url: 'hosting-products',
      summary:
        'State products of an admitted hoster, its own or its customers’; the same id again brings one up to date',
      body: z.strictObject({ products: statedProducts }),
      answers: imported,
    },
    async ({ actor, body }, context) => {
      if (!(await hosterOf(context.trx, actor.account))) throw NotAHoster()
      const { account } = actor
      return { products: await importProducts({ products: body.products, statedBy: account, owner: account }, context) }
    },
  )
  route(
    app,
    {
      ...common,
      perMinute: 60,
      method: 'POST',
      url: 'hosting-products/:externalId/console-codes',
      summary:
        'For a hoster’s console: a code, valid once and for 15 minutes, for the customer who has signed in there; it proves that the product is theirs',
      params: z.strictObject({ externalId: z.string().trim().min(1).max(100) }),
      answers: { 201: z.object({ code: z.string(), expiresAt: z.string() }) },
    },
    async ({ actor, params }, context) => {
      const { code, expiresAt } = await makeConsoleCode(params.externalId, { ...context, actor })
      return { code, expiresAt: expiresAt.toISOString() }
    },
  )
  route(
    app,
    {
      ...common,
      perMinute: 10,
      method: 'POST',
      url: 'hosting-products/claim',
      summary: 'Prove that a product is mine with the code that its hoster’s console shows me; passwords stay there',
      body: z.strictObject({
        code: z
          .string()
          .regex(/^HC-\d{16}$/)
          .meta({ examples: ['HC-1234567890123456'] }),
      }),
      answers: { 201: z.object({ product: z.string() }) },
    },
    async ({ actor, body }, context) => ({ product: await claimByConsoleCode(body.code, { ...context, actor }) }),
  )
  route(
    app,
    {
      ...operators,
      bodyBytes: importBytes,
      method: 'POST',
      url: 'operator/hosting-products',
      summary: 'Import products that are sold elsewhere, as JSON or as CSV; each names its owner',
      body: z.union([z.strictObject({ products: statedProducts }), z.strictObject({ csv: z.string().max(1_500_000) })]),
      answers: imported,
    },
    async ({ body }, context) => {
      const products = 'csv' in body ? productsOfCsv(body.csv) : body.products
      return { products: await importProducts({ products, statedBy: null }, context) }
    },
  )
  route(
    app,
    {
      ...operators,
      method: 'PUT',
      url: 'operator/hosters/:account',
      summary: 'Admit an account as a hoster: it states products, and checks names on its networks',
      params: z.strictObject({ account: z.uuid() }),
      body: z.strictObject({
        name: z.string().trim().min(1).max(100),
        networks: z.array(z.union([z.cidrv4(), z.cidrv6()]).meta({ examples: ['203.0.113.0/24'] })).max(500),
      }),
      answers: { 204: z.null() },
    },
    async ({ params, body }, { trx, clock, actor }) => {
      const { account } = params
      const known = await trx.selectFrom('account').select('id').where('id', '=', account).executeTakeFirst()
      if (!known) throw OwnerNotFound()
      await trx
        .insertInto('hoster')
        .values({ account, ...body, admitted_at: clock.now() })
        .onConflict((conflict) => conflict.column('account').doUpdateSet(body))
        .execute()
      await record({ action: 'hoster.admitted', subject: account }, { trx, clock, actor })
      return undefined
    },
  )
}
