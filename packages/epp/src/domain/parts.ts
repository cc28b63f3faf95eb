import { namespaces } from '../namespaces.ts'
import { child, childrenOf, elementsOf, type XmlElement } from '../xml/element.ts'
import { attribute, integerOf, oneOf, required } from '../xml/read.ts'

export const ns = namespaces.domain
export const domain = elementsOf(ns)

/** RFC 5731 §2.5. */
export interface Period {
  readonly value: number
  readonly unit: 'y' | 'm'
}

export const writePeriod = (period: Period | undefined): XmlElement | undefined =>
  period && domain('period', String(period.value), { unit: period.unit })

export function readPeriod(element: XmlElement): Period | undefined {
  const found = child(element, ns, 'period')
  return found && { value: integerOf(found.text.trim()), unit: oneOf(attribute(found, 'unit'), ['y', 'm']) }
}

/** RFC 5731 §2.2: administrative, technical and billing contacts. */
export interface DomainContact {
  readonly type: 'admin' | 'tech' | 'billing'
  readonly id: string
}

export const writeContacts = (contacts: readonly DomainContact[] = []): XmlElement[] =>
  contacts.map(({ type, id }) => domain('contact', id, { type }))

export const readContacts = (element: XmlElement): DomainContact[] =>
  childrenOf(element, ns, 'contact').map((found) => ({
    type: oneOf(attribute(found, 'type'), ['admin', 'tech', 'billing']),
    id: found.text.trim(),
  }))

/** A name server of the attribute model; in the object model `addresses` is empty (RFC 5731 §1.1). */
export interface NameServer {
  readonly name: string
  readonly addresses?: readonly { readonly ip: 'v4' | 'v6'; readonly address: string }[]
}

/** A registry takes host objects or host attributes, never both. */
export interface NameServers {
  readonly model: 'objects' | 'attributes'
  readonly servers: readonly NameServer[]
}

export function writeNameServers(ns: NameServers | undefined): XmlElement | undefined {
  if (!ns || ns.servers.length === 0) return undefined
  if (ns.model === 'objects')
    return domain(
      'ns',
      ns.servers.map(({ name }) => domain('hostObj', name)),
    )
  return domain(
    'ns',
    ns.servers.map(({ name, addresses = [] }) =>
      domain('hostAttr', [
        domain('hostName', name),
        ...addresses.map(({ ip, address }) => domain('hostAddr', address, { ip })),
      ]),
    ),
  )
}

export function readNameServers(element: XmlElement): NameServers | undefined {
  const found = child(element, ns, 'ns')
  if (!found) return undefined
  const attributes = childrenOf(found, ns, 'hostAttr')
  if (attributes.length === 0)
    return { model: 'objects', servers: childrenOf(found, ns, 'hostObj').map((host) => ({ name: host.text.trim() })) }
  return {
    model: 'attributes',
    servers: attributes.map((host) => ({
      name: required(host, ns, 'hostName').text.trim(),
      addresses: childrenOf(host, ns, 'hostAddr').map((address) => ({
        ip: oneOf(address.attributes.ip ?? 'v4', ['v4', 'v6']),
        address: address.text.trim(),
      })),
    })),
  }
}

/** RFC 5731 §2.3. `s` is a token, not an enumeration: registries add values of their own, e.g. pendingVerification. */
export interface DomainStatus {
  readonly s: string
  readonly lang?: string
  readonly text?: string
}

export const writeStatuses = (statuses: readonly DomainStatus[] = []): XmlElement[] =>
  statuses.map(({ s, lang, text }) => domain('status', text ?? '', { s, lang }))

export const readStatuses = (element: XmlElement): DomainStatus[] =>
  childrenOf(element, ns, 'status').map((found) => ({
    s: attribute(found, 's'),
    ...(found.attributes.lang === undefined ? {} : { lang: found.attributes.lang }),
    ...(found.text.trim() === '' ? {} : { text: found.text.trim() }),
  }))

/** Transfer authorisation (RFC 5731 §2.6, authInfoType); an empty one lets nobody transfer (RFC 9154 §4.3). */
export interface AuthInfo {
  readonly pw: string
  /** ROID of the contact whose password it is. */
  readonly roid?: string
}

/** Only an update may say `null`, which takes it away (RFC 5731 §3.2.5, authInfoChgType). */
export type AuthInfoChange = AuthInfo | { readonly pw: null }

export const writeAuthInfo = (auth: AuthInfoChange | undefined): XmlElement | undefined =>
  auth && domain('authInfo', [auth.pw === null ? domain('null') : domain('pw', auth.pw, { roid: auth.roid })])

export function readAuthInfoChange(element: XmlElement): AuthInfoChange | undefined {
  const found = child(element, ns, 'authInfo')
  return found && child(found, ns, 'null') ? { pw: null } : readAuthInfo(element)
}

export function readAuthInfo(element: XmlElement): AuthInfo | undefined {
  const found = child(element, ns, 'authInfo')
  if (!found) return undefined
  const pw = required(found, ns, 'pw')
  return { pw: pw.text, ...(pw.attributes.roid === undefined ? {} : { roid: pw.attributes.roid }) }
}
