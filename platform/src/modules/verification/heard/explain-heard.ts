import { reasonFor } from '@yuming/identity'
import type { Trx } from '../../../kernel/database/index.ts'
import { type Explained, explained } from '../reasons/explained.ts'
import { ownExplained } from '../reasons/own-reasons.ts'
import { heardKey } from './heard-key.ts'
import { reasonsOfTexts } from './heard-texts.ts'

/** At most so many of the dictionary's reasons fit one sentence. */
const most = 2

/** Cause and remedy of what others said, by their very words: an operator's word counts before the dictionary's guess. */
export async function explainHeard(
  trx: Trx,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly Explained[]>> {
  const answered = await reasonsOfTexts(trx, texts.map(heardKey))
  const own = await ownExplained(trx, [...answered.values()])
  return new Map(
    texts.map((text) => {
      const chosen = answered.get(heardKey(text))
      if (chosen !== undefined) {
        const written = own.get(chosen)
        return [text, written ? [written] : explained([chosen])]
      }
      const answer = reasonFor(text)
      return [text, answer.known ? explained(answer.reasons.slice(0, most).map(({ id }) => id)) : []]
    }),
  )
}
