import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../kernel/http/index.ts'
import { settleDecision } from './commands/settle-decision.ts'

const reviewers = {
  tag: 'domains',
  who: 'operator',
  role: ['reviewer', 'qualification-reviewer'],
  perMinute: 120,
} as const

/** So many are shown at once, the oldest first; settling one makes room for the next. */
const shown = 100

/** Decisions of registries in words that nobody here knows: they decide nothing until somebody says what was meant. */
export function decisionRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      ...reviewers,
      method: 'GET',
      url: 'operator/registry-decisions',
      summary: 'What registries decided in words that their profiles do not know, the oldest first',
      answers: {
        200: z.object({
          decisions: z.array(
            z.object({
              id: z.string(),
              registry: z.string(),
              axis: z.enum(['identity', 'naming', 'qualification']),
              /** The name, or the holder's handle at the registry. */
              about: z.string(),
              words: z.string(),
              receivedAt: z.string(),
            }),
          ),
          waiting: z.int(),
        }),
      },
    },
    async (_request, { trx }) => {
      const unknown = trx
        .selectFrom('registry_message')
        .where('outcome', '=', 'unknown')
        .where('settled_at', 'is', null)
        .where('axis', 'is not', null)
      const rows = await unknown
        .select(['id', 'registry', 'axis', 'about', 'contact', 'text', 'received_at'])
        .$narrowType<{ axis: 'identity' | 'naming' | 'qualification' }>()
        .orderBy('received_at')
        .orderBy('id')
        .limit(shown)
        .execute()
      const { count } = await unknown.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      return {
        decisions: rows.map(({ id, registry, axis, about, contact, text, received_at }) => ({
          id,
          registry,
          axis,
          about: about ?? contact ?? '',
          words: text,
          receivedAt: received_at.toISOString(),
        })),
        waiting: Number(count),
      }
    },
  )
  route(
    app,
    {
      ...reviewers,
      method: 'PUT',
      url: 'operator/registry-decisions/:id',
      summary: 'Say what the registry meant; it counts from the day on which the words came',
      params: z.strictObject({ id: z.uuid() }),
      body: z.strictObject({ outcome: z.enum(['passed', 'failed', 'overdue']) }),
      answers: { 204: z.null() },
    },
    async ({ params, body, actor }, context) => {
      await settleDecision({ id: params.id, outcome: body.outcome }, { ...context, actor })
      return undefined
    },
  )
}
