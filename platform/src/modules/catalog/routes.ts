import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock/index.ts'
import { findingSchema, freeRoute, textSchema } from '../../kernel/http/index.ts'
import type { Catalog } from './catalog.ts'
import { SuffixNotFound } from './errors.ts'
import { presentSuffix } from './presenter.ts'
import { priceSchema, suffixFactsSchema } from './suffix-record.ts'

const suffixSchema = suffixFactsSchema.extend({
  supports: z.object({ register: z.boolean(), transfer: z.boolean(), renew: z.boolean() }),
  priceFen: priceSchema,
  tenYearFen: z.number().int().nullable(),
  holderRules: z.array(
    z.object({
      site: z.string(),
      region: z.string(),
      holderType: z.string(),
      allowed: z.boolean(),
      finding: findingSchema.optional(),
    }),
  ),
})
const promotionAnswer = z.object({
  id: z.string(),
  suffix: z.string(),
  offFen: z.number().int(),
  until: z.string(),
  title: textSchema,
  needsCode: z.boolean(),
})

/** The suffixes, their prices and promotions: open to everyone (S1-07…S1-10). */
export function catalogRoutes({ catalog, clock }: { catalog: Catalog; clock: Clock }) {
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'catalog/suffixes',
        summary: 'Every suffix with its registry, periods, prices and who may hold it',
        tag: 'catalog',
        who: 'anyone',
        perMinute: 120,
        query: z.strictObject({ on: z.iso.date().optional() }),
        answers: { 200: z.object({ on: z.string(), suffixes: z.array(suffixSchema) }) },
      },
      async ({ query }) => {
        const on = query.on ?? clock.today()
        return { on, suffixes: catalog.suffixes.map((record) => presentSuffix(record, on)) }
      },
    )
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'catalog/suffixes/:suffix',
        summary: 'One suffix',
        tag: 'catalog',
        who: 'anyone',
        perMinute: 120,
        params: z.strictObject({ suffix: z.string().max(80) }),
        answers: { 200: suffixSchema },
      },
      async ({ params }) => {
        const record = catalog.suffix(params.suffix)
        if (!record) throw SuffixNotFound()
        return presentSuffix(record, clock.today())
      },
    )
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'promotions',
        summary: 'Promotions in force today (S0-17)',
        tag: 'catalog',
        who: 'anyone',
        perMinute: 120,
        answers: { 200: z.object({ promotions: z.array(promotionAnswer) }) },
      },
      async () => ({
        promotions: catalog.promotions(clock.today()).map(({ id, suffix, offFen, until, title, code }) => ({
          id,
          suffix,
          offFen,
          until,
          title,
          needsCode: code !== undefined,
        })),
      }),
    )
  }
}
