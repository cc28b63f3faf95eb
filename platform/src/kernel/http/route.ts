import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import type { Locale } from '../errors/index.ts'
import type { CustomerActor, HttpServices, OperatorActor, OperatorRole, Who } from './services.ts'

/** Everything a route promises; the description of the API is made of it. */
export interface RouteShape<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends Record<number, z.ZodType>,
  W extends Who,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below /v1, without a leading slash: `orders/:number`. */
  readonly url: string
  readonly summary: string
  readonly tag: string
  readonly who: W
  /** Requests per minute and account, or per minute and address for visitors. */
  readonly perMinute: number
  /** Seconds in which they are counted; a short while lets somebody who types go on after a moment. 60 when absent. */
  readonly countedOver?: number
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The first status is the one that is sent; 204 has `z.null()`. */
  readonly answers: A
  readonly outside?: boolean
  /** The role that a route for operators needs, or any of several; `admin` unless it says otherwise. */
  readonly role?: OperatorRole | readonly OperatorRole[]
  readonly bodyBytes?: number
}

export interface Exchange<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, W extends Who> {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly actor: W extends 'anyone' ? CustomerActor | undefined : W extends 'operator' ? OperatorActor : CustomerActor
  readonly locale: Locale
  readonly ip: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Runs work in one transaction as the caller of this request. */
export type WithTrx = <T>(work: (context: Context) => Promise<T>) => Promise<T>

type Answer<A extends Record<number, z.ZodType>> = z.input<A[keyof A & number]> | undefined

/** A route whose whole work is one transaction: a thrown problem leaves no trace. */
export function route<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends Record<number, z.ZodType>,
  W extends Who,
>(
  app: FastifyInstance,
  shape: RouteShape<P, Q, B, A, W>,
  handle: (exchange: Exchange<P, Q, B, W>, context: Context) => Promise<Answer<A>>,
): void {
  freeRoute(app, shape, (exchange, withTrx) => withTrx((context) => handle(exchange, context)))
}

/** A route that chooses its transactions itself, or answers with a stream (`reply.hijack()`). */
export function freeRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends Record<number, z.ZodType>,
  W extends Who,
>(
  app: FastifyInstance,
  shape: RouteShape<P, Q, B, A, W>,
  handle: (exchange: Exchange<P, Q, B, W>, withTrx: WithTrx) => Promise<Answer<A>>,
): void {
  const status = Number(Object.keys(shape.answers)[0])
  const schema: FastifySchema = {
    summary: shape.summary,
    tags: [shape.tag],
    ...(shape.who === 'anyone' ? {} : { security: [{ session: [] }, { token: [] }] }),
    ...(shape.params && { params: shape.params }),
    ...(shape.query && { querystring: shape.query }),
    ...(shape.body && { body: shape.body }),
    response: shape.answers,
  }
  const seconds = shape.countedOver ?? 60
  const limit = { max: Math.ceil((shape.perMinute * seconds) / 60), timeWindow: seconds * 1_000 }
  app.route({
    method: shape.method,
    url: `/v1/${shape.url}`,
    ...(shape.bodyBytes === undefined ? {} : { bodyLimit: shape.bodyBytes }),
    config: { outside: shape.outside ?? false, rateLimit: limit },
    schema,
    async handler(request, reply) {
      const { services } = app
      const who: Who = shape.who
      const actor =
        who === 'anyone'
          ? request.actor
          : who === 'operator'
            ? services.admitOperator([shape.role ?? 'admin'].flat(), request.operator, request.actor)
            : services.admit(who, request.actor)
      const exchange = {
        params: request.params,
        query: request.query,
        body: request.body,
        actor,
        locale: request.locale,
        ip: request.ip,
        request,
        reply,
      } as Exchange<P, Q, B, W>
      reply.code(status)
      const answer = await handle(exchange, transactionOf(services, actor))
      if (reply.sent) return reply
      return reply.send(answer)
    },
  })
}

function transactionOf({ db, clock, random, log }: HttpServices, actor: Actor | undefined): WithTrx {
  return (work) =>
    db
      .transaction()
      .execute((trx) => work({ trx, actor: actor ?? { kind: 'system', name: 'visitor' }, clock, random, log }))
}
