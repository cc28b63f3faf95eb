import { evaluate, type Finding } from '@yuming/rules'
import { type CertificateKind, certificateKind, certificateKindOfCode } from '../certificate/certificate-kinds.ts'
import { noFacts } from '../identity-facts.ts'
import { numberRules } from '../rules/number-rules.ts'
import { readNumber } from './number-defect.ts'

/**
 * What the rules of a day say about the number of a paper.
 * @param kind a kind, its id, or its code at the .cn registry @param day YYYY-MM-DD, China time
 * @throws RangeError when there is no such kind
 */
export function checkNumber(kind: CertificateKind | string, number: string, day: string): readonly Finding[] {
  const known = typeof kind === 'string' ? (certificateKind(kind) ?? certificateKindOfCode(kind)) : kind
  if (known === undefined) throw new RangeError(`no kind of certificate is called ${String(kind)}`)
  const certificate = { kind: known, statedKind: known.id, number: readNumber(known, number, day) }
  return evaluate(
    numberRules,
    {
      day,
      holder: noFacts,
      certificate,
      paper: undefined,
      operation: undefined,
      suffix: undefined,
      label: undefined,
      state: noFacts,
    },
    day,
  ).findings
}
