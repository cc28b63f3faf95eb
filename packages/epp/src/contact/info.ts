import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { child, childrenOf } from '../xml/element.ts'
import { attribute, required, requiredText, textOf } from '../xml/read.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { type ContactFields, contact, ns, readFields, writeFields, writeTail } from './parts.ts'

/** RFC 5733 §3.1.2. */
export interface ContactInfo {
  readonly id: string
  readonly authInfo?: { readonly pw: string }
}

export interface ContactInfoData extends ContactFields {
  readonly id: string
  readonly roid: string
  readonly statuses: readonly string[]
  readonly clID: string
  readonly crID: string
  readonly crDate: string
  readonly upID?: string
  readonly upDate?: string
  readonly trDate?: string
}

export const contactInfo: EppCommand<ContactInfo, ContactInfoData> = {
  verb: 'info',
  object: ns,
  kind: 'query',
  request: objectRequest('info', ns, {
    write: ({ id, authInfo }) => [contact('id', id), authInfo && contact('authInfo', [contact('pw', authInfo.pw)])],
    read(element) {
      const auth = child(element, ns, 'authInfo')
      return defined({ id: requiredText(element, ns, 'id'), authInfo: auth && { pw: required(auth, ns, 'pw').text } })
    },
  }),
  response: resultData(ns, 'infData', {
    write: (data) => [
      contact('id', data.id),
      contact('roid', data.roid),
      ...data.statuses.map((s) => contact('status', '', { s })),
      ...writeFields(data),
      contact('clID', data.clID),
      contact('crID', data.crID),
      contact('crDate', data.crDate),
      data.upID === undefined ? undefined : contact('upID', data.upID),
      data.upDate === undefined ? undefined : contact('upDate', data.upDate),
      data.trDate === undefined ? undefined : contact('trDate', data.trDate),
      ...writeTail(data),
    ],
    read(element) {
      const { postalInfo, email, ...rest } = readFields(element)
      if (!postalInfo || email === undefined) throw new XmlRejected('missing', 'a contact needs postalInfo and email')
      return defined({
        id: requiredText(element, ns, 'id'),
        roid: requiredText(element, ns, 'roid'),
        statuses: childrenOf(element, ns, 'status').map((status) => attribute(status, 's')),
        postalInfo,
        email,
        ...rest,
        clID: requiredText(element, ns, 'clID'),
        crID: requiredText(element, ns, 'crID'),
        crDate: requiredText(element, ns, 'crDate'),
        upID: textOf(element, ns, 'upID'),
        upDate: textOf(element, ns, 'upDate'),
        trDate: textOf(element, ns, 'trDate'),
      })
    },
  }),
}
