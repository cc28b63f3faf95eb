import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, sourceSchema } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { cancelShell } from './cancel-shell.ts'
import { changeable, declareChange } from './declare-change.ts'
import { listDuties, listedDuty } from './list-duties.ts'
import { sayDone } from './say-done.ts'

const customers = { tag: 'filing', who: 'customer', perMinute: 120 } as const
const operators = { tag: 'filing', who: 'operator', role: 'reviewer' } as const
const cursor = z.string().max(300).optional()

/** What is to be done about what is filed: for its owner, and for those who run the platform. */
export function filingDutyRoutes({ vault }: { vault: Vault }) {
  return (app: FastifyInstance): void => {
    ownerRoutes(app)
    operatorRoutes(app, vault)
  }
}

function ownerRoutes(app: FastifyInstance): void {
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
      perMinute: 20,
      method: 'POST',
      url: 'filing-duties',
      summary: 'Say that something filed has changed: until when the change is to be filed, and what sets that day',
      body: z.strictObject({
        /** Of the site; of the subject where the subject has changed. */
        filed: z
          .string()
          .trim()
          .min(1)
          .max(40)
          .meta({ examples: ['浙ICP备20260001号-1'] }),
        what: z.enum(changeable),
        /** Not in the future. */
        changedOn: z.iso.date(),
      }),
      answers: { 201: z.object({ dueOn: z.iso.date(), source: sourceSchema.nullable() }) },
    },
    async ({ actor, body }, context) => {
      const { on, source } = await declareChange(body, { ...context, actor })
      return { dueOn: on, source }
    },
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
}

function operatorRoutes(app: FastifyInstance, vault: Vault): void {
  route(
    app,
    {
      ...operators,
      perMinute: 20,
      method: 'POST',
      url: 'filing-findings/:id/cancellation',
      summary:
        'The notice of a shell site has run out: give its access up at the bureau, or the site where it has no other',
      params: z.strictObject({ id: z.uuid() }),
      answers: { 201: z.object({ number: z.string(), type: z.enum(['cancel-access', 'cancel-service']) }) },
    },
    async ({ actor, params }, context) => cancelShell(params.id, { ...context, actor }, { vault }),
  )
  route(
    app,
    {
      ...operators,
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
