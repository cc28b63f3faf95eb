import { holderFindings } from './holder-rules.ts'
import type { SuffixRecord } from './suffix-record.ts'

/** Price of the first year and nine renewals; null when either is not known. */
function tenYears({ register, renew }: SuffixRecord['priceFen']): number | null {
  return register === null || renew === null ? null : register + 9 * renew
}

const regions = ['CN', 'HK', 'MO', 'TW', 'other'] as const

/** A suffix as the API shows it. */
export function presentSuffix(record: SuffixRecord, day: string) {
  const { priceFen, ...facts } = record
  return {
    ...facts,
    supports: { register: canRegister(record), transfer: priceFen.transfer !== null, renew: priceFen.renew !== null },
    priceFen,
    tenYearFen: tenYears(priceFen),
    holderRules: (['china', 'international'] as const).flatMap((site) =>
      regions.flatMap((region) =>
        (['organisation', 'person'] as const).map((holderType) => {
          const [finding] = holderFindings({ suffix: record.suffix, site, region, holderType }, day)
          return { site, region, holderType, allowed: finding === undefined, ...(finding ? { finding } : {}) }
        }),
      ),
    ),
  }
}

/** Whether names under a suffix can be ordered here at all; one of a special flow can, once its condition is met. */
export function canRegister({ registry, flow, priceFen }: SuffixRecord): boolean {
  return registry !== null && flow !== 'renew-only' && priceFen.register !== null
}
