import { filingReasons, reasonFields } from '@yuming/filing'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, textSchema } from '../../../kernel/http/index.ts'

/** The dictionary of reasons, as reviewers use it and applicants read it (S3-80): there is one. */
const reasons = filingReasons.map(({ id, stage, basis, heard, cause, fields, remedy, turn, source }) => ({
  id,
  stage,
  basis,
  heard,
  cause,
  fields: fields.map((field) => reasonFields[field]),
  remedy,
  turn,
  sources: source.map(({ document, date }) => ({ document, date: date ?? null })),
}))

export function reasonRoutes(app: FastifyInstance): void {
  freeRoute(
    app,
    {
      tag: 'filing',
      who: 'anyone',
      perMinute: 60,
      method: 'GET',
      url: 'filing-reasons',
      summary: 'Why filings are given back: the cause, the field, what to do and whose turn it is',
      answers: {
        200: z.object({
          reasons: z.array(
            z.object({
              id: z.string(),
              stage: z.enum(['review', 'check', 'sms', 'bureau']),
              /** `rule`: no source tells of such a refusal, but a published rule wants it. */
              basis: z.enum(['documented', 'rule']),
              /** As reviewers and bureaus word it. */
              heard: z.array(z.string()).readonly(),
              cause: textSchema,
              fields: z.array(textSchema),
              remedy: textSchema,
              turn: z.array(z.string()).readonly(),
              sources: z.array(z.object({ document: z.string(), date: z.string().nullable() })),
            }),
          ),
        }),
      },
    },
    async () => ({ reasons }),
  )
}
