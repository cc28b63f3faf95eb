import type { Finding } from '@yuming/rules'
import type { ShopFront, ShopFronts } from '../../kernel/http/index.ts'
import type { Catalog, SuffixRecord } from '../catalog/index.ts'
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
      const kind = kindOf(catalog.suffix(appraisal.suffix), appraisal.findings)
      if (kind === undefined) return undefined
      const { name: written, ascii, suffix } = appraisal
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
      declared?: Stated,
    ): readonly Finding[] {
      const site = fronts.doneAt(front)
      const { findings } = appraiseName(catalog, name, today(), {
        ...(site && { site }),
        operation: 'register',
        holderType: holder.holderType,
        region: holder.region,
        holderName: holder.name,
        ...(declared?.govClass && { govClass: declared.govClass }),
        ...(declared?.unit !== undefined && { certificate: { unit: declared.unit } }),
      })
      return findings
        .filter(({ severity }) => severity === 'refuse')
        .map((finding) => ({ ...finding, field: stated[finding.field] ?? finding.field }))
    },
  }
}

/** The rule that says so of a name whose holder is not known (S1-53). */
const wordOfState = 'NAME-NATION-03'

/** What an applicant for .gov.cn says of itself. */
interface Stated {
  readonly kind: string
  readonly govClass?: 1 | 2 | 3
  readonly unit?: string
}

/** Where the rules speak of what was stated of the papers. */
const stated: Readonly<Record<string, string>> = { govClass: 'declared.govClass', certificate: 'declared.unit' }

/** Suffixes for persons of a name have nothing to hand in: the identity says it. */
const bySelf = 'personal-name'

function kindOf(record: SuffixRecord | undefined, findings: readonly Finding[]) {
  if (record?.flow === 'trademark') return 'trademark' as const
  if (record?.flow === 'gov') return 'government' as const
  if (findings.some(({ rule }) => rule === wordOfState)) return 'organisation' as const
  return record?.flow === 'general' && record.qualification !== null && record.qualification !== bySelf
    ? ('licence' as const)
    : undefined
}
