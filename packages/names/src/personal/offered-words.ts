import type { Source } from '@yuming/rules'
import words from '../../data/personal-name-words.json' with { type: 'json' }

/** What may stand before and after the name in a 姓名.网址 domain (S1-116, S1-118), and who says so. */
export interface OfferedWords {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly source: Source
}

/** The words of this package, for a shop that has none of its own. */
export const offeredWords: OfferedWords = { before: words.before, after: words.after, source: words.source }
