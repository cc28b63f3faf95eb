import type { Finding } from '@yuming/rules'
import type { ShopFront } from '../../kernel/http/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { appraiseName } from './appraise.ts'

/** What stands against filing a site under a registered name (备案): its suffix, and where it was registered (S1-175). */
export function filingFindings(
  catalog: Catalog,
  { name, front }: { name: string; front: ShopFront['kind'] | undefined },
  day: string,
): readonly Finding[] {
  const { findings } = appraiseName(catalog, name, day, { operation: 'filing', ...(front && { site: front }) })
  return findings.filter(({ field, rule }) => field === 'filing' || rule === 'SUFFIX-KNOWN-01')
}
