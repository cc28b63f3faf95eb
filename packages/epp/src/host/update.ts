import { type EppCommand, objectRequest } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { child, type XmlElement } from '../xml/element.ts'
import { requiredText } from '../xml/read.ts'
import { type HostAddress, host, ns, readAddresses, readStatuses, writeAddresses, writeStatuses } from './parts.ts'

interface AddOrRemove {
  readonly addresses: readonly HostAddress[]
  readonly statuses: readonly string[]
}

/** RFC 5732 §3.2.5; `newName` renames the host. */
export interface HostUpdate {
  readonly name: string
  readonly add?: AddOrRemove
  readonly rem?: AddOrRemove
  readonly newName?: string
}

export const hostUpdate: EppCommand<HostUpdate, never> = {
  verb: 'update',
  object: ns,
  kind: 'transform',
  request: objectRequest('update', ns, {
    write: ({ name, add, rem, newName }) => [
      host('name', name),
      add && host('add', [...writeAddresses(add.addresses), ...writeStatuses(add.statuses)]),
      rem && host('rem', [...writeAddresses(rem.addresses), ...writeStatuses(rem.statuses)]),
      newName === undefined ? undefined : host('chg', [host('name', newName)]),
    ],
    read(element) {
      const chg = child(element, ns, 'chg')
      return defined({
        name: requiredText(element, ns, 'name'),
        add: readPart(element, 'add'),
        rem: readPart(element, 'rem'),
        newName: chg && requiredText(chg, ns, 'name'),
      })
    },
  }),
}

function readPart(element: XmlElement, name: string): AddOrRemove | undefined {
  const found = child(element, ns, name)
  return found && { addresses: readAddresses(found), statuses: readStatuses(found) }
}
