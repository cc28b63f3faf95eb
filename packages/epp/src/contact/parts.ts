import { namespaces } from '../namespaces.ts'
import { defined } from '../xml/defined.ts'
import { child, childrenOf, elementsOf, type XmlElement } from '../xml/element.ts'
import { attribute, booleanOf, oneOf, required, requiredText, textOf } from '../xml/read.ts'

export const ns = namespaces.contact
export const contact = elementsOf(ns)

/** RFC 5733 §2.4. `int` is ASCII, `loc` any script; .cn takes both. */
export interface PostalInfo {
  readonly type: 'int' | 'loc'
  readonly name: string
  readonly org?: string
  readonly street: readonly string[]
  readonly city: string
  readonly sp?: string
  readonly pc?: string
  /** ISO 3166-1 alpha-2. */
  readonly cc: string
}

/** `+86.13800000000`, with an extension of its own (RFC 5733 §2.5). */
export interface Phone {
  readonly number: string
  readonly x?: string
}

/** RFC 5733 §2.9: which elements the holder wants told (flag true) or kept (flag false). */
export interface Disclose {
  readonly flag: boolean
  readonly elements: readonly { readonly name: string; readonly type?: 'int' | 'loc' }[]
}

/** What create sets and update changes. */
export interface ContactFields {
  readonly postalInfo: readonly PostalInfo[]
  readonly voice?: Phone
  readonly fax?: Phone
  readonly email: string
  readonly authInfo?: { readonly pw: string }
  readonly disclose?: Disclose
}

const writePostalInfo = (info: PostalInfo): XmlElement =>
  contact(
    'postalInfo',
    [
      contact('name', info.name),
      info.org === undefined ? undefined : contact('org', info.org),
      contact('addr', [
        ...info.street.map((line) => contact('street', line)),
        contact('city', info.city),
        info.sp === undefined ? undefined : contact('sp', info.sp),
        info.pc === undefined ? undefined : contact('pc', info.pc),
        contact('cc', info.cc),
      ]),
    ],
    { type: info.type },
  )

function readPostalInfo(element: XmlElement): PostalInfo {
  const address = required(element, ns, 'addr')
  return defined({
    type: oneOf(attribute(element, 'type'), ['int', 'loc']),
    name: requiredText(element, ns, 'name'),
    org: textOf(element, ns, 'org'),
    street: childrenOf(address, ns, 'street').map((line) => line.text.trim()),
    city: requiredText(address, ns, 'city'),
    sp: textOf(address, ns, 'sp'),
    pc: textOf(address, ns, 'pc'),
    cc: requiredText(address, ns, 'cc'),
  })
}

const writePhone = (name: string, phone: Phone | undefined): XmlElement | undefined =>
  phone && contact(name, phone.number, { x: phone.x })

function readPhone(element: XmlElement, name: string): Phone | undefined {
  const found = child(element, ns, name)
  return found && defined({ number: found.text.trim(), x: found.attributes.x })
}

const writeDisclose = (disclose: Disclose | undefined): XmlElement | undefined =>
  disclose &&
  contact(
    'disclose',
    disclose.elements.map(({ name, type }) => contact(name, '', { type })),
    { flag: disclose.flag ? '1' : '0' },
  )

function readDisclose(element: XmlElement): Disclose | undefined {
  const found = child(element, ns, 'disclose')
  return (
    found && {
      flag: booleanOf(attribute(found, 'flag')),
      elements: found.children.map(({ name, attributes }) =>
        defined({ name, type: attributes.type === undefined ? undefined : oneOf(attributes.type, ['int', 'loc']) }),
      ),
    }
  )
}

export const writeFields = (fields: Partial<ContactFields>): (XmlElement | undefined)[] => [
  ...(fields.postalInfo ?? []).map(writePostalInfo),
  writePhone('voice', fields.voice),
  writePhone('fax', fields.fax),
  fields.email === undefined ? undefined : contact('email', fields.email),
]

export const writeTail = (fields: Partial<ContactFields>): (XmlElement | undefined)[] => [
  fields.authInfo && contact('authInfo', [contact('pw', fields.authInfo.pw)]),
  writeDisclose(fields.disclose),
]

export function readFields(element: XmlElement): Partial<ContactFields> {
  const postalInfo = childrenOf(element, ns, 'postalInfo').map(readPostalInfo)
  const auth = child(element, ns, 'authInfo')
  return defined({
    postalInfo: postalInfo.length > 0 ? postalInfo : undefined,
    voice: readPhone(element, 'voice'),
    fax: readPhone(element, 'fax'),
    email: textOf(element, ns, 'email'),
    authInfo: auth && { pw: required(auth, ns, 'pw').text },
    disclose: readDisclose(element),
  })
}
