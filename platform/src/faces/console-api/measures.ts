import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, type Metric, Registry } from 'prom-client'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** What this process counts; modules count by `services.counter`. */
export function createMeasures() {
  const registry = new Registry()
  const counters = new Map<string, Counter>()
  return {
    registry,
    counter(name: string, help: string): { inc(): void } {
      const counter = counters.get(name) ?? new Counter({ name, help, registers: [registry] })
      counters.set(name, counter)
      return counter
    },
  }
}

const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } })

/** /healthz for whoever asks; /metrics for this machine only. */
export function measure(
  app: FastifyInstance,
  registry: Registry,
  alive: () => Promise<void>,
  own: readonly Metric[] = [],
): void {
  for (const metric of own) registry.registerMetric(metric)
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1_000)
  })
  app.get('/healthz', { schema: { hide: true }, config: perMinute(600) }, async () => {
    await alive()
    return { ok: true }
  })
  app.get('/metrics', { schema: { hide: true }, config: perMinute(120) }, async (request, reply) => {
    // The peer itself, not a forwarded address: a proxy on this machine must not open this to the world.
    const local = loopback.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
    if (!local) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
