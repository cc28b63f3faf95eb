import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, route } from '../../kernel/http/index.ts'
import { addSubUser, removeSubUser } from './commands/sub-users.ts'
import * as schema from './schemas.ts'
import type { AccountsRoutesDeps } from './session-of.ts'

/** 子账号: seen, made and removed by the owner alone. */
export function subUserRoutes(app: FastifyInstance, { signIn }: AccountsRoutesDeps): void {
  const common = { tag: 'account', who: 'owner', perMinute: 60 } as const

  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'account/sub-users',
      summary: 'List sub-users',
      answers: { 200: z.object({ subUsers: z.array(schema.subUserAnswer) }) },
    },
    async ({ actor }, { trx }) => {
      const rows = await trx
        .selectFrom('account_user')
        .select(['auth_user', 'created_at'])
        .where('account', '=', actor.account)
        .where('role', '=', 'sub-user')
        .orderBy('created_at')
        .execute()
      const subUsers: z.infer<typeof schema.subUserAnswer>[] = []
      for (const row of rows) {
        const profile = await signIn.profile(trx, row.auth_user)
        if (profile)
          subUsers.push({
            id: row.auth_user,
            name: profile.name,
            email: profile.email,
            createdAt: row.created_at.toISOString(),
          })
      }
      return { subUsers }
    },
  )

  freeRoute(
    app,
    {
      ...common,
      method: 'POST',
      url: 'account/sub-users',
      summary: 'Add a sub-user',
      body: schema.subUserBody,
      answers: { 201: schema.subUserAnswer },
    },
    async ({ actor, body }, withTrx) => {
      const passwordHash = await signIn.hashPassword(body.password)
      const email = body.email.toLowerCase()
      return withTrx(async (context) => {
        const id = await addSubUser(signIn, actor, { email, name: body.name, passwordHash }, context)
        return { id, name: body.name, email, createdAt: context.clock.now().toISOString() }
      })
    },
  )

  route(
    app,
    {
      ...common,
      method: 'DELETE',
      url: 'account/sub-users/:id',
      summary: 'Remove a sub-user',
      params: schema.idParams,
      answers: { 204: z.null() },
    },
    async ({ actor, params }, context) => {
      await removeSubUser(signIn, actor, params.id, context)
      return undefined
    },
  )
}
