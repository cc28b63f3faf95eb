import { cnnicIdTypes } from '@yuming/epp'
import { checkOfGb11643, checkOfGb32100 } from '@yuming/identity'
import type { ContactRecord } from '../objects.ts'
import { Refused } from '../refused.ts'

type IdentityPapers = NonNullable<ContactRecord['cnnic']>

/** The two kinds whose numbers carry a check character as their 18th. */
const checks: ReadonlyMap<string, (first17: string) => string | undefined> = new Map([
  ['SFZ', checkOfGb11643],
  ['TYDM', checkOfGb32100],
])

/** What a registry can see of a paper without its register. @throws Refused 2003, 2005 */
export function requirePapers({ type, certificateType, certificate }: IdentityPapers): void {
  if (type !== 'I' && type !== 'E') throw new Refused(2005, 'The holder type is I or E')
  if (!cnnicIdTypes.some((known) => known === certificateType))
    throw new Refused(2005, `There is no kind of paper ${certificateType.slice(0, 20)}`)
  if (certificate === '') throw new Refused(2003, 'The number of the paper is required')
  const checkOf = checks.get(certificateType)
  if (checkOf && !carriesItsCheck(certificate.toUpperCase(), checkOf))
    throw new Refused(2005, `The number is none of a ${certificateType}: its check character is wrong`)
}

function carriesItsCheck(number: string, checkOf: (first17: string) => string | undefined): boolean {
  return number.length === 18 && checkOf(number.slice(0, 17)) === number.slice(17)
}
