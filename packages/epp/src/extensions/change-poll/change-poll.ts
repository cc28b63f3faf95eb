import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { elementsOf } from '../../xml/element.ts'
import { attribute, oneOf, required, requiredText, textOf } from '../../xml/read.ts'
import { extensionElement, optional, optionalChild } from '../extension.ts'

const uri = namespaces.changePoll
const make = elementsOf(uri)
const operations = [
  'create',
  'delete',
  'renew',
  'transfer',
  'update',
  'restore',
  'autoRenew',
  'autoDelete',
  'autoPurge',
  'custom',
] as const

/** RFC 8590 §3: a change that the server made; the object's data is in `<resData>` of the same message. */
export interface ChangeData {
  /** Whether the data is that before or after the change; `after` when absent. */
  readonly state?: 'before' | 'after'
  readonly operation: (typeof operations)[number]
  /** Sub-operation, e.g. of a custom operation. */
  readonly op?: string
  readonly date: string
  readonly svTRID: string
  readonly who: string
  readonly caseId?: { readonly id: string; readonly type: 'udrp' | 'urs' | 'custom'; readonly name?: string }
  readonly reason?: string
}

/** Change poll (RFC 8590): with the answer to a poll request. */
export const changePoll = {
  name: 'changePoll-1.0',
  uri,
  elements: {
    changeData: extensionElement<ChangeData>(uri, 'changeData', {
      attributes: ({ state }) => ({ state }),
      write: (change) => [
        make('operation', change.operation, { op: change.op }),
        make('date', change.date),
        make('svTRID', change.svTRID),
        make('who', change.who),
        change.caseId && make('caseId', change.caseId.id, { type: change.caseId.type, name: change.caseId.name }),
        optional(make, 'reason', change.reason),
      ],
      read(element) {
        const operation = required(element, uri, 'operation')
        const { state } = element.attributes
        return defined({
          state: state === undefined ? undefined : oneOf(state, ['before', 'after']),
          operation: oneOf(operation.text.trim(), operations),
          op: operation.attributes.op,
          date: requiredText(element, uri, 'date'),
          svTRID: requiredText(element, uri, 'svTRID'),
          who: requiredText(element, uri, 'who'),
          caseId: optionalChild(element, uri, 'caseId', (found) =>
            defined({
              id: found.text.trim(),
              type: oneOf(attribute(found, 'type'), ['udrp', 'urs', 'custom']),
              name: found.attributes.name,
            }),
          ),
          reason: textOf(element, uri, 'reason'),
        })
      },
    }),
  },
} as const
