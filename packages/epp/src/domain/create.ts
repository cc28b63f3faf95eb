import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { requiredText, textOf } from '../xml/read.ts'
import { XmlRejected } from '../xml/rejected.ts'
import {
  type AuthInfo,
  type DomainContact,
  domain,
  type NameServers,
  ns,
  type Period,
  readAuthInfo,
  readContacts,
  readNameServers,
  readPeriod,
  writeAuthInfo,
  writeContacts,
  writeNameServers,
  writePeriod,
} from './parts.ts'

/** RFC 5731 §3.2.1. */
export interface DomainCreate {
  readonly name: string
  readonly period?: Period
  readonly nameservers?: NameServers
  /** Contact handle of the holder; a thin registry takes none. */
  readonly registrant?: string
  readonly contacts?: readonly DomainContact[]
  /** There always is one (createType); whoever wants none sends an empty password (RFC 9154 §5.1). */
  readonly authInfo: AuthInfo
}

export interface DomainCreated {
  readonly name: string
  readonly crDate: string
  readonly exDate?: string
}

function needed(authInfo: AuthInfo | undefined): AuthInfo {
  if (!authInfo) throw new XmlRejected('missing', 'create has no authInfo')
  return authInfo
}

export const domainCreate: EppCommand<DomainCreate, DomainCreated> = {
  verb: 'create',
  object: ns,
  kind: 'transform',
  request: objectRequest('create', ns, {
    write: (value) => [
      domain('name', value.name),
      writePeriod(value.period),
      writeNameServers(value.nameservers),
      value.registrant === undefined ? undefined : domain('registrant', value.registrant),
      ...writeContacts(value.contacts),
      writeAuthInfo(value.authInfo),
    ],
    read: (element) => {
      const contacts = readContacts(element)
      return defined({
        name: requiredText(element, ns, 'name'),
        period: readPeriod(element),
        nameservers: readNameServers(element),
        registrant: textOf(element, ns, 'registrant'),
        contacts: contacts.length > 0 ? contacts : undefined,
        authInfo: needed(readAuthInfo(element)),
      })
    },
  }),
  response: resultData(ns, 'creData', {
    write: ({ name, crDate, exDate }) => [
      domain('name', name),
      domain('crDate', crDate),
      exDate === undefined ? undefined : domain('exDate', exDate),
    ],
    read: (element) =>
      defined({
        name: requiredText(element, ns, 'name'),
        crDate: requiredText(element, ns, 'crDate'),
        exDate: textOf(element, ns, 'exDate'),
      }),
  }),
}
