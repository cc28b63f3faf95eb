import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { requiredText } from '../xml/read.ts'
import { type HostAddress, host, ns, readAddresses, writeAddresses } from './parts.ts'

/** RFC 5732 §3.2.1. */
export interface HostCreate {
  readonly name: string
  readonly addresses: readonly HostAddress[]
}

export interface HostCreated {
  readonly name: string
  readonly crDate: string
}

export const hostCreate: EppCommand<HostCreate, HostCreated> = {
  verb: 'create',
  object: ns,
  kind: 'transform',
  request: objectRequest('create', ns, {
    write: ({ name, addresses }) => [host('name', name), ...writeAddresses(addresses)],
    read: (element) => ({ name: requiredText(element, ns, 'name'), addresses: readAddresses(element) }),
  }),
  response: resultData(ns, 'creData', {
    write: ({ name, crDate }) => [host('name', name), host('crDate', crDate)],
    read: (element) => ({ name: requiredText(element, ns, 'name'), crDate: requiredText(element, ns, 'crDate') }),
  }),
}
