import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../kernel/errors/index.ts'

/** The console's own choice (cookie `locale`) beats the browser's; Chinese when neither says English first. */
export function localeOfRequest(request: FastifyRequest): Locale {
  const chosen = /(?:^|;\s*)locale=(zh|en)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1]
  if (chosen === 'zh' || chosen === 'en') return chosen
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
}
