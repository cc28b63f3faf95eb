import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../kernel/http/index.ts'
import { createToken, deleteToken } from './commands/tokens.ts'
import * as schema from './schemas.ts'

/** Tokens of the API: a sub-user sees their own, the owner all. */
export function tokenRoutes(app: FastifyInstance): void {
  const common = { tag: 'account', who: 'customer', perMinute: 60 } as const

  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'account/tokens',
      summary: 'List API tokens',
      answers: { 200: z.object({ tokens: z.array(schema.tokenAnswer) }) },
    },
    async ({ actor }, { trx }) => {
      const rows = await trx
        .selectFrom('api_token')
        .select(['id', 'name', 'tail', 'created_at'])
        .where('account', '=', actor.account)
        .$if(actor.role !== 'owner', (query) => query.where('auth_user', '=', actor.user))
        .orderBy('created_at')
        .execute()
      return { tokens: rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() })) }
    },
  )

  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'account/tokens',
      summary: 'Make an API token; shown once',
      body: schema.tokenBody,
      answers: { 201: schema.tokenAnswer.extend({ token: z.string() }) },
    },
    ({ actor, body }, context) => createToken(actor, body.name, context),
  )

  route(
    app,
    {
      ...common,
      method: 'DELETE',
      url: 'account/tokens/:id',
      summary: 'Take an API token away',
      params: schema.idParams,
      answers: { 204: z.null() },
    },
    async ({ actor, params }, context) => {
      await deleteToken(actor, params.id, context)
      return undefined
    },
  )
}
