import { type FailureReason, failureReasons } from '@yuming/identity'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../../kernel/http/index.ts'

const reasonSchema = z.object({
  id: z.string(),
  /** What it is called; empty in a language in which nobody has said it. */
  heard: textSchema,
  cause: textSchema,
  /** What it is about first of all, such as `certificate.number`. */
  field: z.string(),
  remedy: textSchema,
  path: z.enum(['A', 'B']).nullable(),
  /** Written in this installation, and can be changed. */
  own: z.boolean(),
})

const reviewed: readonly string[] = ['real-name', 'naming', 'qualification']

/** The dictionary of reasons that a reviewer can refuse with (S1-171). */
export function reasonRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      tag: 'verification',
      who: 'operator',
      role: 'reviewer',
      perMinute: 240,
      method: 'GET',
      url: 'operator/reasons',
      summary: 'Reasons to refuse a review with, each with what is wrong and what to do',
      answers: { 200: z.object({ reasons: z.array(reasonSchema) }) },
    },
    async () => ({ reasons: failureReasons.filter(({ area }) => reviewed.includes(area)).map(present) }),
  )
}

function present({ id, heard, cause, fields, remedy, path }: FailureReason): z.input<typeof reasonSchema> {
  const [zh = ''] = heard.zh
  const [en = ''] = heard.en
  return { id, heard: { zh, en }, cause, field: fields[0] ?? '', remedy, path, own: false }
}
