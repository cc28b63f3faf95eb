import { namespaces } from '../../namespaces.ts'
import { elementsOf } from '../../xml/element.ts'
import { attribute, required, requiredText } from '../../xml/read.ts'
import { extensionElement } from '../extension.ts'

const uri = namespaces.namestoreExt
const make = elementsOf(uri)

/** Which zone of a shared registry a command is for. Required on every object command at the registry of com and net. */
export const namestoreExt = {
  name: 'namestoreExt-1.1',
  uri,
  elements: {
    /** The sub-product, e.g. `dotCOM`. */
    namestoreExt: extensionElement<string>(uri, 'namestoreExt', {
      write: (subProduct) => [make('subProduct', subProduct)],
      read: (element) => requiredText(element, uri, 'subProduct'),
    }),
    /** Why the sub-product was refused. */
    nsExtErrData: extensionElement<{ readonly code: string; readonly message: string }>(uri, 'nsExtErrData', {
      write: ({ code, message }) => [make('msg', message, { code })],
      read(element) {
        const message = required(element, uri, 'msg')
        return { code: attribute(message, 'code'), message: message.text.trim() }
      },
    }),
  },
} as const
