import type { Finding, Text } from '@yuming/rules'

export interface ProblemOptions {
  readonly detail?: Text
  readonly findings?: readonly Finding[]
  readonly cause?: unknown
}

/** A refusal with a stable code; becomes an RFC 9457 problem on the wire. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly title: Text
  readonly detail: Text | undefined
  readonly findings: readonly Finding[]

  constructor(code: string, status: number, title: Text, options: ProblemOptions = {}) {
    super(`${code}: ${title.en}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.title = title
    this.detail = options.detail
    this.findings = options.findings ?? []
  }
}

/** Makes the constructor of one kind of problem; each module lists its own in `errors.ts`. */
export function defineProblem(code: string, status: number, title: Text): (options?: ProblemOptions) => Problem {
  return (options) => new Problem(code, status, title, options)
}

/** Throws when any finding refuses; advice alone does not. */
export function refuse(problem: (options?: ProblemOptions) => Problem, findings: readonly Finding[]): void {
  if (findings.some((finding) => finding.severity === 'refuse')) throw problem({ findings })
}
