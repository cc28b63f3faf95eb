import { type EppCommand, objectRequest, resultData } from './command.ts'
import { namespaces } from './namespaces.ts'
import { defined } from './xml/defined.ts'
import { child, childrenOf, elementsOf } from './xml/element.ts'
import { attribute, booleanOf, integerOf, oneOf, required, requiredText, textOf } from './xml/read.ts'

/** Objects asked about: names of domains and hosts, handles of contacts. */
export interface Check {
  readonly names: readonly string[]
}

export interface Checked {
  readonly results: readonly { readonly name: string; readonly available: boolean; readonly reason?: string }[]
}

/** `check` has one shape for every object (RFC 5731, 5732, 5733 §3.1.1); only the key differs (`name` or `id`). */
export function checkCommand(ns: string, key: 'name' | 'id'): EppCommand<Check, Checked> {
  const object = elementsOf(ns)
  return {
    verb: 'check',
    object: ns,
    kind: 'query',
    request: objectRequest('check', ns, {
      write: ({ names }) => names.map((name) => object(key, name)),
      read: (element) => ({ names: childrenOf(element, ns, key).map((name) => name.text.trim()) }),
    }),
    response: resultData(ns, 'chkData', {
      write: ({ results }) =>
        results.map(({ name, available, reason }) =>
          object('cd', [
            object(key, name, { avail: available ? '1' : '0' }),
            reason === undefined ? undefined : object('reason', reason),
          ]),
        ),
      read: (element) => ({
        results: childrenOf(element, ns, 'cd').map((cd) => {
          const name = required(cd, ns, key)
          const reason = textOf(cd, ns, 'reason')
          return {
            name: name.text.trim(),
            available: booleanOf(name.attributes.avail),
            ...(reason === undefined ? {} : { reason }),
          }
        }),
      }),
    }),
  }
}

/** `delete` likewise. */
export function deleteCommand(ns: string, key: 'name' | 'id'): EppCommand<{ readonly name: string }, never> {
  const object = elementsOf(ns)
  return {
    verb: 'delete',
    object: ns,
    kind: 'transform',
    request: objectRequest('delete', ns, {
      write: ({ name }) => [object(key, name)],
      read: (element) => ({ name: required(element, ns, key).text.trim() }),
    }),
  }
}

/** RFC 5731 and 5733 §3.1.3 and §3.2.4. Contacts take no period. */
export interface Transfer {
  readonly op: 'query' | 'request' | 'approve' | 'reject' | 'cancel'
  readonly name: string
  readonly years?: number
  readonly pw?: string
}

export interface TransferData {
  readonly name: string
  readonly trStatus: string
  readonly reID: string
  readonly reDate: string
  readonly acID: string
  readonly acDate: string
  readonly exDate?: string
}

const transferOps = ['query', 'request', 'approve', 'reject', 'cancel'] as const
const transferFields = ['trStatus', 'reID', 'reDate', 'acID', 'acDate'] as const

/** `op="query"` changes nothing, but the command as a whole is treated as a transform. */
export function transferCommand(ns: string, key: 'name' | 'id'): EppCommand<Transfer, TransferData> {
  const object = elementsOf(ns)
  const epp = elementsOf(namespaces.epp)
  return {
    verb: 'transfer',
    object: ns,
    kind: 'transform',
    request: {
      write: ({ op, name, years, pw }) =>
        epp(
          'transfer',
          [
            object('transfer', [
              object(key, name),
              years === undefined ? undefined : object('period', String(years), { unit: 'y' }),
              pw === undefined ? undefined : object('authInfo', [object('pw', pw)]),
            ]),
          ],
          { op },
        ),
      read(element) {
        const inner = required(element, ns, 'transfer')
        const years = textOf(inner, ns, 'period')
        const auth = child(inner, ns, 'authInfo')
        return defined({
          op: oneOf(attribute(element, 'op'), transferOps),
          name: requiredText(inner, ns, key),
          years: years === undefined ? undefined : integerOf(years),
          pw: auth && required(auth, ns, 'pw').text,
        })
      },
    },
    response: resultData(ns, 'trnData', {
      write: (data) => [
        object(key, data.name),
        ...transferFields.map((field) => object(field, data[field])),
        data.exDate === undefined ? undefined : object('exDate', data.exDate),
      ],
      read: (element) =>
        defined({
          name: requiredText(element, ns, key),
          trStatus: requiredText(element, ns, 'trStatus'),
          reID: requiredText(element, ns, 'reID'),
          reDate: requiredText(element, ns, 'reDate'),
          acID: requiredText(element, ns, 'acID'),
          acDate: requiredText(element, ns, 'acDate'),
          exDate: textOf(element, ns, 'exDate'),
        }),
    }),
  }
}
