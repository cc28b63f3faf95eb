import { type EppCommand, objectRequest } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { child, type XmlElement } from '../xml/element.ts'
import { requiredText, textOf } from '../xml/read.ts'
import {
  type AuthInfoChange,
  type DomainContact,
  type DomainStatus,
  domain,
  type NameServers,
  ns,
  readAuthInfoChange,
  readContacts,
  readNameServers,
  readStatuses,
  writeAuthInfo,
  writeContacts,
  writeNameServers,
  writeStatuses,
} from './parts.ts'

interface AddOrRemove {
  readonly nameservers?: NameServers
  readonly contacts?: readonly DomainContact[]
  readonly statuses?: readonly DomainStatus[]
}

/** RFC 5731 §3.2.5. An empty `chg` is legal and carries extensions such as a late verification code. */
export interface DomainUpdate {
  readonly name: string
  readonly add?: AddOrRemove
  readonly rem?: AddOrRemove
  readonly chg?: { readonly registrant?: string; readonly authInfo?: AuthInfoChange }
}

export const domainUpdate: EppCommand<DomainUpdate, never> = {
  verb: 'update',
  object: ns,
  kind: 'transform',
  request: objectRequest('update', ns, {
    write: ({ name, add, rem, chg }) => [
      domain('name', name),
      add && domain('add', writeAddOrRemove(add)),
      rem && domain('rem', writeAddOrRemove(rem)),
      chg &&
        domain('chg', [
          chg.registrant === undefined ? undefined : domain('registrant', chg.registrant),
          writeAuthInfo(chg.authInfo),
        ]),
    ],
    read(element) {
      const add = child(element, ns, 'add')
      const rem = child(element, ns, 'rem')
      const chg = child(element, ns, 'chg')
      return defined({
        name: requiredText(element, ns, 'name'),
        add: add && readAddOrRemove(add),
        rem: rem && readAddOrRemove(rem),
        chg: chg && defined({ registrant: textOf(chg, ns, 'registrant'), authInfo: readAuthInfoChange(chg) }),
      })
    },
  }),
}

function writeAddOrRemove({ nameservers, contacts, statuses }: AddOrRemove): (XmlElement | undefined)[] {
  return [writeNameServers(nameservers), ...writeContacts(contacts), ...writeStatuses(statuses)]
}

function readAddOrRemove(element: XmlElement): AddOrRemove {
  const contacts = readContacts(element)
  const statuses = readStatuses(element)
  return defined({
    nameservers: readNameServers(element),
    contacts: contacts.length > 0 ? contacts : undefined,
    statuses: statuses.length > 0 ? statuses : undefined,
  })
}
