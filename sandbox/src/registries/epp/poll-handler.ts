import {
  contactInfo,
  contactTransfer,
  domainInfo,
  domainPending,
  domainTransfer,
  elementsOf,
  poll,
  type XmlElement,
} from '@yuming/epp'
import { yuanOf } from '../../payment/amount.ts'
import { shownStatuses } from '../domain-record.ts'
import type { Message } from '../messages.ts'
import { lowBalanceUri } from '../object-uris.ts'
import { Refused } from '../refused.ts'
import { changeNotice } from './answer-extensions.ts'
import { infoOf } from './contact-handlers.ts'
import { type Answer, type Call, type Handler, on } from './dispatch.ts'
import { transferData } from './domain-handlers.ts'

const lowBalance = elementsOf(lowBalanceUri)

/** RFC 5730 §2.9.2.3: the oldest message stays at the head until it is acknowledged. */
export const pollHandlers: readonly Handler[] = [
  on(poll, (request, call) => {
    const { office, clientId } = call
    if (request.op === 'ack') {
      if (!office.messages.remove(clientId, request.msgID)) throw new Refused(2303, 'There is no such message')
      const next = office.messages.first(clientId)
      return { queue: { count: office.messages.count(clientId), id: String(next?.id ?? request.msgID) } }
    }
    const message = office.messages.first(clientId)
    if (!message) return { code: 1300 }
    return {
      code: 1301,
      queue: {
        count: office.messages.count(clientId),
        id: String(message.id),
        date: message.at,
        message: message.body.says,
      },
      ...contentOf(message, call),
    }
  }),
]

function contentOf(message: Message, call: Call): Pick<Answer<XmlElement>, 'data' | 'extensions'> {
  const { body } = message
  switch (body.kind) {
    case 'plain':
      return {}
    case 'domain-transfer':
      return { data: written(domainTransfer.response?.write(transferData(body.name, body.transfer))) }
    case 'pending-ended': {
      const { name, done, clTRID, svTRID } = body
      return { data: written(domainPending.write({ name, paResult: done, clTRID, svTRID, paDate: message.at })) }
    }
    case 'contact-transfer':
      return { data: written(contactTransfer.response?.write(transferData(body.id, body.transfer))) }
    case 'low-balance':
      return {
        data: lowBalance('pollData', [
          lowBalance('registrarName', call.clientId),
          lowBalance('creditLimit', yuanOf(0)),
          lowBalance('creditThreshold', yuanOf(body.thresholdFen), { type: 'FIXED' }),
          lowBalance('availableCredit', amount(body.balanceFen)),
        ]),
      }
    case 'holder-reviewed': {
      const data = written(contactInfo.response?.write(infoOf(body.contact, call.office)))
      return { data, extensions: [changeNotice(call, message.at, body)] }
    }
    case 'changed': {
      const { domain } = body
      const data = domainInfo.response?.write({
        name: domain.name,
        roid: domain.roid,
        statuses: shownStatuses(domain).map((s) => ({ s })),
        contacts: [],
        hosts: [],
        clID: domain.sponsor,
        crDate: domain.crDate,
        exDate: domain.exDate,
      })
      return { data: written(data), extensions: [changeNotice(call, message.at, body)] }
    }
  }
}

function amount(fen: number): string {
  return fen < 0 ? `-${yuanOf(-fen)}` : yuanOf(fen)
}

function written(element: XmlElement | undefined): XmlElement {
  if (!element) throw new Error('the command has no response data')
  return element
}
