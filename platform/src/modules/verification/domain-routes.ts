import { askForHelpAfter } from '@yuming/identity'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock/index.ts'
import { findingSchema, route, sourceSchema, textSchema } from '../../kernel/http/index.ts'
import { ownDomain, type ReviewDeps, typedAscii } from '../domains/index.ts'
import { domainVerification } from './domain-verification.ts'
import type { OpenTicketOf } from './ports.ts'

const turn = z.enum(['you', 'we', 'provider', 'registry'])
const path = z.enum(['A', 'B'])
const reason = z.object({
  id: z.string(),
  heard: textSchema,
  cause: textSchema,
  field: z.string().nullable(),
  remedy: textSchema,
  path: path.nullable(),
  source: sourceSchema.nullable(),
})
const answer = z.object({
  name: z.string(),
  ascii: z.string(),
  template: z.object({
    id: z.string(),
    name: textSchema,
    holderType: z.enum(['person', 'organisation']),
    identity: z.enum(['unverified', 'reviewing', 'verified', 'failed']),
    certificate: z.object({ kind: z.string(), numberTail: z.string() }),
  }),
  axes: z.array(
    z.object({
      axis: z.enum(['identity', 'naming', 'qualification']),
      state: z.enum(['not-needed', 'unknown', 'not-begun', 'reviewing', 'passed', 'failed']),
      turn: turn.nullable(),
      by: z.string().nullable(),
      detail: textSchema,
      heard: z.string().nullable(),
      remark: z.string().nullable(),
      explained: z.array(reason),
    }),
  ),
  dutyBy: z.string().nullable(),
  heldSince: z.string().nullable(),
  recommended: path.nullable(),
  why: textSchema.nullable(),
  paths: z.array(
    z.object({
      path,
      days: z.object({ from: z.int(), to: z.int() }),
      earliest: z.string(),
      latest: z.string(),
      available: z.boolean(),
      templates: z.array(z.object({ id: z.string(), name: textSchema })).readonly(),
      unfit: z
        .array(z.object({ id: z.string(), name: textSchema, findings: z.array(findingSchema).readonly() }))
        .readonly(),
      findings: z.array(findingSchema).readonly(),
      blocked: z.array(textSchema).readonly(),
    }),
  ),
  calendar: z.array(z.object({ day: z.string(), works: z.boolean() })),
  failures: z.int(),
  ticket: z.object({ offered: z.boolean(), number: z.string().nullable() }),
  timeline: z.array(
    z.object({
      key: z.string(),
      title: textSchema,
      detail: textSchema.nullable(),
      at: z.string().nullable(),
      state: z.enum(['done', 'now', 'coming', 'failed']),
      turn: turn.optional(),
      by: z.string().optional(),
    }),
  ),
})

/** How far the verification of a domain is, and which ways lead out of a failure. */
export function domainVerificationRoutes({
  clock,
  openTicketOf,
  ...deps
}: ReviewDeps & { readonly clock: Clock; readonly openTicketOf: OpenTicketOf }) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        tag: 'verification',
        who: 'customer',
        perMinute: 120,
        method: 'GET',
        url: 'domains/:name/verification',
        summary: 'The three reviews of a name, why one failed, and which way out is faster',
        params: z.strictObject({ name: z.string().min(3).max(260) }),
        answers: { 200: answer },
      },
      async ({ actor, params }, { trx }) => {
        const domain = await ownDomain(trx, actor.account, typedAscii(params.name))
        const known = await domainVerification(trx, actor, domain, { ...deps, today: clock.today() })
        const number = await openTicketOf(trx, actor.account, domain.ascii)
        return { ...known, ticket: { offered: known.failures >= askForHelpAfter, number } }
      },
    )
  }
}
