import type { FastifyInstance } from 'fastify'
import { route } from '../../../kernel/http/index.ts'
import { challengeAnswer } from '../../../kernel/human/index.ts'
import type { stepOneCheck } from './step-one-check.ts'

export function challengeRoute(app: FastifyInstance, checks: ReturnType<typeof stepOneCheck>): void {
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
      answers: { 201: challengeAnswer },
    },
    async ({ actor }, context) => checks.challenge(actor, context),
  )
}
