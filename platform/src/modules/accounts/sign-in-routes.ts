import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, route, type WithTrx } from '../../kernel/http/index.ts'
import { challengeAnswer } from '../../kernel/human/index.ts'
import { notify } from '../notices/index.ts'
import { type AttemptLimit, countAttempt, forgiveAttempt } from './attempts.ts'
import { accountFor, openAccount } from './commands/open-account.ts'
import { askEmailVerification } from './commands/verify-email.ts'
import { codeRefused, signInRefused, signUpRefused, tooManyAttempts } from './errors.ts'
import type { SignedIn } from './ports.ts'
import { actorOfUser } from './queries.ts'
import * as schema from './schemas.ts'
import { type AccountsRoutesDeps, sessionOf } from './session-of.ts'

const perAddress: AttemptLimit = { name: 'sign-in-address', most: 300, windowMs: 900_000 }
const perEmail: AttemptLimit = { name: 'sign-in-email', most: 20, windowMs: 900_000 }
const perPhone: AttemptLimit = { name: 'phone-code', most: 1, windowMs: 60_000 }
const perPhoneADay: AttemptLimit = { name: 'phone-code-day', most: 10, windowMs: 86_400_000 }

async function enter(
  app: FastifyInstance,
  deps: AccountsRoutesDeps,
  withTrx: WithTrx,
  signedIn: SignedIn,
  { reply, host }: { reply: { header(name: string, value: readonly string[]): unknown }; host: string },
) {
  const actor = await actorOfUser(app.services.db, signedIn.user)
  if (!actor) throw signInRefused()
  reply.header('set-cookie', signedIn.cookies)
  return withTrx(({ trx }) => sessionOf(app, deps, trx, { actor, host }))
}

/** By e-mail and password. */
export function signUpAndIn(app: FastifyInstance, deps: AccountsRoutesDeps): void {
  const { signIn, origin } = deps
  const common = { method: 'POST', tag: 'account', who: 'anyone', perMinute: 30 } as const

  freeRoute(
    app,
    {
      ...common,
      url: 'auth/sign-up',
      summary: 'Open an account',
      body: schema.signUpBody,
      answers: { 201: schema.sessionAnswer },
    },
    async ({ body, ip, locale: asked, request, reply }, withTrx) => {
      const { db, clock } = app.services
      if (!(await countAttempt(db, clock, perAddress, ip))) throw tooManyAttempts()
      const email = body.email.toLowerCase()
      const locale = body.locale ?? asked
      // Hashed before anything is looked up: a known address takes as long as a new one.
      const passwordHash = await signIn.hashPassword(body.password)
      const made = await withTrx(async (context) => {
        const opened = await openAccount(signIn, { email, name: body.name, passwordHash, locale }, context)
        if (opened) await askEmailVerification({ account: opened.account, email, locale, origin }, context)
        else if (await countAttempt(context.trx, clock, perPhone, email))
          await notify(
            { kind: 'account.exists', to: { email }, locale, parameters: { link: `${origin}/sign-in` } },
            context,
          )
        return opened
      })
      const signedIn = made && (await signIn.withPassword({ email, password: body.password }, new Headers()))
      if (!signedIn) throw signUpRefused()
      await forgiveAttempt(db, perAddress, ip)
      return enter(app, deps, withTrx, signedIn, { reply, host: request.host })
    },
  )

  freeRoute(
    app,
    {
      ...common,
      url: 'auth/sign-in',
      summary: 'Sign in with a password',
      body: schema.signInBody,
      answers: { 200: schema.sessionAnswer },
    },
    async ({ body, ip, request, reply }, withTrx) => {
      const { db, clock } = app.services
      const email = body.email.toLowerCase()
      if (!(await countAttempt(db, clock, perAddress, ip))) throw tooManyAttempts()
      if (!(await countAttempt(db, clock, perEmail, email))) throw tooManyAttempts()
      const signedIn = await signIn.withPassword({ email, password: body.password }, new Headers())
      if (!signedIn) throw signInRefused()
      await forgiveAttempt(db, perAddress, ip)
      await forgiveAttempt(db, perEmail, email)
      return enter(app, deps, withTrx, signedIn, { reply, host: request.host })
    },
  )
}

/** By a code to a phone; who has no account yet gets one. */
export function phoneSignIn(app: FastifyInstance, deps: AccountsRoutesDeps): void {
  const { signIn, codeAsks } = deps
  const common = { method: 'POST', tag: 'account', who: 'anyone', perMinute: 30 } as const

  route(
    app,
    {
      ...common,
      url: 'auth/phone/challenges',
      summary: 'A challenge for one more code to a phone, once many were asked for; good once, for ten minutes',
      body: schema.phoneBody,
      answers: { 201: challengeAnswer },
    },
    async ({ body }, context) => codeAsks.challenge(body.phone, context),
  )

  freeRoute(
    app,
    {
      ...common,
      url: 'auth/phone/code',
      summary: 'Send a sign-in code; wants a proof of work once many were asked for within the hour',
      body: schema.phoneCodeBody,
      answers: { 204: z.null() },
    },
    async ({ body, ip, locale }, withTrx) => {
      const { db, clock } = app.services
      if (!(await countAttempt(db, clock, perAddress, ip))) throw tooManyAttempts()
      await withTrx((context) => codeAsks.count({ ...body, ip }, context))
      for (const limit of [perPhone, perPhoneADay]) {
        if (!(await countAttempt(db, clock, limit, body.phone))) throw tooManyAttempts()
      }
      await signIn.sendPhoneCode(body.phone, locale)
      return undefined
    },
  )

  freeRoute(
    app,
    {
      ...common,
      url: 'auth/phone/sign-in',
      summary: 'Sign in with a code',
      body: schema.phoneSignInBody,
      answers: { 200: schema.sessionAnswer },
    },
    async ({ body, ip, locale, request, reply }, withTrx) => {
      const { db, clock } = app.services
      if (!(await countAttempt(db, clock, perAddress, ip))) throw tooManyAttempts()
      const signedIn = await signIn.withPhoneCode(body, new Headers())
      if (!signedIn) throw codeRefused()
      await forgiveAttempt(db, perAddress, ip)
      await withTrx(async (context) => {
        if (body.name !== undefined && !(await actorOfUser(db, signedIn.user))) {
          await signIn.rename(context.trx, signedIn.user, body.name)
        }
        await accountFor({ user: signedIn.user, name: body.name ?? body.phone.slice(-4), locale }, context)
      })
      return enter(app, deps, withTrx, signedIn, { reply, host: request.host })
    },
  )
}
