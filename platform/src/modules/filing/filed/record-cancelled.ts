import type { NewsContext } from '../bureau/news-context.ts'
import { passOrder } from '../bureau/pass-order.ts'
import { submissionOf } from '../bureau/submission-of.ts'
import type { BureauNews } from '../ports.ts'
import { tellCancelled } from '../tell.ts'
import { endFiled } from './end-filed.ts'
import type { EndedFiling } from './ended-filing.ts'
import { dropPublication } from './publications.ts'

/** Something filed is no more, whoever asked for it: its owner is told which number is gone. */
export async function recordCancelled(
  bureau: string,
  { of, bureauId }: Extract<BureauNews, { what: 'cancelled' }>,
  context: NewsContext,
): Promise<void> {
  await dropPublication(bureau, { of, bureauId }, context)
  const ended = await endFiled(bureau, { of, bureauId }, context)
  if (ended) await tellCancelled(ended, context)
  const found = await submissionOf(context.trx, { bureau, kind: `cancel-${of}`, keys: [bureauId] })
  if (found) await passOrder(found, ended?.numbers[0] ?? null, context)
}

/** The bureau said yes to a cancellation: it has happened, whether it is published a second time or not. */
export async function endCancelled(
  bureau: string,
  of: EndedFiling['of'],
  keys: readonly string[],
  context: NewsContext,
): Promise<string | null> {
  for (const bureauId of keys) {
    const ended = await endFiled(bureau, { of, bureauId }, context)
    if (!ended) continue
    await dropPublication(bureau, { of, bureauId }, context)
    await tellCancelled(ended, context)
    return ended.numbers[0] ?? null
  }
  return null
}
