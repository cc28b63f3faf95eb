import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../../kernel/http/index.ts'
import { listDuties, listedDuty } from './list-duties.ts'
import { sayDone } from './say-done.ts'

const customers = { tag: 'filing', who: 'customer', perMinute: 120 } as const
const cursor = z.string().max(300).optional()

/** What is to be done about what is filed: for its owner, and for those who run the platform. */
export function filingDutyRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      ...customers,
      method: 'GET',
      url: 'filing-duties',
      summary: 'What is to be done about the account’s filings, the soonest day first',
      query: z.strictObject({ cursor }),
      answers: { 200: z.object({ duties: z.array(listedDuty), next: z.string().nullable() }) },
    },
    async ({ actor, query }, { trx, clock }) =>
      listDuties(trx, { account: actor.account, cursor: query.cursor }, clock),
  )
  route(
    app,
    {
      ...customers,
      perMinute: 30,
      method: 'POST',
      url: 'filing-duties/:id/done',
      summary: 'Say that something is done which only the owner can know',
      params: z.strictObject({ id: z.uuid() }),
      answers: { 204: z.null() },
    },
    async ({ actor, params }, context) => {
      await sayDone(params.id, { ...context, actor })
      return undefined
    },
  )
  route(
    app,
    {
      tag: 'filing',
      who: 'operator',
      role: 'reviewer',
      perMinute: 120,
      method: 'GET',
      url: 'filing-findings',
      summary: 'What is open about everybody’s filings with its age and day, and how the night’s look went',
      query: z.strictObject({ cursor, late: z.stringbool().optional() }),
      answers: {
        200: z.object({
          duties: z.array(listedDuty),
          next: z.string().nullable(),
          open: z.int(),
          late: z.int(),
          /** The newest night. */
          scan: z
            .object({
              day: z.iso.date(),
              looked: z.int(),
              found: z.int(),
              ended: z.int(),
              startedAt: z.string(),
              finishedAt: z.string().nullable(),
            })
            .nullable(),
        }),
      },
    },
    async ({ query }, { trx, clock }) => {
      const { late: lateOnly, cursor: place } = query
      const page = await listDuties(trx, { cursor: place, ...(lateOnly !== undefined && { late: lateOnly }) }, clock)
      const counted = await trx
        .selectFrom('filing_duty')
        .select((eb) => [
          eb.fn.countAll<number>().as('open'),
          eb.fn.countAll<number>().filterWhere('due_on', '<', clock.today()).as('late'),
        ])
        .where('done_at', 'is', null)
        .executeTakeFirstOrThrow()
      const scan = await trx.selectFrom('filing_scan').selectAll().orderBy('day', 'desc').limit(1).executeTakeFirst()
      return {
        ...page,
        open: Number(counted.open),
        late: Number(counted.late),
        scan: scan
          ? {
              day: scan.day,
              looked: scan.looked,
              found: scan.found,
              ended: scan.ended,
              startedAt: scan.started_at.toISOString(),
              finishedAt: scan.finished_at?.toISOString() ?? null,
            }
          : null,
      }
    },
  )
}
