import { namespaces } from '../namespaces.ts'
import { defined } from '../xml/defined.ts'
import { child, childrenOf, elementsOf, type XmlElement } from '../xml/element.ts'
import { attribute, oneOf, required, requiredText, textOf } from '../xml/read.ts'

export const ns = namespaces.nv
export const nv = elementsOf(ns)

const statuses = ['compliant', 'nonCompliant', 'pendingCompliance'] as const
const fileTypes = ['pdf', 'jpg'] as const

/** The bare value of a verification code (`1-abc`) and what it vouches for: `domain`, `real-name`. */
export interface NvCode {
  readonly code: string
  readonly type: string
}

/** `content` is base64. Personal data: never in a log. */
export interface NvDocument {
  readonly fileType: (typeof fileTypes)[number]
  readonly content: string
}

/** A label to be verified; `rnvCode` is the holder's code, which a restricted label needs. */
export interface DomainNameVerification {
  readonly kind: 'dnv'
  readonly name: string
  readonly rnvCode?: string
}

/** A holder to be verified. `poc`: identity card, `poe`: licence of an organisation, `poot`: any other paper. */
export interface RealNameVerification {
  readonly kind: 'rnv'
  readonly role: 'person' | 'org'
  readonly name: string
  readonly num: string
  readonly proofType: 'poc' | 'poe' | 'poot'
  readonly documents: readonly NvDocument[]
}

export type NvInput = DomainNameVerification | RealNameVerification

export const writeCode = ({ code, type }: NvCode): XmlElement => nv('code', code, { type })

export function readCode(element: XmlElement): NvCode {
  const found = required(element, ns, 'code')
  return { code: found.text.trim(), type: attribute(found, 'type') }
}

export const writeStatus = (s: (typeof statuses)[number], name = 'status'): XmlElement => nv(name, '', { s })

export const readStatus = (element: XmlElement, name = 'status'): (typeof statuses)[number] =>
  oneOf(attribute(required(element, ns, name), 's'), statuses)

export const writePassword = (pw: string | undefined): XmlElement | undefined =>
  pw === undefined ? undefined : nv('authInfo', [nv('pw', pw)])

export function readPassword(element: XmlElement): string | undefined {
  const found = child(element, ns, 'authInfo')
  return found && required(found, ns, 'pw').text
}

/** Base64 text without the line breaks that some put into it. */
export const readBase64 = (element: XmlElement, name: string): string =>
  required(element, ns, name).text.replace(/\s+/g, '')

export function writeInput(input: NvInput): XmlElement {
  if (input.kind === 'dnv')
    return nv('dnv', [nv('name', input.name), input.rnvCode === undefined ? undefined : nv('rnvCode', input.rnvCode)])
  const { role, name, num, proofType, documents } = input
  return nv(
    'rnv',
    [
      nv('name', name),
      nv('num', num),
      nv('proofType', proofType),
      ...documents.map(({ fileType, content }) =>
        nv('document', [nv('fileType', fileType), nv('fileContent', content)]),
      ),
    ],
    { role },
  )
}

export function readInput(element: XmlElement): NvInput {
  const dnv = child(element, ns, 'dnv')
  if (dnv)
    return defined<DomainNameVerification>({
      kind: 'dnv',
      name: requiredText(dnv, ns, 'name'),
      rnvCode: textOf(dnv, ns, 'rnvCode'),
    })
  const rnv = required(element, ns, 'rnv')
  return {
    kind: 'rnv',
    role: oneOf(attribute(rnv, 'role'), ['person', 'org']),
    name: requiredText(rnv, ns, 'name'),
    num: requiredText(rnv, ns, 'num'),
    proofType: oneOf(requiredText(rnv, ns, 'proofType'), ['poc', 'poe', 'poot']),
    documents: childrenOf(rnv, ns, 'document').map((found) => ({
      fileType: oneOf(requiredText(found, ns, 'fileType'), fileTypes),
      content: readBase64(found, 'fileContent'),
    })),
  }
}
