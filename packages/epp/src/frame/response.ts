import type { EppCommand } from '../command.ts'
import { namespaces } from '../namespaces.ts'
import { child, childrenOf, elementsOf, type XmlElement } from '../xml/element.ts'
import { attribute, integerOf, required, requiredText, textOf } from '../xml/read.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { writeXml } from '../xml/write.ts'

/** The message at the head of the queue (RFC 5730 §2.6 `msgQ`). */
export interface MessageQueue {
  readonly count: number
  readonly id: string
  readonly date?: string
  readonly message?: string
}

export interface ResultReason {
  readonly value?: XmlElement
  readonly reason: string
}

/** One response (RFC 5730 §2.6). `extensions` are kept as trees; each extension reads its own from them. */
export interface EppResponse<Res> {
  readonly code: number
  readonly message: string
  readonly values: readonly XmlElement[]
  readonly reasons: readonly ResultReason[]
  readonly queue?: MessageQueue
  readonly data?: Res
  readonly extensions: readonly XmlElement[]
  readonly clTRID?: string
  readonly svTRID: string
  /** The document as it came; never parsed again, kept for people. */
  readonly raw: string
}

/** What a server says; the envelope adds the transaction ids. */
export interface ResponseInput {
  readonly code: number
  readonly message?: string
  readonly values?: readonly XmlElement[]
  readonly reasons?: readonly ResultReason[]
  readonly queue?: MessageQueue
  readonly data?: XmlElement
  readonly extensions?: readonly XmlElement[]
}

const ns = namespaces.epp
const epp = elementsOf(ns)

export function writeResponse(
  response: ResponseInput,
  ids: { clTRID?: string; svTRID: string },
  defaultMessage: (code: number) => string,
): string {
  const { code, queue, data, extensions = [] } = response
  const body = epp('response', [
    epp(
      'result',
      [
        epp('msg', response.message ?? defaultMessage(code)),
        ...(response.values ?? []).map((value) => epp('value', [value])),
        ...(response.reasons ?? []).map(({ value, reason }) =>
          epp('extValue', [epp('value', value ? [value] : [epp('undef')]), epp('reason', reason)]),
        ),
      ],
      { code: String(code) },
    ),
    queue &&
      epp(
        'msgQ',
        [
          queue.date === undefined ? undefined : epp('qDate', queue.date),
          queue.message === undefined ? undefined : epp('msg', queue.message),
        ],
        {
          count: String(queue.count),
          id: queue.id,
        },
      ),
    data && epp('resData', [data]),
    extensions.length > 0 ? epp('extension', extensions) : undefined,
    epp('trID', [ids.clTRID === undefined ? undefined : epp('clTRID', ids.clTRID), epp('svTRID', ids.svTRID)]),
  ])
  return writeXml(epp('epp', [body]))
}

/** Reads a response to a command. A malformed `<value>` is kept as it is: servers do send them. @throws XmlRejected */
export function readResponse<Res>(
  document: XmlElement,
  raw: string,
  command?: Pick<EppCommand<never, Res>, 'response'>,
): EppResponse<Res> {
  const response = required(document, ns, 'response')
  const results = childrenOf(response, ns, 'result')
  const result = results[0]
  if (!result) throw new XmlRejected('missing', 'response has no result')
  const code = integerOf(attribute(result, 'code'))
  if (code < 1000 || code > 2599) throw new XmlRejected('value', `${code} is no result code`)
  const ids = required(response, ns, 'trID')
  const resData = child(response, ns, 'resData')?.children[0]
  const extension = child(response, ns, 'extension')
  const queue = child(response, ns, 'msgQ')
  const clTRID = textOf(ids, ns, 'clTRID')
  return {
    code,
    message: textOf(result, ns, 'msg') ?? '',
    values: childrenOf(result, ns, 'value').flatMap((value) => value.children),
    reasons: childrenOf(result, ns, 'extValue').map((found) => {
      const value = child(found, ns, 'value')?.children[0]
      return { ...(value ? { value } : {}), reason: textOf(found, ns, 'reason') ?? '' }
    }),
    ...(queue ? { queue: queueOf(queue) } : {}),
    ...(code < 2000 && resData && command?.response ? { data: command.response.read(resData) } : {}),
    extensions: extension?.children ?? [],
    ...(clTRID === undefined ? {} : { clTRID }),
    svTRID: requiredText(ids, ns, 'svTRID'),
    raw,
  }
}

function queueOf(element: XmlElement): MessageQueue {
  const date = textOf(element, ns, 'qDate')
  const message = textOf(element, ns, 'msg')
  return {
    count: integerOf(attribute(element, 'count')),
    id: attribute(element, 'id'),
    ...(date === undefined ? {} : { date }),
    ...(message === undefined ? {} : { message }),
  }
}
