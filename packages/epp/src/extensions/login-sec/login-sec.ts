import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { childrenOf, elementsOf } from '../../xml/element.ts'
import { attribute, oneOf, textOf } from '../../xml/read.ts'
import { extensionElement, optional, optionalChild } from '../extension.ts'

const uri = namespaces.loginSec
const make = elementsOf(uri)
const eventTypes = ['password', 'certificate', 'cipher', 'tlsProtocol', 'newPW', 'stat', 'custom'] as const

/** What stands in `pw` and `newPW` of the login itself when the real one is in the extension (RFC 8807 §3.2). */
export const passwordElsewhere = '[LOGIN-SECURITY]'

/** RFC 8807 §4.1: passwords longer than the 16 characters of RFC 5730, and who the client is. */
export interface LoginSecurity {
  readonly userAgent?: { readonly app?: string; readonly tech?: string; readonly os?: string }
  readonly pw?: string
  readonly newPW?: string
}

/** RFC 8807 §3.1. `exDate` is an instant, `duration` an xs:duration. */
export interface LoginEvent {
  readonly type: (typeof eventTypes)[number]
  readonly level: 'warning' | 'error'
  readonly name?: string
  readonly exDate?: string
  readonly value?: string
  readonly duration?: string
  readonly lang?: string
  readonly text?: string
}

/** Login security (RFC 8807). */
export const loginSec = {
  name: 'loginSec-1.0',
  uri,
  elements: {
    loginSec: extensionElement<LoginSecurity>(uri, 'loginSec', {
      write: ({ userAgent, pw, newPW }) => [
        userAgent &&
          make('userAgent', [
            optional(make, 'app', userAgent.app),
            optional(make, 'tech', userAgent.tech),
            optional(make, 'os', userAgent.os),
          ]),
        optional(make, 'pw', pw),
        optional(make, 'newPW', newPW),
      ],
      read: (element) =>
        defined({
          userAgent: optionalChild(element, uri, 'userAgent', (found) =>
            defined({ app: textOf(found, uri, 'app'), tech: textOf(found, uri, 'tech'), os: textOf(found, uri, 'os') }),
          ),
          pw: optionalChild(element, uri, 'pw', (found) => found.text),
          newPW: optionalChild(element, uri, 'newPW', (found) => found.text),
        }),
    }),
    loginSecData: extensionElement<readonly LoginEvent[]>(uri, 'loginSecData', {
      write: (events) => events.map(({ text, ...attributes }) => make('event', text ?? '', attributes)),
      read: (element) =>
        childrenOf(element, uri, 'event').map((found) => {
          const { name, exDate, value, duration, lang } = found.attributes
          return defined({
            type: oneOf(attribute(found, 'type'), eventTypes),
            level: oneOf(attribute(found, 'level'), ['warning', 'error']),
            name,
            exDate,
            value,
            duration,
            lang,
            text: found.text.trim() === '' ? undefined : found.text.trim(),
          })
        }),
    }),
  },
} as const
