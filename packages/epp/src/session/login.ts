import type { EppCommand } from '../command.ts'
import { namespaces } from '../namespaces.ts'
import { child, childrenOf, elementsOf } from '../xml/element.ts'
import { required, requiredText, textOf } from '../xml/read.ts'

/** RFC 5730 §2.9.1.1. `pw` is `[LOGIN-SECURITY]` when the loginSec extension carries the real one (RFC 8807). */
export interface Login {
  readonly clID: string
  readonly pw: string
  readonly newPW?: string
  readonly version: string
  readonly lang: string
  readonly objURIs: readonly string[]
  readonly extURIs: readonly string[]
}

const epp = elementsOf(namespaces.epp)
const ns = namespaces.epp

export const login: EppCommand<Login, never> = {
  verb: 'login',
  kind: 'session',
  request: {
    write: (value) =>
      epp('login', [
        epp('clID', value.clID),
        epp('pw', value.pw),
        value.newPW === undefined ? undefined : epp('newPW', value.newPW),
        epp('options', [epp('version', value.version), epp('lang', value.lang)]),
        epp('svcs', [
          ...value.objURIs.map((uri) => epp('objURI', uri)),
          value.extURIs.length === 0
            ? undefined
            : epp(
                'svcExtension',
                value.extURIs.map((uri) => epp('extURI', uri)),
              ),
        ]),
      ]),
    read(element) {
      const options = required(element, ns, 'options')
      const services = required(element, ns, 'svcs')
      const extension = child(services, ns, 'svcExtension')
      const newPW = textOf(element, ns, 'newPW')
      return {
        clID: requiredText(element, ns, 'clID'),
        pw: required(element, ns, 'pw').text,
        ...(newPW === undefined ? {} : { newPW }),
        version: requiredText(options, ns, 'version'),
        lang: requiredText(options, ns, 'lang'),
        objURIs: childrenOf(services, ns, 'objURI').map((uri) => uri.text.trim()),
        extURIs: extension ? childrenOf(extension, ns, 'extURI').map((uri) => uri.text.trim()) : [],
      }
    },
  },
}
