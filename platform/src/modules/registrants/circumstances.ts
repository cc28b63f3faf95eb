import { certificateKind } from '@yuming/identity'
import type { Circumstances } from '@yuming/names'
import type { Template } from './schemas.ts'

/** What the rules of names look at in a holder. */
export function circumstancesOf({
  region,
  holderType,
  name,
  certificate,
}: Pick<Template, 'region' | 'holderType' | 'name' | 'certificate'>): Circumstances {
  const code = certificateKind(certificate.kind)?.codes.cnnic
  return { region, holderType, holderName: name, ...(code ? { certificate: { kind: code } } : {}) }
}
