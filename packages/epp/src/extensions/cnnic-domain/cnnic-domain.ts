import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { elementsOf, type XmlElement } from '../../xml/element.ts'
import { oneOf, textOf } from '../../xml/read.ts'
import { extensionElement, optional, optionalChild } from '../extension.ts'

const uri = namespaces['cnnic-domain']
const make = elementsOf(uri)

/** Holder type `I` (person) or `E` (enterprise), and the purveyor: the reseller's token of 3 to 16 characters. */
export interface CnnicDomain {
  readonly type?: 'I' | 'E'
  readonly purveyor?: string
}

const fields = {
  write: ({ type, purveyor }: CnnicDomain) => [optional(make, 'type', type), optional(make, 'purveyor', purveyor)],
  read(element: XmlElement): CnnicDomain {
    const type = textOf(element, uri, 'type')
    return defined({
      type: type === undefined ? undefined : oneOf(type, ['I', 'E']),
      purveyor: textOf(element, uri, 'purveyor'),
    })
  },
}

/** Fields of CNNIC's domains; `create` needs both, `update` changes them. */
export const cnnicDomain = {
  name: 'cnnic-domain-1.0',
  uri,
  elements: {
    create: extensionElement<Required<CnnicDomain>>(uri, 'create', {
      write: fields.write,
      read: (element) => ({
        type: oneOf(textOf(element, uri, 'type') ?? '', ['I', 'E']),
        purveyor: textOf(element, uri, 'purveyor') ?? '',
      }),
    }),
    update: extensionElement<CnnicDomain>(uri, 'update', {
      write: (value) => [make('chg', fields.write(value))],
      read: (element) => optionalChild(element, uri, 'chg', fields.read) ?? {},
    }),
    infData: extensionElement<CnnicDomain>(uri, 'infData', fields),
  },
} as const
