import rateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { tooManyRequests } from './errors.ts'

const minute = 60_000
/** For an address and minute, whatever it asks for; each route has its own limit below it. */
const perAddress = 9_000
/** What has no limit of its own: files of the console, and addresses where nothing is. */
const otherwise = 1_200

/**
 * Every answer has a limit. The address is counted before anything is read from the database, then the route by account
 * or address; a route of the API without a limit of its own, and without saying who may use it, is not even added.
 */
export async function limit(
  app: FastifyInstance,
  { factor = 1, store }: { factor?: number; store?: FastifyRateLimitStoreCtor | undefined },
): Promise<{ countAddress(request: FastifyRequest): Promise<void> }> {
  app.addHook('onRoute', ({ url, config, schema }) => {
    const described = schema as { hide?: boolean } | undefined
    if (
      url.startsWith('/v1/') &&
      described?.hide !== true &&
      (config?.rateLimit === undefined || config.who === undefined)
    )
      throw new Error(`${url} has no limit or does not say who may use it`)
    // Before the limiter's own hook, which reads the limit when the route is added.
    if (config?.rateLimit && typeof config.rateLimit.max === 'number')
      config.rateLimit.max = Math.ceil(config.rateLimit.max * factor)
  })
  await app.register(rateLimit, {
    global: true,
    max: Math.ceil(otherwise * factor),
    timeWindow: minute,
    keyGenerator: (request) => request.actor?.account ?? request.ip,
    errorResponseBuilder: () => tooManyRequests(),
    ...(store && { store }),
  })
  const count = app.createRateLimit({
    max: Math.ceil(perAddress * factor),
    timeWindow: minute,
    keyGenerator: (request) => request.ip,
  })
  return {
    async countAddress(request) {
      const counted = await count(request)
      if (!counted.isAllowed && counted.isExceeded) throw tooManyRequests()
    },
  }
}
