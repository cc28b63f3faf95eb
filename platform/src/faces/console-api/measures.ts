import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, type Metric, Registry } from 'prom-client'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** /healthz for whoever asks; /metrics for this machine only. */
export function measure(app: FastifyInstance, alive: () => Promise<void>, own: readonly Metric[] = []): void {
  const registry = new Registry()
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
  app.get('/healthz', { schema: { hide: true } }, async () => {
    await alive()
    return { ok: true }
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // The peer itself, not a forwarded address: a proxy on this machine must not open this to the world.
    const local = loopback.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
    if (!local) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
