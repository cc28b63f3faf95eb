import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import type { Locale } from '../errors/index.ts'
import { digestOf, doOnce, earlierResult, type Json, type KeyedRequest } from './request-keys.ts'
import type { CustomerActor, HttpServices, OperatorActor, OperatorRole, Who } from './services.ts'

/** What a request may weigh where its route says nothing else. */
export const usualBodyBytes = 65_536

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
  /** Takes an Idempotency-Key: what the route does through `once` happens once for each key. */
  readonly keyed?: boolean
}

export interface Exchange<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, W extends Who> {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly actor: W extends 'anyone' ? CustomerActor | undefined : W extends 'operator' ? OperatorActor : CustomerActor
  readonly once: Once
  readonly locale: Locale
  readonly ip: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Runs work in one transaction as the caller of this request. */
export type WithTrx = <T>(work: (context: Context) => Promise<T>) => Promise<T>

/** Work that a request with an Idempotency-Key does once, however often it is sent; without a key it is simply done. */
export interface Once {
  <T extends Json>(work: (context: Context) => Promise<T>): Promise<T>
  /** What the same request did before; undefined when it is new. */
  earlier<T extends Json>(): Promise<{ of: T } | undefined>
}

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
  const who: Who = shape.who
  const schema: FastifySchema & Record<`x-${string}`, unknown> = {
    summary: shape.summary,
    tags: [shape.tag],
    'x-who': who,
    ...(who === 'operator' ? { 'x-role': [shape.role ?? 'admin'].flat() } : {}),
    'x-per-minute': shape.perMinute,
    'x-counted-over': shape.countedOver ?? 60,
    'x-body-bytes': shape.bodyBytes ?? usualBodyBytes,
    ...(shape.who === 'anyone' ? {} : { security: [{ session: [] }, { token: [] }] }),
    ...(shape.params && { params: shape.params }),
    ...(shape.query && { querystring: shape.query }),
    ...(shape.body && { body: shape.body }),
    ...(shape.keyed && { headers: keyHeader }),
    response: shape.answers,
  }
  const seconds = shape.countedOver ?? 60
  const limit = { max: Math.ceil((shape.perMinute * seconds) / 60), timeWindow: seconds * 1_000 }
  app.route({
    method: shape.method,
    url: `/v1/${shape.url}`,
    bodyLimit: shape.bodyBytes ?? usualBodyBytes,
    config: { who: shape.who, outside: shape.outside ?? false, rateLimit: limit },
    schema,
    async handler(request, reply) {
      const { services } = app
      const actor =
        who === 'anyone'
          ? request.actor
          : who === 'operator'
            ? services.admitOperator([shape.role ?? 'admin'].flat(), request.operator, request.actor)
            : services.admit(who, request.actor)
      const withTrx = transactionOf(services, actor)
      const exchange = {
        params: request.params,
        query: request.query,
        body: request.body,
        actor,
        once: onceOf(shape.keyed === true ? request : undefined, withTrx),
        locale: request.locale,
        ip: request.ip,
        request,
        reply,
      } as unknown as Exchange<P, Q, B, W>
      reply.code(status)
      const answer = await handle(exchange, withTrx)
      if (reply.sent) return reply
      return reply.send(answer)
    },
  })
}

/** A quoted string, as the draft writes it, or the bare text. */
const keyHeader = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^("[\x21\x23-\x5b\x5d-\x7e]{8,128}"|[\x21\x23-\x5b\x5d-\x7e]{8,128})$/)
    .optional()
    .describe('The same request with the same key within 24 hours happens once')
    .meta({ examples: ['order-2026-11-24-0001'] }),
})

function onceOf(request: FastifyRequest | undefined, withTrx: WithTrx): Once {
  const key = request?.headers['idempotency-key']
  const account = request?.actor?.account
  const keyed: KeyedRequest | undefined =
    request && typeof key === 'string' && account !== undefined
      ? { account, key: key.replaceAll('"', ''), digest: digestOf(request.method, request.url, request.body) }
      : undefined
  return Object.assign(
    <T extends Json>(work: (context: Context) => Promise<T>) =>
      withTrx((context) => (keyed ? doOnce(keyed, context, work) : work(context))),
    {
      earlier: async <T extends Json>() => (keyed ? withTrx((context) => earlierResult<T>(keyed, context)) : undefined),
    },
  )
}

function transactionOf({ db, clock, random, log }: HttpServices, actor: Actor | undefined): WithTrx {
  return (work) =>
    db
      .transaction()
      .execute((trx) => work({ trx, actor: actor ?? { kind: 'system', name: 'visitor' }, clock, random, log }))
}
