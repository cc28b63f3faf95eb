import type { Circumstances } from '@yuming/names'
import type { Finding } from '@yuming/rules'
import type { Catalog } from '../catalog/index.ts'
import { appraiseOf } from './appraise.ts'

export type NewHolder = Pick<Circumstances, 'region' | 'holderType' | 'holderName' | 'site' | 'certificate'>

/** What the rules of names say against a holder to whom a registered name shall go; what stands against the label is old news. */
export function newHolderFindings(
  catalog: Catalog,
  { holder, ...domain }: { name: string; suffix: string; holder: NewHolder },
  day: string,
): readonly Finding[] {
  const refusals = (given?: Circumstances) =>
    appraiseOf(catalog, domain, day, given).findings.filter(({ severity }) => severity === 'refuse')
  const before = new Set(refusals().map(({ rule }) => rule))
  return refusals({ ...holder, operation: 'register' }).filter(({ rule }) => !before.has(rule))
}
