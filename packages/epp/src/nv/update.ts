import { type EppCommand, objectRequest } from '../command.ts'
import { required, requiredText } from '../xml/read.ts'
import { ns, nv, readPassword, writePassword } from './parts.ts'

/** Only the password of a verification can change. */
export interface NvUpdate {
  readonly code: string
  readonly pw: string
}

export const nvUpdate: EppCommand<NvUpdate, never> = {
  verb: 'update',
  object: ns,
  kind: 'transform',
  request: objectRequest('update', ns, {
    write: ({ code, pw }) => [nv('code', code), nv('chg', [writePassword(pw)])],
    read(element) {
      const chg = required(element, ns, 'chg')
      return {
        code: requiredText(element, ns, 'code'),
        pw: readPassword(chg) ?? required(chg, ns, 'authInfo').text,
      }
    },
  }),
}
