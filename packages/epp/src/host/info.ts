import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { requiredText, textOf } from '../xml/read.ts'
import { type HostAddress, host, ns, readAddresses, readStatuses, writeAddresses, writeStatuses } from './parts.ts'

/** RFC 5732 §3.1.2. */
export interface HostInfo {
  readonly name: string
}

export interface HostInfoData {
  readonly name: string
  readonly roid: string
  readonly statuses: readonly string[]
  readonly addresses: readonly HostAddress[]
  readonly clID: string
  readonly crID: string
  readonly crDate: string
  readonly upID?: string
  readonly upDate?: string
  readonly trDate?: string
}

export const hostInfo: EppCommand<HostInfo, HostInfoData> = {
  verb: 'info',
  object: ns,
  kind: 'query',
  request: objectRequest('info', ns, {
    write: ({ name }) => [host('name', name)],
    read: (element) => ({ name: requiredText(element, ns, 'name') }),
  }),
  response: resultData(ns, 'infData', {
    write: (data) => [
      host('name', data.name),
      host('roid', data.roid),
      ...writeStatuses(data.statuses),
      ...writeAddresses(data.addresses),
      host('clID', data.clID),
      host('crID', data.crID),
      host('crDate', data.crDate),
      data.upID === undefined ? undefined : host('upID', data.upID),
      data.upDate === undefined ? undefined : host('upDate', data.upDate),
      data.trDate === undefined ? undefined : host('trDate', data.trDate),
    ],
    read: (element) =>
      defined({
        name: requiredText(element, ns, 'name'),
        roid: requiredText(element, ns, 'roid'),
        statuses: readStatuses(element),
        addresses: readAddresses(element),
        clID: requiredText(element, ns, 'clID'),
        crID: requiredText(element, ns, 'crID'),
        crDate: requiredText(element, ns, 'crDate'),
        upID: textOf(element, ns, 'upID'),
        upDate: textOf(element, ns, 'upDate'),
        trDate: textOf(element, ns, 'trDate'),
      }),
  }),
}
