import { labelPolicyOf as knownLabelPolicy, type SuffixPolicy } from '@yuming/names'
import type { Catalog } from './catalog.ts'
import type { KnownSuffix } from './suffix-record.ts'

/** Days of a suffix's life cycle as they are on a day; null: not known. undefined: no such suffix. */
export function lifecycleOf(catalog: Catalog, suffix: string, day: string): KnownSuffix['lifecycle'] | undefined {
  return catalog.on(day).find(suffix)?.lifecycle
}

/** What the catalogue knows of the labels that a suffix takes, today; goes into `suffixPolicy` of packages/names. */
export function labelPolicyOf(catalog: Catalog, suffix: string): SuffixPolicy | undefined {
  const record = catalog.find(suffix)
  if (!record) return undefined
  const { minLength, maxLength, maxLengthChinese, chinese } = record.label
  const { latinLabels } = knownLabelPolicy(record.suffix)
  return { chineseLabels: chinese, latinLabels, minLength, maxLength, maxLengthChinese }
}
