import type { EppCommand } from '../command.ts'
import { namespaces } from '../namespaces.ts'
import { elementsOf } from '../xml/element.ts'

const epp = elementsOf(namespaces.epp)

/** RFC 5730 §2.9.1.2; answered with 1500, then the server closes. */
export const logout: EppCommand<Record<string, never>, never> = {
  verb: 'logout',
  kind: 'session',
  request: { write: () => epp('logout'), read: () => ({}) },
}
