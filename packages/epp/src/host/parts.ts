import { namespaces } from '../namespaces.ts'
import { childrenOf, elementsOf, type XmlElement } from '../xml/element.ts'
import { attribute, oneOf } from '../xml/read.ts'

export const ns = namespaces.host
export const host = elementsOf(ns)

/** RFC 5732 §2.5. */
export interface HostAddress {
  readonly ip: 'v4' | 'v6'
  readonly address: string
}

export const writeAddresses = (addresses: readonly HostAddress[] = []): XmlElement[] =>
  addresses.map(({ ip, address }) => host('addr', address, { ip }))

export const readAddresses = (element: XmlElement): HostAddress[] =>
  childrenOf(element, ns, 'addr').map((found) => ({
    ip: oneOf(found.attributes.ip ?? 'v4', ['v4', 'v6']),
    address: found.text.trim(),
  }))

export const writeStatuses = (statuses: readonly string[] = []): XmlElement[] =>
  statuses.map((s) => host('status', '', { s }))

export const readStatuses = (element: XmlElement): string[] =>
  childrenOf(element, ns, 'status').map((status) => attribute(status, 's'))
