import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../../kernel/http/index.ts'
import { reviewerRoles } from '../reviewer-axes.ts'
import { answerText, unheardTexts } from './heard-texts.ts'

const reviewers = { tag: 'verification', who: 'operator', role: reviewerRoles, perMinute: 120 } as const

/** Sentences of registries and of the provider that nobody can explain yet, and which reason each stands for. */
export function heardRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      ...reviewers,
      method: 'GET',
      url: 'operator/unheard-texts',
      summary: 'What was said when something was refused and the dictionary does not know, the newest first',
      answers: {
        200: z.object({
          texts: z.array(
            z.object({
              key: z.string(),
              text: z.string(),
              from: z.enum(['provider', 'registry']),
              times: z.int(),
              lastAt: z.string(),
            }),
          ),
        }),
      },
    },
    async (_request, { trx }) => ({
      texts: (await unheardTexts(trx)).map(({ lastAt, ...said }) => ({ ...said, lastAt: lastAt.toISOString() })),
    }),
  )
  route(
    app,
    {
      ...reviewers,
      method: 'PUT',
      url: 'operator/unheard-texts',
      summary: 'Say which reason a text stands for: of the dictionary, or of our own',
      body: z.strictObject({
        text: z.string().trim().min(1).max(500),
        reason: z.string().regex(/^[\w.-]{1,60}$/),
      }),
      answers: { 204: z.null() },
    },
    async ({ body, actor }, context) => {
      await answerText(body, { ...context, actor })
      return undefined
    },
  )
}
