import { type Codec, resultData } from '../command.ts'
import { oneOf, requiredText } from '../xml/read.ts'
import { type NvCode, ns, nv, readCode, readStatus, writeCode, writeStatus } from './parts.ts'

/** How a verification that was answered 1001 ended: the data of a poll message. The signed code is then had by info. */
export interface NvPending extends NvCode {
  readonly passed: boolean
  readonly message: string
  readonly paDate: string
}

export const nvPending: Codec<NvPending> = resultData(ns, 'panData', {
  write: (ended) => [
    writeCode(ended),
    writeStatus(ended.passed ? 'compliant' : 'nonCompliant', 'paStatus'),
    nv('msg', ended.message),
    nv('paDate', ended.paDate),
  ],
  read: (element) => ({
    ...readCode(element),
    passed: oneOf(readStatus(element, 'paStatus'), ['compliant', 'nonCompliant']) === 'compliant',
    message: requiredText(element, ns, 'msg'),
    paDate: requiredText(element, ns, 'paDate'),
  }),
})
