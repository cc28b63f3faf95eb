import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../kernel/audit/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { type CustomerActor, freeRoute, route, type ShopFronts, type WithTrx } from '../../kernel/http/index.ts'
import { notify } from '../notices/index.ts'
import { type AttemptLimit, countAttempt, forgiveAttempt } from './attempts.ts'
import { accountFor, openAccount } from './commands/open-account.ts'
import { addSubUser, removeSubUser } from './commands/sub-users.ts'
import { createToken, deleteToken } from './commands/tokens.ts'
import { askEmailVerification } from './commands/verify-email.ts'
import { codeRefused, signInRefused, signUpRefused, tooManyAttempts } from './errors.ts'
import type { SignedIn, SignIn } from './ports.ts'
import { actorOfUser, emailVerified, localeOf, operatorOfUser } from './queries.ts'
import * as schema from './schemas.ts'

export interface AccountsRoutesDeps {
  readonly signIn: SignIn
  /** Public origin of the console, for links in mail. */
  readonly origin: string
  /** Prepaid balance in fen. */
  readonly balanceOf: (trx: Trx, account: string) => Promise<number>
  /** Whether the clock can be turned forward, and the page where a person does it. */
  readonly movable: boolean
  readonly clockPage?: string
  /** YYYY-MM-DD, when any of the rules was held against its sources last. */
  readonly rulesDate: string
  /** Whether a suffix that wants its holder verified first gets that. */
  readonly verifyBefore: 'as-suffix' | 'never'
  readonly fronts: ShopFronts
  /** The campaign of quick orders is on. */
  readonly quickOrder?: boolean
}

const perAddress: AttemptLimit = { name: 'sign-in-address', most: 300, windowMs: 900_000 }
const perEmail: AttemptLimit = { name: 'sign-in-email', most: 20, windowMs: 900_000 }
const perPhone: AttemptLimit = { name: 'phone-code', most: 1, windowMs: 60_000 }
const perPhoneADay: AttemptLimit = { name: 'phone-code-day', most: 10, windowMs: 86_400_000 }

export function accountsRoutes(deps: AccountsRoutesDeps) {
  return (app: FastifyInstance): void => {
    signUpAndIn(app, deps)
    phoneSignIn(app, deps)
    sessionRoutes(app, deps)
    nameRoute(app, deps)
    subUserRoutes(app, deps)
    tokenRoutes(app)
  }
}

async function sessionOf(
  app: FastifyInstance,
  deps: AccountsRoutesDeps,
  trx: Trx,
  { actor, host }: { actor: CustomerActor | undefined; host: string },
) {
  const { clock } = app.services
  const front = deps.fronts.of(host)
  const other = deps.fronts.other(front)
  const about = {
    clock: {
      now: clock.now().toISOString(),
      today: clock.today(),
      movable: deps.movable,
      page: deps.clockPage ?? null,
    },
    rulesDate: deps.rulesDate,
    verifyBefore: deps.verifyBefore,
    quickOrder: deps.quickOrder ?? false,
    site: { kind: front.kind, other: other ? { kind: other.kind, url: other.url } : null },
  }
  const profile = actor && (await deps.signIn.profile(trx, actor.user))
  if (!actor || !profile) return { account: null, ...about }
  return {
    account: {
      id: actor.account,
      ...profile,
      emailVerified: profile.email !== null && (await emailVerified(trx, actor.account, profile.email)),
      role: actor.role,
      operatorRoles: actor.via === 'console' ? [...((await operatorOfUser(trx, actor.user))?.roles ?? [])] : [],
      balanceFen: await deps.balanceOf(trx, actor.account),
    },
    ...about,
  }
}

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

function signUpAndIn(app: FastifyInstance, deps: AccountsRoutesDeps): void {
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

function phoneSignIn(app: FastifyInstance, deps: AccountsRoutesDeps): void {
  const { signIn } = deps
  const common = { method: 'POST', tag: 'account', who: 'anyone', perMinute: 30 } as const

  freeRoute(
    app,
    {
      ...common,
      url: 'auth/phone/code',
      summary: 'Send a sign-in code',
      body: schema.phoneCodeBody,
      answers: { 204: z.null() },
    },
    async ({ body, ip, locale }) => {
      const { db, clock } = app.services
      if (!(await countAttempt(db, clock, perAddress, ip))) throw tooManyAttempts()
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

function sessionRoutes(app: FastifyInstance, deps: AccountsRoutesDeps): void {
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
function nameRoute(app: FastifyInstance, { signIn }: AccountsRoutesDeps): void {
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

function subUserRoutes(app: FastifyInstance, { signIn }: AccountsRoutesDeps): void {
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

function tokenRoutes(app: FastifyInstance): void {
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
