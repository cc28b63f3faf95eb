import { labelToAscii, labelToUnicode } from './normalise.ts'

/** What the rules need to know of one label. Pure; made once a label. */
export interface LabelFacts {
  /** As typed, after folding. */
  readonly typed: string
  /** Unicode form; equal to `typed` unless that was an A-label. */
  readonly label: string
  readonly ascii: string | undefined
  readonly hasHan: boolean
  /** xn-- that does not decode to what encodes to it. */
  readonly badPunycode: boolean
  readonly suffix: string | undefined
}

const han = /\p{Script=Han}/u

export function labelFacts(typed: string, suffix?: string): LabelFacts {
  const encoded = typed.startsWith('xn--')
  const decoded = encoded ? labelToUnicode(typed) : typed
  const label = decoded ?? typed
  return {
    typed,
    label,
    ascii: decoded === undefined ? undefined : /^[a-z0-9-]*$/.test(label) ? label : labelToAscii(label),
    hasHan: han.test(label),
    badPunycode: encoded && decoded === undefined,
    suffix,
  }
}
