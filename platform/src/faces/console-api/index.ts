import type { FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import type { Metric } from 'prom-client'
import { type HttpServices, openStreams, usualBodyBytes } from '../../kernel/http/index.ts'
import { admit, admitOperator, type Sessions } from '../../modules/accounts/index.ts'
import { serveConsole } from './console-files.ts'
import { describeApi } from './description.ts'
import { noSuchPage } from './errors.ts'
import { limit } from './limits.ts'
import { localeOfRequest } from './locale.ts'
import { createMeasures, measure } from './measures.ts'
import { answerWithProblems, problemOf, sendProblem } from './problems.ts'
import { secure } from './security.ts'

export interface ConsoleApiOptions extends Omit<HttpServices, 'admit' | 'admitOperator' | 'streams' | 'counter'> {
  readonly config: {
    readonly version: string
    /** Addresses of reverse proxies whose forwarded addresses are believed. */
    readonly trustProxy?: string[]
    /** Multiplies every route's limit; 1 when absent. */
    readonly limitFactor?: number
  }
  readonly sessions: Sessions
  /** The routes of the modules. */
  readonly plugins: readonly ((app: FastifyInstance) => void)[]
  /** Folder of the built console; absent when something else serves it. */
  readonly consoleDist?: string
  /** Where request counts are kept; memory of this process when absent. */
  readonly limitStore?: FastifyRateLimitStoreCtor
  /** Other rooms' measures, shown at /metrics. */
  readonly measures?: readonly Metric[]
}

/** The console's way in, which scripts use with a token as well. Nothing listens until `listen` is called. */
export async function createConsoleApi(options: ConsoleApiOptions): Promise<FastifyInstance> {
  const { config, db, clock, random, log, sessions } = options
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: usualBodyBytes,
    trustProxy: config.trustProxy ?? false,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    genReqId: () => random.uuid(),
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => {
      request.locale = localeOfRequest(request)
      sendProblem(problemOf(error), request, reply)
    },
  }) as FastifyInstance

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const measures = createMeasures()
  const streams = openStreams(config.limitFactor)
  const { counter } = measures
  app.decorate('services', { db, clock, random, log, admit, admitOperator, streams, counter })
  app.decorateRequest('actor', undefined)
  app.decorateRequest('operator', undefined)
  app.decorateRequest('locale', 'zh')
  answerWithProblems(app)
  acceptForms(app)
  secure(app)
  const { countAddress } = await limit(app, { factor: config.limitFactor ?? 1, store: options.limitStore })
  app.addHook('onRequest', async (request, reply) => {
    request.locale = localeOfRequest(request)
    await countAddress(request)
    if (!request.url.startsWith('/v1/')) return
    const { actor, operator, cookies } = await sessions.actorOf(request.headers)
    request.actor = actor
    request.operator = operator
    if (cookies.length > 0) reply.header('set-cookie', cookies)
    reply.header('cache-control', 'no-store')
  })
  measure(
    app,
    measures.registry,
    async () => {
      await sql`select 1`.execute(db)
    },
    options.measures,
  )
  await describeApi(app, config.version)
  for (const plugin of options.plugins) await app.register(async (scope) => plugin(scope))
  if (options.consoleDist !== undefined) await serveConsole(app, options.consoleDist)
  else
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
      sendProblem(noSuchPage(), request, reply),
    )
  return app
}

/** Payment channels notify with forms (application/x-www-form-urlencoded). */
function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
}
