import { type Codec, resultData } from '../command.ts'
import { namespaces } from '../namespaces.ts'
import { defined } from '../xml/defined.ts'
import { elementsOf } from '../xml/element.ts'
import { attribute, booleanOf, required, requiredText, textOf } from '../xml/read.ts'

/** How an action answered 1001 ended (RFC 5731, 5732, 5733 §3.3): the data of a poll message. */
export interface PendingAction {
  /** Name of the domain or host, or handle of the contact. */
  readonly name: string
  readonly paResult: boolean
  /** Transaction ids of the command that was pending; `clTRID` is ours. */
  readonly clTRID?: string
  readonly svTRID: string
  readonly paDate: string
}

function pendingAction(ns: string, key: 'name' | 'id'): Codec<PendingAction> {
  const object = elementsOf(ns)
  const epp = elementsOf(namespaces.epp)
  return resultData(ns, 'panData', {
    write: ({ name, paResult, clTRID, svTRID, paDate }) => [
      object(key, name, { paResult: paResult ? '1' : '0' }),
      object('paTRID', [clTRID === undefined ? undefined : epp('clTRID', clTRID), epp('svTRID', svTRID)]),
      object('paDate', paDate),
    ],
    read(element) {
      const name = required(element, ns, key)
      const ids = required(element, ns, 'paTRID')
      return defined({
        name: name.text.trim(),
        paResult: booleanOf(attribute(name, 'paResult')),
        clTRID: textOf(ids, namespaces.epp, 'clTRID'),
        svTRID: requiredText(ids, namespaces.epp, 'svTRID'),
        paDate: requiredText(element, ns, 'paDate'),
      })
    },
  })
}

export const domainPending = pendingAction(namespaces.domain, 'name')
export const contactPending = pendingAction(namespaces.contact, 'id')
export const hostPending = pendingAction(namespaces.host, 'name')
