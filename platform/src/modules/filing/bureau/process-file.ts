import { noteDuty } from '../after/duties.ts'
import { recordCancelled } from '../filed/record-cancelled.ts'
import { recordPublished } from '../filed/record-published.ts'
import { noteBlacklist } from '../matters/blacklist.ts'
import { noteMatter } from '../matters/note-matter.ts'
import type { BureauNews, Bureaus } from '../ports.ts'
import type { NewsContext, NewsDeps } from './news-context.ts'
import { settleResult } from './settle-result.ts'

/** Carries out what a bureau's file tells, once: the file's own mark is in the same transaction. False: it was done before. */
export async function processFile(
  file: string,
  bureaus: Pick<Bureaus, 'open' | 'processed'>,
  context: NewsContext,
  deps: NewsDeps,
): Promise<boolean> {
  const opened = await bureaus.open(file, context.trx)
  if (!opened) return false
  const { bureau, news } = opened
  // Opinions of a file belong to its results, and are not linked to them by place.
  const opinions = news.filter((one) => one.what === 'opinion')
  for (const one of news) await carryOut({ bureau, file }, one, opinions, context, deps)
  await bureaus.processed(file, context.trx)
  return true
}

type Opinion = Extract<BureauNews, { what: 'opinion' }>

async function carryOut(
  { bureau, file }: { bureau: string; file: string },
  news: BureauNews,
  opinions: readonly Opinion[],
  context: NewsContext,
  deps: NewsDeps,
): Promise<void> {
  switch (news.what) {
    case 'result':
      return settleResult(bureau, news, opinions, context, deps)
    case 'published':
      return recordPublished(bureau, news.filing, context, deps)
    case 'cancelled':
      return recordCancelled(bureau, news, context)
    case 'notice':
      return noteDuty(bureau, news, context)
    case 'blacklist':
      return noteBlacklist(bureau, news, context, deps)
    case 'matter':
      return noteMatter({ bureau, file }, news, context)
    case 'opinion':
    case 'kept':
      return undefined
  }
}
