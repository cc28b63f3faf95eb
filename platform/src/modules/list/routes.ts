import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, route } from '../../kernel/http/index.ts'
import { putItem } from './commands/put-item.ts'
import { notOnList } from './errors.ts'
import type { Appraiser } from './ports.ts'
import { listOf } from './queries.ts'

export interface ListRoutesDeps {
  readonly appraiser: Appraiser
}

const price = z.object({
  registerFen: z.int().nullable(),
  renewFen: z.int().nullable(),
  premium: z.literal(true).optional(),
})
const item = z.object({
  name: z.string(),
  ascii: z.string(),
  suffix: z.string(),
  years: z.int(),
  price,
  state: z.enum(['ok', 'invalid']),
  findings: z.array(findingSchema).readonly(),
})
const answers = { 200: z.object({ items: z.array(item), firstYearFen: z.int() }) }
/** A whole name; a person may also send it as they write it. */
const params = z.object({
  ascii: z
    .string()
    .min(3)
    .max(300)
    .regex(/^\P{C}*$/u),
})
const body = z.strictObject({
  years: z
    .int()
    .min(1)
    .max(10)
    .meta({ examples: [1] }),
})

/** The domain list (域名清单, S0-07, S0-08). Every change answers with the whole list. */
export function listRoutes({ appraiser }: ListRoutesDeps) {
  return (app: FastifyInstance): void => {
    const common = { tag: 'list', who: 'customer', perMinute: 600, answers } as const

    route(
      app,
      { ...common, method: 'GET', url: 'list', summary: 'The domain list with today’s prices' },
      async ({ actor }, { trx }) => listOf(trx, actor, appraiser),
    )

    route(
      app,
      { ...common, method: 'PUT', url: 'list/:ascii', summary: 'Add a name or change its years', params, body },
      async ({ actor, params: { ascii: name }, body: { years } }, context) => {
        await putItem(actor, { name, years }, appraiser, context)
        return listOf(context.trx, actor, appraiser)
      },
    )

    route(
      app,
      { ...common, method: 'PUT', url: 'list', summary: 'Give every name of the list the same years (S1-102)', body },
      async ({ actor, body: { years } }, { trx }) => {
        await trx.updateTable('list_item').set({ years }).where('account', '=', actor.account).execute()
        return listOf(trx, actor, appraiser)
      },
    )

    route(
      app,
      { ...common, method: 'DELETE', url: 'list/:ascii', summary: 'Take a name off the list', params },
      async ({ actor, params: { ascii } }, { trx }) => {
        const gone = await trx
          .deleteFrom('list_item')
          .where('account', '=', actor.account)
          .where('ascii', '=', ascii.toLowerCase())
          .returning('ascii')
          .executeTakeFirst()
        if (!gone) throw notOnList()
        return listOf(trx, actor, appraiser)
      },
    )

    route(app, { ...common, method: 'DELETE', url: 'list', summary: 'Empty the list' }, async ({ actor }, { trx }) => {
      await trx.deleteFrom('list_item').where('account', '=', actor.account).execute()
      return listOf(trx, actor, appraiser)
    })

    route(
      app,
      {
        ...common,
        method: 'POST',
        url: 'list/clear-invalid',
        summary: 'Take off what the rules no longer allow, or exactly the names that a trial of the order refused',
        body: z
          .strictObject({
            refused: z
              .array(params.shape.ascii)
              .max(500)
              .optional()
              .meta({ examples: [['shanyuecha.cn']] }),
          })
          .nullish(),
      },
      async ({ actor, body }, { trx }) => {
        const { items } = await listOf(trx, actor, appraiser)
        const refused = new Set(body?.refused?.map((ascii) => ascii.toLowerCase()))
        const invalid = items
          .filter(({ state, ascii }) => (body?.refused ? refused.has(ascii) : state === 'invalid'))
          .map(({ ascii }) => ascii)
        if (invalid.length > 0) {
          await trx.deleteFrom('list_item').where('account', '=', actor.account).where('ascii', 'in', invalid).execute()
        }
        return listOf(trx, actor, appraiser)
      },
    )
  }
}
