import { type EppCommand, objectRequest } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { child, childrenOf, type XmlElement } from '../xml/element.ts'
import { attribute, requiredText } from '../xml/read.ts'
import { type ContactFields, contact, ns, readFields, writeFields, writeTail } from './parts.ts'

/** RFC 5733 §3.2.5. */
export interface ContactUpdate {
  readonly id: string
  readonly add?: readonly string[]
  readonly rem?: readonly string[]
  readonly chg?: Partial<ContactFields>
}

export const contactUpdate: EppCommand<ContactUpdate, never> = {
  verb: 'update',
  object: ns,
  kind: 'transform',
  request: objectRequest('update', ns, {
    write: ({ id, add, rem, chg }) => [
      contact('id', id),
      writeStatuses('add', add),
      writeStatuses('rem', rem),
      chg && contact('chg', [...writeFields(chg), ...writeTail(chg)]),
    ],
    read(element) {
      const chg = child(element, ns, 'chg')
      return defined({
        id: requiredText(element, ns, 'id'),
        add: readStatuses(element, 'add'),
        rem: readStatuses(element, 'rem'),
        chg: chg && readFields(chg),
      })
    },
  }),
}

const writeStatuses = (name: string, statuses: readonly string[] | undefined): XmlElement | undefined =>
  statuses &&
  contact(
    name,
    statuses.map((s) => contact('status', '', { s })),
  )

function readStatuses(element: XmlElement, name: string): string[] | undefined {
  const found = child(element, ns, name)
  return found && childrenOf(found, ns, 'status').map((status) => attribute(status, 's'))
}
