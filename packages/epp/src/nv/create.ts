import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { namespaces } from '../namespaces.ts'
import { child } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { required, requiredText } from '../xml/read.ts'
import {
  type NvCode,
  type NvInput,
  ns,
  nv,
  readBase64,
  readCode,
  readInput,
  readPassword,
  writeCode,
  writeInput,
  writePassword,
  writeStatus,
} from './parts.ts'

/** Asks that a label or a holder be verified; `pw` protects the signed code afterwards. */
export interface NvCreate {
  readonly input: NvInput
  readonly pw: string
}

/** With code 1000 a success, with 1001 pending (a poll message tells the end), with 2004 or another refusal a failure. */
export type NvCreated =
  | ({ readonly result: 'success'; readonly crDate: string; readonly encodedSignedCode: string } & NvCode)
  | ({ readonly result: 'pending'; readonly crDate: string } & NvCode)
  | { readonly result: 'failed'; readonly message: string }

export const nvCreate: EppCommand<NvCreate, NvCreated> = {
  verb: 'create',
  object: ns,
  kind: 'transform',
  request: objectRequest('create', ns, {
    write: ({ input, pw }) => [writeInput(input), writePassword(pw)],
    read: (element) => ({
      input: readInput(element),
      pw: readPassword(element) ?? required(element, ns, 'authInfo').text,
    }),
  }),
  response: resultData<NvCreated>(ns, 'creData', {
    write(created) {
      if (created.result === 'failed') return [nv('failed', [writeStatus('nonCompliant'), nv('msg', created.message)])]
      const { result, crDate } = created
      return [
        nv(result, [
          writeCode(created),
          writeStatus(result === 'success' ? 'compliant' : 'pendingCompliance'),
          nv('crDate', crDate),
          result === 'success' ? nv('encodedSignedCode', created.encodedSignedCode) : undefined,
        ]),
      ]
    },
    read(element) {
      const success = child(element, ns, 'success')
      if (success)
        return {
          result: 'success',
          ...readCode(success),
          crDate: requiredText(success, ns, 'crDate'),
          encodedSignedCode: readBase64(success, 'encodedSignedCode'),
        }
      const pending = child(element, ns, 'pending')
      if (pending) return { result: 'pending', ...readCode(pending), crDate: requiredText(pending, ns, 'crDate') }
      return { result: 'failed', message: requiredText(required(element, ns, 'failed'), ns, 'msg') }
    },
  }),
}

/**
 * Why a create was refused, in the provider's words: the one refusal of EPP that carries data.
 * `raw` is the whole response; undefined when it says nothing of the kind. @throws XmlRejected
 */
export function nvRefusal({ raw }: { readonly raw: string }): string | undefined {
  const response = child(parseXml(raw), namespaces.epp, 'response')
  const created = response && child(response, namespaces.epp, 'resData')?.children[0]
  if (created?.ns !== ns || created.name !== 'creData') return undefined
  const data = nvCreate.response?.read(created)
  return data?.result === 'failed' ? data.message : undefined
}
