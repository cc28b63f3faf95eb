import type { Problem } from './problem.ts'

export type Locale = 'zh' | 'en'

/** The body of `application/problem+json` (RFC 9457 §3): standard members, then our code and findings. */
export function toProblemJson(problem: Problem, locale: Locale): Record<string, unknown> {
  return {
    type: `urn:yuming:problem:${problem.code}`,
    title: problem.title[locale],
    status: problem.status,
    ...(problem.detail ? { detail: problem.detail[locale] } : {}),
    code: problem.code,
    findings: problem.findings,
  }
}
