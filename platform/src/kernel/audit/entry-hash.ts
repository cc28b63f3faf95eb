import { createHash } from 'node:crypto'

export interface AuditContent {
  readonly seq: number
  readonly at: Date
  readonly actor: unknown
  readonly action: string
  readonly subject: string
  readonly detail: unknown
}

/** SHA-256 over the hash before and the content, in a form that does not depend on the order of JSON members. */
export function entryHash(previous: string, { seq, at, actor, action, subject, detail }: AuditContent): string {
  return createHash('sha256')
    .update(`${previous}\n${canonical([seq, at.toISOString(), actor, action, subject, detail])}`)
    .digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value as Record<string, unknown>).filter(([, member]) => member !== undefined)
    return `{${members
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
      .join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
