import { open, readFile, rename } from 'node:fs/promises'
import { type DailyFile, DailyRejected, readDaily, writeDaily } from './daily-file.ts'

/** The days applied since the index was built, `com.days` beside `com.taken`: daily files one after the other. */
export interface DayJournal {
  readonly days: readonly DailyFile[]
  /** Where the next day goes: what follows is the rest of a day whose writing was cut off, and never counted. */
  readonly end: number
}

/** @throws DailyRejected when a day that was once written whole is damaged */
export async function readDays(path: string): Promise<DayJournal> {
  const text = await readFile(path, 'latin1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const days: DailyFile[] = []
  let end = 0
  while (end < text.length) {
    const block = blockAt(text, end)
    if (block === undefined) break
    days.push(readDaily(block, path))
    end += block.length
  }
  return { days, end }
}

/** The text of the day that begins here; undefined when the file ends within it. */
function blockAt(text: string, from: number): string | undefined {
  let end = text.indexOf('\n', from)
  let lines = Number(text.slice(from, end).split(' ')[2] ?? 0)
  while (end !== -1 && lines-- > 0) end = text.indexOf('\n', end + 1)
  return end === -1 ? undefined : text.slice(from, end + 1)
}

/** Adds a day that the journal does not have. Returns false when it has this very day. @throws DailyRejected when the
 *  day is older than one that was applied, or was applied with other changes */
export async function appendDay(path: string, daily: DailyFile, file: string): Promise<boolean> {
  const { days, end } = await readDays(path)
  const text = writeDaily(daily)
  const same = days.find(({ day }) => day === daily.day)
  if (same) {
    if (writeDaily(same) === text) return false
    throw new DailyRejected(file, 1, `other changes of ${daily.day} were applied before`)
  }
  const last = days.at(-1)?.day
  if (last !== undefined && last > daily.day)
    throw new DailyRejected(file, 1, `${daily.day} comes too late: ${last} was applied before it`)
  const handle = await open(path, end === 0 ? 'w' : 'r+')
  try {
    await handle.write(text, end, 'latin1')
    await handle.truncate(end + text.length)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return true
}

/** Drops the days before one that the index contains. */
export async function dropDaysBefore(path: string, day: string): Promise<void> {
  const { days } = await readDays(path)
  const kept = days.filter((daily) => daily.day >= day)
  if (kept.length === days.length) return
  const handle = await open(`${path}.new`, 'w')
  try {
    await handle.writeFile(kept.map(writeDaily).join(''), 'latin1')
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${path}.new`, path)
}
