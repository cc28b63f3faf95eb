import { mkdir } from 'node:fs/promises'
import { type BuildIndex, buildIndex } from './build-index.ts'
import { type DailyFile, DailyRejected, readDaily } from './days/daily-file.ts'
import { appendDay, dropDaysBefore } from './days/day-journal.ts'
import { type Contents, IndexRejected } from './index-file.ts'
import { peekIndex } from './peek-index.ts'
import { daysFile, indexFile } from './taken-folder.ts'

export interface RebuildIndex extends Omit<BuildIndex, 'to' | 'approve'> {
  readonly folder: string
  /** Replace the old index even by one that is older or much smaller. */
  readonly evenIfWorse?: boolean
}

/** A new index that is whole, but so unlike the old one that it is more likely to be wrong. The old one stays. */
export class IndexDoubtful extends Error {
  override readonly name = 'IndexDoubtful'
}

/** No zone loses a tenth of its names between two files; a file that was cut off between two lines does. */
const smallestShare = 0.9

/** Builds the index of a suffix into its folder, and forgets the daily files that it contains.
 *  @throws ZoneRejected or whatever the source throws, IndexDoubtful; the old index then stays as it is */
export async function rebuildIndex({ folder, evenIfWorse, ...options }: RebuildIndex): Promise<Contents> {
  await mkdir(folder, { recursive: true })
  const to = indexFile(folder, options.suffix)
  const old = await peekIndex(to).catch((error: unknown) => {
    if (error instanceof IndexRejected) return undefined
    throw error
  })
  const approve = ({ count, day }: Contents) => {
    if (evenIfWorse || !old) return
    if (day < old.contents.day)
      throw new IndexDoubtful(`the source is of ${day}, but the index in use is of ${old.contents.day}`)
    if (count < old.contents.count * smallestShare)
      throw new IndexDoubtful(`the source has ${count} names, but the index in use has ${old.contents.count}`)
  }
  const contents = await buildIndex({ ...options, to, approve })
  await dropDaysBefore(daysFile(folder, options.suffix), contents.day)
  return contents
}

export type DailyOutcome = 'applied' | 'applied-before' | 'in-the-index'

/** Applies a daily file as a whole or not at all; doing it again changes nothing.
 *  @throws DailyRejected (a bad line, another suffix, no index yet, a day out of order) */
export async function applyDaily(
  folder: string,
  suffix: string,
  { text, file }: { text: string; file: string },
): Promise<{ outcome: DailyOutcome; daily: DailyFile }> {
  const daily = readDaily(text, file)
  if (daily.suffix !== suffix)
    throw new DailyRejected(file, 1, `this is a day of "${daily.suffix}", not of "${suffix}"`)
  const index = await peekIndex(indexFile(folder, suffix))
  if (!index) throw new DailyRejected(file, 1, `there is no index of "${suffix}" to apply it to`)
  if (daily.day < index.contents.day) return { outcome: 'in-the-index', daily }
  const added = await appendDay(daysFile(folder, suffix), daily, file)
  return { outcome: added ? 'applied' : 'applied-before', daily }
}
