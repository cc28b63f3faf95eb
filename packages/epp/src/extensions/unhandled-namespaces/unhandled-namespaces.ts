import type { ResultReason } from '../../frame/response.ts'
import { namespaces } from '../../namespaces.ts'
import type { XmlElement } from '../../xml/element.ts'

/** Unhandled namespaces (RFC 9038). It has no elements: what a client did not log in for moves into `<extValue>`. */
export const unhandledNamespaces = {
  name: 'unhandled-namespaces-1.0',
  uri: namespaces.unhandledNamespaces,
  elements: {},
} as const

const notInServices = 'not in login services'

/** Divides the elements of a response by what the client logged in for (RFC 9038 §3). `services` are namespace URIs. */
export function divideByServices(
  elements: readonly XmlElement[],
  services: ReadonlySet<string>,
): { handled: XmlElement[]; reasons: ResultReason[] } {
  const handled: XmlElement[] = []
  const reasons: ResultReason[] = []
  for (const element of elements) {
    if (services.has(element.ns)) handled.push(element)
    else reasons.push({ value: element, reason: `${element.ns} ${notInServices}` })
  }
  return { handled, reasons }
}

/** The elements that a server set aside in that way. */
export function setAside(reasons: readonly ResultReason[]): XmlElement[] {
  return reasons.flatMap(({ value, reason }) => (value && reason === `${value.ns} ${notInServices}` ? [value] : []))
}
