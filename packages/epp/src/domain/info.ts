import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { childrenOf } from '../xml/element.ts'
import { oneOf, required, requiredText, textOf } from '../xml/read.ts'
import {
  type AuthInfo,
  type DomainContact,
  type DomainStatus,
  domain,
  type NameServers,
  ns,
  readAuthInfo,
  readContacts,
  readNameServers,
  readStatuses,
  writeAuthInfo,
  writeContacts,
  writeNameServers,
  writeStatuses,
} from './parts.ts'

/** RFC 5731 §3.1.2. `hosts` limits which hosts are told; `all` when absent. */
export interface DomainInfo {
  readonly name: string
  readonly hosts?: 'all' | 'del' | 'sub' | 'none'
  readonly authInfo?: AuthInfo
}

export interface DomainInfoData {
  readonly name: string
  readonly roid: string
  readonly statuses: readonly DomainStatus[]
  readonly registrant?: string
  readonly contacts: readonly DomainContact[]
  readonly nameservers?: NameServers
  /** Subordinate hosts. */
  readonly hosts: readonly string[]
  readonly clID: string
  readonly crID?: string
  readonly crDate?: string
  readonly upID?: string
  readonly upDate?: string
  readonly exDate?: string
  readonly trDate?: string
  readonly authInfo?: AuthInfo
}

const optional = ['crID', 'crDate', 'upID', 'upDate', 'exDate', 'trDate'] as const

export const domainInfo: EppCommand<DomainInfo, DomainInfoData> = {
  verb: 'info',
  object: ns,
  kind: 'query',
  request: objectRequest('info', ns, {
    write: ({ name, hosts, authInfo }) => [domain('name', name, { hosts }), writeAuthInfo(authInfo)],
    read(element) {
      const name = required(element, ns, 'name')
      const { hosts } = name.attributes
      return defined({
        name: name.text.trim(),
        hosts: hosts === undefined ? undefined : oneOf(hosts, ['all', 'del', 'sub', 'none']),
        authInfo: readAuthInfo(element),
      })
    },
  }),
  response: resultData(ns, 'infData', {
    write: (data) => [
      domain('name', data.name),
      domain('roid', data.roid),
      ...writeStatuses(data.statuses),
      data.registrant === undefined ? undefined : domain('registrant', data.registrant),
      ...writeContacts(data.contacts),
      writeNameServers(data.nameservers),
      ...data.hosts.map((host) => domain('host', host)),
      domain('clID', data.clID),
      ...optional.map((field) => (data[field] === undefined ? undefined : domain(field, data[field]))),
      writeAuthInfo(data.authInfo),
    ],
    read: (element) =>
      defined({
        name: requiredText(element, ns, 'name'),
        roid: requiredText(element, ns, 'roid'),
        statuses: readStatuses(element),
        registrant: textOf(element, ns, 'registrant'),
        contacts: readContacts(element),
        nameservers: readNameServers(element),
        hosts: childrenOf(element, ns, 'host').map((host) => host.text.trim()),
        clID: requiredText(element, ns, 'clID'),
        crID: textOf(element, ns, 'crID'),
        crDate: textOf(element, ns, 'crDate'),
        upID: textOf(element, ns, 'upID'),
        upDate: textOf(element, ns, 'upDate'),
        exDate: textOf(element, ns, 'exDate'),
        trDate: textOf(element, ns, 'trDate'),
        authInfo: readAuthInfo(element),
      }),
  }),
}
