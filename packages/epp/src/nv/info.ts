import { type EppCommand, objectRequest, resultData } from '../command.ts'
import { defined } from '../xml/defined.ts'
import { child } from '../xml/element.ts'
import { oneOf, required, requiredText } from '../xml/read.ts'
import {
  type NvCode,
  type NvInput,
  ns,
  nv,
  readBase64,
  readCode,
  readInput,
  readPassword,
  readStatus,
  writeCode,
  writeInput,
  writePassword,
  writeStatus,
} from './parts.ts'

/** Asks for the signed code, or for what was once submitted. `pw` is needed by whoever did not create it. */
export interface NvInfo {
  readonly type?: 'signedCode' | 'input'
  readonly code: string
  readonly pw?: string
}

export type NvInfoData =
  | ({ readonly kind: 'signedCode'; readonly encodedSignedCode: string; readonly pw?: string } & NvCode)
  | { readonly kind: 'input'; readonly input: NvInput; readonly pw?: string }

export const nvInfo: EppCommand<NvInfo, NvInfoData> = {
  verb: 'info',
  object: ns,
  kind: 'query',
  request: objectRequest('info', ns, {
    attributes: ({ type }) => ({ type }),
    write: ({ code, pw }) => [nv('code', code), writePassword(pw)],
    read(element) {
      const { type } = element.attributes
      return defined({
        type: type === undefined ? undefined : oneOf(type, ['signedCode', 'input']),
        code: requiredText(element, ns, 'code'),
        pw: readPassword(element),
      })
    },
  }),
  response: resultData<NvInfoData>(ns, 'infData', {
    write: (data) => [
      data.kind === 'input'
        ? nv('input', [writeInput(data.input), writePassword(data.pw)])
        : nv('signedCode', [
            writeCode(data),
            writeStatus('compliant'),
            writePassword(data.pw),
            nv('encodedSignedCode', data.encodedSignedCode),
          ]),
    ],
    read(element) {
      const input = child(element, ns, 'input')
      if (input) return defined<NvInfoData>({ kind: 'input', input: readInput(input), pw: readPassword(input) })
      const signed = required(element, ns, 'signedCode')
      if (child(signed, ns, 'status')) oneOf(readStatus(signed), ['compliant'])
      return defined<NvInfoData>({
        kind: 'signedCode',
        ...readCode(signed),
        encodedSignedCode: readBase64(signed, 'encodedSignedCode'),
        pw: readPassword(signed),
      })
    },
  }),
}
