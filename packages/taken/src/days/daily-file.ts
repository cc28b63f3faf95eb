/** One day of changes of one suffix: `com 2026-11-23 2`, then as many lines `+label` (taken) or `-label` (gone). */
export interface DailyFile {
  readonly suffix: string
  /** YYYY-MM-DD */
  readonly day: string
  readonly changes: readonly DailyChange[]
}

export interface DailyChange {
  readonly label: string
  readonly taken: boolean
}

/** A daily file that cannot be trusted as a whole; nothing of it is applied. */
export class DailyRejected extends Error {
  override readonly name = 'DailyRejected'
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly reason: string

  constructor(file: string, line: number, reason: string) {
    super(`${file}, line ${line}: ${reason}`)
    this.file = file
    this.line = line
    this.reason = reason
  }
}

const heading = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*) (\d{4}-\d{2}-\d{2}) (\d{1,9})$/
const change = /^[+-][a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/

/** @throws DailyRejected */
export function readDaily(text: string, file: string): DailyFile {
  if (!text.endsWith('\n'))
    throw new DailyRejected(file, text.split('\n').length, 'the file is cut off: its last line has no end')
  const [first = '', ...lines] = text.slice(0, -1).split(/\r?\n/)
  const [, suffix, day, count] = heading.exec(first) ?? []
  if (suffix === undefined || day === undefined || !isDay(day))
    throw new DailyRejected(file, 1, 'the first line is not "SUFFIX YYYY-MM-DD COUNT"')
  const changes = lines.map((line, number) => {
    if (!change.test(line)) throw new DailyRejected(file, number + 2, 'the line is neither "+label" nor "-label"')
    return { label: line.slice(1), taken: line.startsWith('+') }
  })
  if (changes.length !== Number(count))
    throw new DailyRejected(
      file,
      lines.length + 1,
      `the file has ${changes.length} changes instead of the ${count} that its first line announces`,
    )
  return { suffix, day, changes }
}

export function writeDaily({ suffix, day, changes }: DailyFile): string {
  const lines = changes.map(({ label, taken }) => `${taken ? '+' : '-'}${label}\n`)
  return `${suffix} ${day} ${changes.length}\n${lines.join('')}`
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
