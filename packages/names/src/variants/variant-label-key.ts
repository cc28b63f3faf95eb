import { labelToUnicode } from '../normalise.ts'
import { variantIndex } from './variant-index.ts'

/** How an index of taken names keys its labels: by variant index, so that a name is found in whatever form it is written. */
export const variantLabelKey = {
  name: 'zh-lgr-2022-05-31',
  /** @param label lower case, an A-label or its Unicode form */
  of(label: string): string {
    const unicode = label.startsWith('xn--') ? (labelToUnicode(label) ?? label) : label
    return variantIndex(unicode) ?? unicode
  },
} as const
