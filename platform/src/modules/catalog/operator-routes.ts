import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, freeRoute, route } from '../../kernel/http/index.ts'
import { patchSchema } from './changes/catalog-change.ts'
import { previewChange } from './changes/preview.ts'
import { allChanges, type ChangeRow, revisionOf } from './changes/queries.ts'
import { draftChange } from './commands/draft-change.ts'
import { publishChange } from './commands/publish-change.ts'
import { withdrawChange } from './commands/withdraw-change.ts'
import type { LiveCatalog } from './live-catalog.ts'

const changeAnswer = z.object({
  id: z.string(),
  suffix: z.string(),
  patch: patchSchema,
  from: z.string(),
  until: z.string().nullable(),
  note: z.string(),
  state: z.enum(['draft', 'published', 'withdrawn']),
  madeBy: z.string(),
  madeAt: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
})

const previewAnswer = z.object({
  revision: z.number().int(),
  findings: z.array(findingSchema).readonly(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })).readonly(),
  pages: z.array(z.string()).readonly(),
  rules: z.array(z.string()).readonly(),
  openOrders: z.object({ count: z.number().int(), numbers: z.array(z.string()).readonly() }),
})

const newChange = z.strictObject({
  suffix: z.string().min(1).max(80),
  patch: patchSchema,
  from: z.iso.date(),
  until: z.iso.date().nullable().default(null),
  note: z.string().trim().min(1).max(500),
})

const byId = z.strictObject({ id: z.uuid() })
const atRevision = z.strictObject({ expectedRevision: z.number().int().nonnegative() })
const revisionAnswer = z.object({ revision: z.number().int() })
const operators = { tag: 'catalog', who: 'operator', role: 'catalog', perMinute: 120 } as const

/** How the operator changes the catalogue: a draft, its preview, then the publication. */
export function catalogOperatorRoutes({ catalog }: { catalog: LiveCatalog }) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...operators,
        method: 'GET',
        url: 'operator/catalog/changes',
        summary: 'Changes of the catalogue, newest first, with the revision that is in force',
        query: z.strictObject({ suffix: z.string().max(80).optional() }),
        answers: { 200: z.object({ revision: z.number().int(), changes: z.array(changeAnswer) }) },
      },
      async ({ query }, { trx }) => {
        const suffix = query.suffix === undefined ? undefined : (catalog.find(query.suffix)?.suffix ?? query.suffix)
        return { revision: await revisionOf(trx), changes: (await allChanges(trx, suffix)).map(presentChange) }
      },
    )
    route(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/catalog/changes',
        summary: 'Writes a change down as a draft; nobody sees it yet',
        body: newChange,
        answers: { 201: z.object({ id: z.string() }) },
      },
      async ({ body, actor }, context) => ({ id: await draftChange(body, { ...context, actor, catalog }) }),
    )
    route(
      app,
      {
        ...operators,
        method: 'GET',
        url: 'operator/catalog/changes/:id/preview',
        summary:
          'What a change would do: fields, pages, rules, orders that it leaves alone, and what stands against it',
        params: byId,
        answers: { 200: previewAnswer },
      },
      async ({ params }, context) => previewChange(params.id, { ...context, catalog }),
    )
    freeRoute(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/catalog/changes/:id/publish',
        summary: 'Makes a draft count from its first day; refused with findings when it contradicts itself',
        params: byId,
        body: atRevision,
        answers: { 200: revisionAnswer },
      },
      async ({ params, body, actor }, withTrx) => {
        const revision = await withTrx((context) =>
          publishChange({ ...params, ...body }, { ...context, actor, catalog }),
        )
        await catalog.refresh()
        return { revision }
      },
    )
    freeRoute(
      app,
      {
        ...operators,
        method: 'POST',
        url: 'operator/catalog/changes/:id/withdraw',
        summary: 'Ends a change today, or drops a draft',
        params: byId,
        body: atRevision,
        answers: { 200: revisionAnswer },
      },
      async ({ params, body, actor }, withTrx) => {
        const revision = await withTrx((context) =>
          withdrawChange({ ...params, ...body }, { ...context, actor, catalog }),
        )
        await catalog.refresh()
        return { revision }
      },
    )
  }
}

function presentChange(row: ChangeRow): z.input<typeof changeAnswer> {
  const state = row.withdrawn_at !== null ? 'withdrawn' : row.place !== null ? 'published' : 'draft'
  return {
    id: row.id,
    suffix: row.suffix,
    patch: row.patch,
    from: row.from_day,
    until: row.until_day,
    note: row.note,
    state,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    publishedBy: row.published_by,
    publishedAt: row.published_at?.toISOString() ?? null,
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }
}
