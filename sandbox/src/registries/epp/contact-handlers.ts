import {
  type ContactFields,
  contactCheck,
  contactCreate,
  contactDelete,
  contactInfo,
  contactTransfer,
  contactUpdate,
  type Phone,
} from '@yuming/epp'
import {
  answerContactTransfer,
  checkContact,
  createContact,
  deleteContact,
  findContact,
  queryContactTransfer,
  requestContactTransfer,
  updateContact,
} from '../commands/contacts.ts'
import type { ContactRecord, PostalInfo } from '../objects.ts'
import { newAuth, type Office } from '../office.ts'
import { Refused } from '../refused.ts'
import { contactInfoExtensions } from './answer-extensions.ts'
import { type Handler, on } from './dispatch.ts'
import { transferData } from './domain-handlers.ts'

export const contactHandlers: readonly Handler[] = [
  on(contactCheck, ({ names }, { office }) => ({
    data: { results: names.map((id) => named(checkContact(office, id))) },
  })),

  on(contactInfo, ({ id, authInfo }, call) => {
    const contact = findContact(call.office, id)
    const mayRead = contact.sponsor === call.clientId || (authInfo && passes(contact, authInfo.pw))
    if (!mayRead) throw new Refused(2201, 'Another registrar sponsors the contact')
    return { data: infoOf(contact, call.office), extensions: contactInfoExtensions(call, contact) }
  }),

  on(contactCreate, ({ id, authInfo, ...fields }, { office, clientId, extensions }) => {
    const asked = {
      id,
      ...fieldsOf(fields),
      email: fields.email,
      password: authInfo?.pw,
      cnnic: extensions.cnnicContact,
    }
    const contact = createContact(office, clientId, asked)
    return { data: { id: contact.id, crDate: contact.crDate } }
  }),

  on(contactUpdate, ({ id, add = [], rem = [], chg = {} }, { office, clientId, extensions }) => {
    const { email, authInfo } = chg
    updateContact(office, clientId, {
      id,
      add,
      rem,
      ...fieldsOf(chg),
      email,
      password: authInfo?.pw,
      cnnic: extensions.cnnicContactChange,
    })
    return {}
  }),

  on(contactDelete, ({ name }, { office, clientId }) => {
    deleteContact(office, clientId, name)
    return {}
  }),

  on(contactTransfer, ({ op, name, pw }, { office, clientId }) => {
    if (op === 'request')
      return {
        code: 1001,
        data: transferData(name, requestContactTransfer(office, clientId, { id: name, password: pw })),
      }
    const transfer =
      op === 'query'
        ? queryContactTransfer(office, clientId, { id: name, password: pw })
        : answerContactTransfer(office, clientId, { id: name, answer: op })
    return { data: transferData(name, transfer) }
  }),
]

function named({ id, ...rest }: ReturnType<typeof checkContact>) {
  return { name: id, ...rest }
}

function passes(contact: ContactRecord, password: string): boolean {
  return contact.authSha256 !== undefined && contact.authSha256 === newAuth(password).authSha256
}

function fieldsOf(fields: Partial<ContactFields>) {
  const postal = (type: 'loc' | 'int'): PostalInfo | undefined => {
    const { type: _type, ...info } = fields.postalInfo?.find((one) => one.type === type) ?? {}
    return 'name' in info ? (info as PostalInfo) : undefined
  }
  const { voice, fax } = fields
  return { loc: postal('loc'), int: postal('int'), voice: written(voice), fax: written(fax) }
}

/** A telephone number in one text: the extension after an x, as RFC 5733 §2.5 writes it for people. */
function written(phone: Phone | undefined): string | undefined {
  return phone && (phone.x === undefined ? phone.number : `${phone.number}x${phone.x}`)
}

function phoneOf(text: string | undefined): Phone | undefined {
  const [number, x] = (text ?? '').split('x')
  return number ? { number, ...(x ? { x } : {}) } : undefined
}

export function infoOf(contact: ContactRecord, office: Office) {
  const { upID, upDate, trDate } = contact
  const voice = phoneOf(contact.voice)
  const fax = phoneOf(contact.fax)
  const shown: string[] = [...contact.statuses]
  if (office.objects.contactIsUsed(contact.id)) shown.push('linked')
  if (contact.transfer?.status === 'pending') shown.push('pendingTransfer')
  // RFC 5733 §2.2: "ok" may stand beside "linked" only.
  if (!shown.some((status) => status !== 'linked')) shown.unshift('ok')
  return {
    id: contact.id,
    roid: contact.roid,
    statuses: shown,
    postalInfo: (['int', 'loc'] as const).flatMap((type) => (contact[type] ? [{ type, ...contact[type] }] : [])),
    ...(voice ? { voice } : {}),
    ...(fax ? { fax } : {}),
    email: contact.email,
    clID: contact.sponsor,
    crID: contact.crID,
    crDate: contact.crDate,
    ...(upID && upDate ? { upID, upDate } : {}),
    ...(trDate ? { trDate } : {}),
  }
}
