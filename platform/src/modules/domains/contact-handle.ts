import { createHash } from 'node:crypto'

/** The handle of a template's contact: the same at every try, so that a lost answer cannot make a second contact. 3–16 characters (RFC 5730 `clIDType`). */
export function contactHandle(template: string): string {
  return `ym${createHash('sha256').update(template).digest('hex').slice(0, 14)}`
}
