import type { Finding } from '@yuming/rules'
import type { ShopFront, ShopFronts } from '../../kernel/http/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { appraiseName } from './appraise.ts'

/** Names whose holder has to prove a right to them: owners of a trademark (S1-94), organisations that a name names (S1-53). */
export function namesToQualify({
  catalog,
  today,
  fronts,
}: {
  catalog: Catalog
  today: () => string
  fronts: ShopFronts
}) {
  return {
    find(name: string) {
      const appraisal = appraiseName(catalog, name, today())
      if (!appraisal.ok) return undefined
      const trademark = catalog.suffix(appraisal.suffix)?.flow === 'trademark'
      if (!trademark && !appraisal.findings.some(({ rule }) => rule === wordOfState)) return undefined
      const { name: written, ascii, suffix } = appraisal
      const kind = trademark ? ('trademark' as const) : ('organisation' as const)
      return { name: written, ascii, suffix, label: written.slice(0, -suffix.length - 1), kind }
    },
    against(
      name: string,
      holder: {
        readonly holderType: 'person' | 'organisation'
        readonly region: string
        readonly name: { readonly zh: string; readonly en: string }
      },
      front: ShopFront['kind'] | undefined,
    ): readonly Finding[] {
      const site = fronts.doneAt(front)
      const { findings } = appraiseName(catalog, name, today(), {
        ...(site && { site }),
        operation: 'register',
        holderType: holder.holderType,
        region: holder.region,
        holderName: holder.name,
      })
      return findings.filter(({ severity }) => severity === 'refuse')
    },
  }
}

/** The rule that says so of a name whose holder is not known (S1-53). */
const wordOfState = 'NAME-NATION-03'
