import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../kernel/audit/index.ts'
import { freeRoute, route } from '../../kernel/http/index.ts'
import { askEmailVerification } from './commands/verify-email.ts'
import { localeOf } from './queries.ts'
import * as schema from './schemas.ts'
import { type AccountsRoutesDeps, sessionOf } from './session-of.ts'

export function sessionRoutes(app: FastifyInstance, deps: AccountsRoutesDeps): void {
  const { signIn, origin } = deps

  freeRoute(
    app,
    {
      method: 'POST',
      url: 'auth/sign-out',
      summary: 'Sign out',
      tag: 'account',
      who: 'anyone',
      perMinute: 60,
      answers: { 204: z.null() },
    },
    async ({ request, reply }) => {
      const cookies = await signIn.signOut(new Headers({ cookie: request.headers.cookie ?? '' }))
      reply.header('set-cookie', cookies)
      return undefined
    },
  )

  route(
    app,
    {
      method: 'GET',
      url: 'session',
      summary: 'Who is signed in, and what day it is',
      tag: 'account',
      who: 'anyone',
      perMinute: 600,
      answers: { 200: schema.sessionAnswer },
    },
    async ({ actor, request }, { trx }) => sessionOf(app, deps, trx, { actor, host: request.host }),
  )

  route(
    app,
    {
      method: 'POST',
      url: 'account/email',
      summary: 'Send the verification of the account’s own address again',
      tag: 'account',
      who: 'customer',
      perMinute: 10,
      answers: { 204: z.null() },
    },
    async ({ actor }, context) => {
      const email = (await signIn.profile(context.trx, actor.user))?.email
      if (email) {
        const locale = await localeOf(context.trx, actor.account)
        await askEmailVerification({ account: actor.account, email, locale, origin }, context)
      }
      return undefined
    },
  )
}

/** The name of the person who is signed in, whichever way they came in: a phone alone tells none. */
export function nameRoute(app: FastifyInstance, { signIn }: AccountsRoutesDeps): void {
  route(
    app,
    {
      method: 'PUT',
      url: 'account/name',
      summary: 'Say my name, as pages show it; a bureau is told it where I answer its check of a filing',
      tag: 'account',
      who: 'customer',
      perMinute: 10,
      body: schema.nameBody,
      answers: { 204: z.null() },
    },
    async ({ actor, body }, { trx, clock }) => {
      await signIn.rename(trx, actor.user, body.name)
      if (actor.role === 'owner')
        await trx.updateTable('account').set({ name: body.name }).where('id', '=', actor.account).execute()
      await record({ action: 'account.renamed', subject: actor.account }, { trx, clock, actor })
      return undefined
    },
  )
}
