import { namespaces } from '../../namespaces.ts'
import { elementsOf, type XmlElement } from '../../xml/element.ts'
import { required, requiredText } from '../../xml/read.ts'
import { extensionElement } from '../extension.ts'

const uri = namespaces['cnnic-host']
const make = elementsOf(uri)

/** The reseller through whom the host was made: a token of 3 to 16 characters. */
export interface CnnicHost {
  readonly purveyor: string
}

const fields = {
  write: ({ purveyor }: CnnicHost) => [make('purveyor', purveyor)],
  read: (element: XmlElement): CnnicHost => ({ purveyor: requiredText(element, uri, 'purveyor') }),
}

/** Fields of CNNIC's host objects. */
export const cnnicHost = {
  name: 'cnnic-host-1.0',
  uri,
  elements: {
    create: extensionElement<CnnicHost>(uri, 'create', fields),
    update: extensionElement<CnnicHost>(uri, 'update', {
      write: (value) => [make('chg', fields.write(value))],
      read: (element) => fields.read(required(element, uri, 'chg')),
    }),
    infData: extensionElement<CnnicHost>(uri, 'infData', fields),
  },
} as const
