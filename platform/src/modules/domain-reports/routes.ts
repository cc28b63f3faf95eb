import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../kernel/http/index.ts'
import { typedAscii } from '../domains/index.ts'
import { repeatReport } from './commands/repeat-report.ts'
import { ownReport, reportOf, reportsIn } from './queries.ts'
import { reportStates } from './states.ts'

const report = z.object({
  name: z.string(),
  state: z.enum(reportStates),
  /** The ministry's own id of the name. */
  ministryId: z.string().nullable(),
  /** Since when the ministry knows the name (入库). */
  knownSince: z.string().nullable(),
  /** When something was last heard or decided. */
  since: z.string().nullable(),
  /** Not told again before this. */
  againAt: z.string().nullable(),
  against: z
    .array(
      z.object({
        code: z.int().nullable(),
        means: textSchema,
        said: z.string().nullable(),
        field: z.string().nullable(),
        asks: z.enum(['nothing', 'holder', 'us', 'wait', 'report-again']),
      }),
    )
    .readonly(),
})
const own = report.pick({ state: true, knownSince: true, against: true }).extend({
  /** When it was told the last time, and when that was answered. */
  reportedAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  turn: z.enum(['you', 'we', 'bureau']).nullable(),
  until: z.string().nullable(),
})
const byName = z.strictObject({ name: z.string().min(3).max(260) })
const operators = { tag: 'domain-reports', who: 'operator', role: 'support', perMinute: 120 } as const

/** The registrar's reports to the ministry (域名报备): as owners of names follow them, and as operators look after them. */
export function domainReportRoutes() {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        tag: 'domain-reports',
        who: 'customer',
        perMinute: 120,
        method: 'GET',
        url: 'domains/:name/ministry-report',
        summary: 'Where the report of a name to the ministry stands, whose turn it is, and until when',
        params: byName,
        answers: { 200: z.object({ report: own.nullable() }) },
      },
      async ({ params, actor }, { trx }) => ({ report: await ownReport(trx, actor.account, params.name) }),
    )
    route(
      app,
      {
        ...operators,
        method: 'GET',
        url: 'domain-reports',
        summary: 'Names by the state of their report to the ministry',
        query: z.strictObject({
          state: z.enum(reportStates).default('refused'),
          cursor: z
            .string()
            .regex(/^\d{1,18}$/)
            .optional(),
        }),
        answers: { 200: z.object({ reports: z.array(report), next: z.string().nullable() }) },
      },
      async ({ query }, { trx }) => reportsIn(trx, { state: query.state, after: query.cursor, limit: 100 }),
    )
    route(
      app,
      {
        ...operators,
        method: 'GET',
        url: 'domain-reports/:name',
        summary: 'What the ministry knows of one name, and what stands against its report',
        params: byName,
        answers: { 200: report },
      },
      async ({ params }, { trx }) => reportOf(trx, typedAscii(params.name)),
    )
    route(
      app,
      {
        ...operators,
        perMinute: 60,
        method: 'POST',
        url: 'domain-reports/:name/repeat',
        summary: 'Report a name once more: refused, not reported so far, or without an answer for three working days',
        params: byName,
        answers: { 200: report },
      },
      async ({ params, actor }, context) => {
        const ascii = typedAscii(params.name)
        await repeatReport(ascii, { ...context, actor })
        return reportOf(context.trx, ascii)
      },
    )
  }
}
