import type { ResponseInput, ResultReason } from '../../frame/response.ts'
import { namespaces } from '../../namespaces.ts'
import type { XmlElement } from '../../xml/element.ts'

/** Unhandled namespaces (RFC 9038). It has no elements: what a client did not log in for moves into `<extValue>`. */
export const unhandledNamespaces = {
  name: 'unhandled-namespaces-1.0',
  uri: namespaces.unhandledNamespaces,
  elements: {},
} as const

const notInServices = 'not in login services'

/**
 * The response as a client may see it that logged in for `services` (namespace URIs): objects and extensions that are
 * not among them move into `<extValue>` (RFC 9038 §3), or are left out when the client does not know that practice.
 */
export function forServices(response: ResponseInput, services: ReadonlySet<string>): ResponseInput {
  const { data, extensions = [], reasons = [], ...rest } = response
  const strange = [...(data ? [data] : []), ...extensions].filter(({ ns }) => !services.has(ns))
  if (strange.length === 0) return response
  const aside = services.has(unhandledNamespaces.uri)
    ? strange.map((value) => ({ value, reason: `${value.ns} ${notInServices}` }))
    : []
  return {
    ...rest,
    ...(data && !strange.includes(data) ? { data } : {}),
    extensions: extensions.filter((extension) => !strange.includes(extension)),
    reasons: [...reasons, ...aside],
  }
}

/** The elements that a server set aside in that way. */
export function setAside(reasons: readonly ResultReason[]): XmlElement[] {
  return reasons.flatMap(({ value, reason }) => (value && reason === `${value.ns} ${notInServices}` ? [value] : []))
}
