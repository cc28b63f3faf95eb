import type { FastifyInstance } from 'fastify'
import { headerMissing } from './errors.ts'

// What a Vite build needs: its own scripts and styles; inline style attributes are used by positioned parts.
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export function secure(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
  })

  // A page of another origin cannot set this header without asking first, and is never allowed to.
  app.addHook('onRequest', async (request) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    if (request.headers['x-yuming'] === '1' || request.headers.authorization !== undefined) return
    if (request.routeOptions.config.outside) return
    throw headerMissing()
  })
}
