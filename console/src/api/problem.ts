import type { Finding } from './types.ts'

/** What the API says when it refuses (RFC 9457), or what we say when no answer came back (`status` 0). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly findings: Finding[]
  readonly body: Record<string, unknown>
  /** Seconds after which it is worth asking again (RFC 9110 §10.2.3), where the answer says so. */
  readonly retryAfter: number | undefined

  constructor(status: number, body: Record<string, unknown>, retryAfter?: number) {
    const title = typeof body.title === 'string' ? body.title : ''
    super(title || `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = typeof body.code === 'string' ? body.code : status === 0 ? 'NO_ANSWER' : `HTTP_${status}`
    this.title = title
    this.detail = typeof body.detail === 'string' ? body.detail : undefined
    this.findings = Array.isArray(body.findings) ? (body.findings as Finding[]) : []
    this.body = body
    this.retryAfter = retryAfter
  }
}
