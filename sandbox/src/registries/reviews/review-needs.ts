import { variantIndex } from '@yuming/names'
import type { ReadName } from '../names.ts'

const protectedWords = ['中国', '国家', '中华', '全国']
const indexOf = (word: string) => variantIndex(word) ?? word
const protectedIndexes = new Set(protectedWords.map(indexOf))

/**
 * Whether only some may hold the name (资质): every name of a suffix for owners of a right, and elsewhere one that
 * begins with a word of state, in simplified or traditional characters.
 */
export function needsQualification({ suffix, unicodeLabel }: ReadName): boolean {
  if (suffix.qualification === 'every-name') return true
  if (suffix.qualification !== 'words-of-state') return false
  return protectedIndexes.has(indexOf([...unicodeLabel].slice(0, 2).join('')))
}
