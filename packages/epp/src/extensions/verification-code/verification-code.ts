import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { childrenOf, elementsOf, type XmlElement } from '../../xml/element.ts'
import { attribute, oneOf, requiredText } from '../../xml/read.ts'
import { extensionElement, optionalChild } from '../extension.ts'

const uri = namespaces.verificationCode
const make = elementsOf(uri)
const complianceStatuses = ['notApplicable', 'nonCompliant', 'pendingCompliance', 'compliant'] as const

/** Whether a name has the codes that a profile of the registry demands of it. */
export type Compliance = (typeof complianceStatuses)[number]

/** A code that is missing; `due` is the instant from which its lack has consequences. */
export interface MissingCode {
  readonly type: string
  readonly due: string
}

/** A code that was received; `code` is its bare value (`1-abc`), `date` the instant at which it was set. */
export interface SetCode {
  readonly type: string
  readonly date: string
  readonly code: string
}

export interface ProfileCompliance {
  readonly name?: string
  readonly status: Compliance
  readonly missing?: readonly MissingCode[]
  /** Shown to the sponsor only. */
  readonly set?: readonly SetCode[]
}

export interface NameCompliance {
  readonly status: Compliance
  readonly profiles: readonly ProfileCompliance[]
}

const complianceOf = (element: XmlElement): Compliance =>
  oneOf(requiredText(element, uri, 'status'), complianceStatuses)

const codesOf = (element: XmlElement): XmlElement[] => childrenOf(element, uri, 'code')

const writeProfile = ({ name, status, missing, set }: ProfileCompliance): XmlElement =>
  make(
    'profile',
    [
      make('status', status),
      missing &&
        make(
          'missing',
          missing.map(({ type, due }) => make('code', '', { type, due })),
        ),
      set &&
        make(
          'set',
          set.map(({ type, date, code }) => make('code', code, { type, date })),
        ),
    ],
    { name },
  )

const readProfile = (element: XmlElement): ProfileCompliance =>
  defined({
    name: element.attributes.name,
    status: complianceOf(element),
    missing: optionalChild(element, uri, 'missing', (missing) =>
      codesOf(missing).map((code) => ({ type: attribute(code, 'type'), due: attribute(code, 'due') })),
    ),
    set: optionalChild(element, uri, 'set', (set) =>
      codesOf(set).map((code) => ({
        type: attribute(code, 'type'),
        date: attribute(code, 'date'),
        code: code.text.trim(),
      })),
    ),
  })

/**
 * Codes of a verification service provider beside a transform of a domain (draft-gould-eppext-verificationcode-06).
 * Codes that come late go with an update whose `chg` is empty.
 */
export const verificationCode = {
  name: 'verificationCode-1.0',
  uri,
  elements: {
    /** Each value is the base64 text of one whole signed code; no white space is read into it. */
    encodedSignedCode: extensionElement<readonly string[]>(uri, 'encodedSignedCode', {
      write: (codes) => codes.map((code) => make('code', code, { encoding: 'base64' })),
      read: (element) =>
        codesOf(element).map((code) => {
          oneOf(code.attributes.encoding ?? 'base64', ['base64'])
          return code.text.replace(/\s+/g, '')
        }),
    }),
    /** Beside domain info: asks for the compliance with every profile, or with the one named. */
    info: extensionElement<{ readonly profile?: string }>(uri, 'info', {
      attributes: ({ profile }) => ({ profile }),
      write: () => [],
      read: (element) => defined({ profile: element.attributes.profile }),
    }),
    infData: extensionElement<NameCompliance>(uri, 'infData', {
      write: ({ status, profiles }) => [make('status', status), ...profiles.map(writeProfile)],
      read: (element) => ({
        status: complianceOf(element),
        profiles: childrenOf(element, uri, 'profile').map(readProfile),
      }),
    }),
  },
} as const
