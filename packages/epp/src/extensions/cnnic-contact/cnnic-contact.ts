import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { elementsOf, type XmlElement } from '../../xml/element.ts'
import { attribute, oneOf, textOf } from '../../xml/read.ts'
import { extensionElement, optional, optionalChild } from '../extension.ts'
import { type CnnicIdType, cnnicIdTypes } from './id-types.ts'

const uri = namespaces['cnnic-contact']
const make = elementsOf(uri)

/** What CNNIC asks about a holder beside RFC 5733. The paper's number is personal data: never in a log. */
export interface CnnicContact {
  readonly type?: 'I' | 'E'
  readonly paper?: { readonly type: CnnicIdType; readonly number: string }
  readonly purveyor?: string
  /** `+86.13800000000`. */
  readonly mobile?: string
}

/** Each part says which fields to add, remove or change. */
export interface CnnicContactUpdate {
  readonly add?: CnnicContact
  readonly rem?: CnnicContact
  readonly chg?: CnnicContact
}

const fields = {
  write: ({ type, paper, purveyor, mobile }: CnnicContact): (XmlElement | undefined)[] => [
    optional(make, 'type', type),
    paper && make('contact', paper.number, { type: paper.type }),
    optional(make, 'purveyor', purveyor),
    optional(make, 'mobile', mobile),
  ],
  read(element: XmlElement): CnnicContact {
    const type = textOf(element, uri, 'type')
    return defined({
      type: type === undefined ? undefined : oneOf(type, ['I', 'E']),
      paper: optionalChild(element, uri, 'contact', (found) => ({
        type: oneOf(attribute(found, 'type'), cnnicIdTypes),
        number: found.text.trim(),
      })),
      purveyor: textOf(element, uri, 'purveyor'),
      mobile: textOf(element, uri, 'mobile'),
    })
  },
}

/** Fields of CNNIC's contacts. */
export const cnnicContact = {
  name: 'cnnic-contact-1.0',
  uri,
  elements: {
    create: extensionElement<CnnicContact>(uri, 'create', fields),
    update: extensionElement<CnnicContactUpdate>(uri, 'update', {
      write: ({ add, rem, chg }) => [
        add && make('add', fields.write(add)),
        rem && make('rem', fields.write(rem)),
        chg && make('chg', fields.write(chg)),
      ],
      read: (element) =>
        defined({
          add: optionalChild(element, uri, 'add', fields.read),
          rem: optionalChild(element, uri, 'rem', fields.read),
          chg: optionalChild(element, uri, 'chg', fields.read),
        }),
    }),
    infData: extensionElement<CnnicContact>(uri, 'infData', fields),
  },
} as const
