import { type FailureReason, failureReasons } from '@yuming/identity'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../../kernel/http/index.ts'
import { reviewerRoles } from '../reviewer-axes.ts'
import { addReason, changeReason, ownReasons } from './own-reasons.ts'

const path = z.enum(['A', 'B']).nullable()
const reasonSchema = z.object({
  id: z.string(),
  /** What it is called; empty in a language in which nobody has said it. */
  heard: textSchema,
  cause: textSchema,
  /** What it is about first of all, such as `certificate.number`. */
  field: z.string(),
  remedy: textSchema,
  path,
  /** Written in this installation, and can be changed. */
  own: z.boolean(),
  /** Not to be chosen any more. */
  retired: z.boolean(),
})
const words = z.string().trim().min(1).max(200)
const written = z.strictObject({ zh: words, en: words })
const body = z.strictObject({
  heard: written,
  cause: written,
  remedy: written,
  field: z.string().regex(/^[A-Za-z][\w.]{0,40}$/),
  path,
  retired: z.boolean().default(false),
})

const reviewed: readonly string[] = ['real-name', 'naming', 'qualification']
const reviewers = { tag: 'verification', who: 'operator', role: reviewerRoles, perMinute: 240 } as const

/** The dictionary of reasons that a reviewer can refuse with: those that come with the rules, and our own (S1-171). */
export function reasonRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      ...reviewers,
      method: 'GET',
      url: 'operator/reasons',
      summary: 'Reasons to refuse a review with, each with what is wrong and what to do',
      answers: { 200: z.object({ reasons: z.array(reasonSchema) }) },
    },
    async (_request, { trx }) => ({
      reasons: [
        ...(await ownReasons(trx)).map((reason) => ({ ...reason, own: true })),
        ...failureReasons.filter(({ area }) => reviewed.includes(area)).map(present),
      ],
    }),
  )
  route(
    app,
    {
      ...reviewers,
      method: 'POST',
      url: 'operator/reasons',
      summary: 'Write a reason of our own, in both languages',
      body,
      answers: { 201: z.object({ id: z.string() }) },
    },
    async ({ body: asked, actor }, context) => ({ id: await addReason(asked, { ...context, actor }) }),
  )
  route(
    app,
    {
      ...reviewers,
      method: 'PUT',
      url: 'operator/reasons/:id',
      summary: 'Change a reason of our own, or offer it no longer; those that come with the rules stay as they are',
      params: z.strictObject({ id: z.string().regex(/^[\w.-]{1,60}$/) }),
      body,
      answers: { 204: z.null() },
    },
    async ({ params, body: asked, actor }, context) => {
      await changeReason(params.id, asked, { ...context, actor })
      return undefined
    },
  )
}

function present({ id, heard, cause, fields, remedy, path }: FailureReason): z.input<typeof reasonSchema> {
  const [zh = ''] = heard.zh
  const [en = ''] = heard.en
  return { id, heard: { zh, en }, cause, field: fields[0] ?? '', remedy, path, own: false, retired: false }
}
