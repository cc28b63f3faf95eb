import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../../kernel/http/index.ts'
import type { humanCheck } from './human-check.ts'

/** The answer to a challenge, beside what is asked. */
export const proofBody = z
  .strictObject({ challenge: z.string().max(200), answer: z.string().regex(/^[\w-]{1,40}$/) })
  .optional()
  .describe('Proof of work for a challenge; not asked of API tokens')

export function challengeRoute(app: FastifyInstance, checks: ReturnType<typeof humanCheck>): void {
  route(
    app,
    {
      tag: 'filing',
      who: 'customer',
      perMinute: 60,
      method: 'POST',
      url: 'filing-challenges',
      summary:
        'A challenge for the question of the type: an answer such that SHA-256 of `challenge.answer` begins with so many zero bits; good once, for ten minutes',
      answers: { 201: z.object({ challenge: z.string(), bits: z.int(), expiresAt: z.string() }) },
    },
    async ({ actor }, context) => {
      const { expiresAt, ...rest } = checks.challenge(actor, context)
      return { ...rest, expiresAt: expiresAt.toISOString() }
    },
  )
}
