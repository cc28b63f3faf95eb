import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../../kernel/http/index.ts'
import { idParams } from '../../accounts/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { turnOf } from './enhanced-check-of.ts'
import { moveEnhancedCheck } from './move-enhanced-check.ts'
import { openEnhancedCheck } from './open-enhanced-check.ts'

const check = z.object({
  id: z.string(),
  name: z.string(),
  words: z.string(),
  noticedOn: z.string(),
  dueOn: z.string(),
  state: z.enum(['open', 'reviewing', 'sent', 'passed', 'withdrawn']),
  turn: z.enum(['you', 'we', 'registry']).nullable(),
  answer: z.string().nullable(),
})
const words = z.string().trim().min(1).max(500)

/** Notices of the registry, which come by letter, are noted here, and what it answers to the papers. */
export function enhancedOperatorRoutes(app: FastifyInstance): void {
  const common = { tag: 'verification', who: 'operator', role: 'reviewer', perMinute: 60 } as const
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'operator/enhanced-checks',
      summary: 'Enhanced checks that have not ended, the most urgent first',
      answers: { 200: z.object({ checks: z.array(check) }) },
    },
    async (_request, { trx }) => {
      const rows = await trx
        .selectFrom('enhanced_check')
        .selectAll()
        .where('ended_at', 'is', null)
        .orderBy('due_on')
        .orderBy('id')
        .limit(200)
        .execute()
      return {
        checks: rows.map(({ id, name, words, noticed_on, due_on, state, answer }) => ({
          id,
          name,
          words,
          noticedOn: noticed_on,
          dueOn: due_on,
          state,
          turn: turnOf[state],
          answer,
        })),
      }
    },
  )
  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'operator/enhanced-checks',
      summary: 'Note that the registry asks for more papers of a name’s holder, who is told at once',
      body: z.strictObject({ name: z.string().trim().min(3).max(260), noticedOn: z.iso.date(), words }),
      answers: { 201: z.object({ id: z.string(), dueOn: z.string() }) },
    },
    async ({ actor, body: { name, ...notice } }, context) =>
      openEnhancedCheck({ ascii: typedAscii(name), ...notice }, { ...context, actor }),
  )
  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'operator/enhanced-checks/:id/answer',
      summary: 'Note what the registry answered: passed, other papers wanted, or nothing wanted any more',
      params: idParams,
      body: z.strictObject({ outcome: z.enum(['pass', 'refuse', 'withdraw']), words }),
      answers: { 204: z.null() },
    },
    async ({ actor, params, body: { outcome, words: said } }, context) => {
      await moveEnhancedCheck({ id: params.id, step: outcome, words: said }, { ...context, actor })
      return undefined
    },
  )
}
