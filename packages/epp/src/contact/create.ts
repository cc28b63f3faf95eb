import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { requiredText } from '../xml/read.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { type ContactFields, contact, ns, readFields, writeFields, writeTail } from './parts.ts'

/** RFC 5733 §3.2.1. */
export interface ContactCreate extends ContactFields {
  readonly id: string
}

export interface ContactCreated {
  readonly id: string
  readonly crDate: string
}

export const contactCreate: EppCommand<ContactCreate, ContactCreated> = {
  verb: 'create',
  object: ns,
  kind: 'transform',
  request: objectRequest('create', ns, {
    write: (value) => [contact('id', value.id), ...writeFields(value), ...writeTail(value)],
    read(element) {
      const { postalInfo, email, ...rest } = readFields(element)
      if (!postalInfo || email === undefined) throw new XmlRejected('missing', 'a contact needs postalInfo and email')
      return { id: requiredText(element, ns, 'id'), postalInfo, email, ...rest }
    },
  }),
  response: resultData(ns, 'creData', {
    write: ({ id, crDate }) => [contact('id', id), contact('crDate', crDate)],
    read: (element) => ({ id: requiredText(element, ns, 'id'), crDate: requiredText(element, ns, 'crDate') }),
  }),
}
