import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { readDays } from './days/day-journal.ts'
import { IndexRejected } from './index-file.ts'
import { type LabelKey, plainKey } from './label-key.ts'
import { openIndex, type TakenIndex } from './open-index.ts'
import { TakenNames } from './taken-names.ts'

export interface OpenTakenNames {
  /** YYYY-MM-DD, for what our own orders add. */
  readonly today: () => string
  /** By suffix (A-label); must be what its index was built with. */
  readonly keyOf?: (suffix: string) => LabelKey
  /** A file that could not be used. What was loaded before stays; without it the suffix counts as not known. */
  readonly onProblem: (error: unknown) => void
  /** An index of a suffix that had none was opened. */
  readonly onOpened?: (suffix: string, names: TakenNames) => void
}

export function indexFile(folder: string, suffix: string): string {
  return path.join(folder, `${suffix}.taken`)
}

export function daysFile(folder: string, suffix: string): string {
  return path.join(folder, `${suffix}.days`)
}

/** Loads every index of a folder; a folder that is not there yet is empty. */
export async function openTakenNames(folder: string, options: OpenTakenNames): Promise<TakenFolder> {
  const opened = new TakenFolder(folder, options)
  await opened.refresh()
  return opened
}

interface Loaded {
  readonly names: TakenNames
  readonly indexMark: string
  readonly daysMark: string
}

/** The taken names of many suffixes. */
export class TakenFolder {
  readonly #folder: string
  readonly #today: () => string
  readonly #keyOf: (suffix: string) => LabelKey
  readonly #onProblem: (error: unknown) => void
  readonly #onOpened: ((suffix: string, names: TakenNames) => void) | undefined
  readonly #loaded = new Map<string, Loaded>()
  /** Files that could not be used, as they were then: told once, tried again when they change. */
  readonly #refused = new Map<string, string>()
  #refreshing: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(folder: string, { today, keyOf = () => plainKey, onProblem, onOpened }: OpenTakenNames) {
    this.#folder = folder
    this.#today = today
    this.#keyOf = keyOf
    this.#onProblem = onProblem
    this.#onOpened = onOpened
  }

  get suffixes(): readonly string[] {
    return [...this.#loaded.keys()]
  }

  /** @param suffix ASCII, without a dot in front */
  of(suffix: string): TakenNames | undefined {
    return this.#loaded.get(suffix)?.names
  }

  /** Looks every so often for files that have changed. */
  watch(everyMs: number): void {
    this.#timer ??= setInterval(() => void this.refresh(), everyMs).unref()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** Takes over what has changed. Answers come from the old files until the new ones are loaded and checked. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  async #refresh(): Promise<void> {
    const files = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') this.#onProblem(error)
      return undefined
    })
    if (!files) return
    const suffixes = files.filter((file) => /^[^.].*\.taken$/.test(file)).map((file) => file.slice(0, -'.taken'.length))
    for (const suffix of this.#loaded.keys()) if (!suffixes.includes(suffix)) this.#loaded.delete(suffix)
    for (const suffix of suffixes) {
      const marks = await this.#marks(suffix)
      const mark = JSON.stringify(marks)
      if (this.#refused.get(suffix) === mark) continue
      try {
        await this.#load(suffix, marks)
        this.#refused.delete(suffix)
      } catch (error) {
        this.#refused.set(suffix, mark)
        this.#onProblem(error)
      }
    }
  }

  async #load(suffix: string, { indexMark, daysMark }: { indexMark: string; daysMark: string }): Promise<void> {
    const known = this.#loaded.get(suffix)
    if (known?.indexMark === indexMark && known.daysMark === daysMark) return
    const index = known?.indexMark === indexMark ? known.names.index : await this.#open(suffix)
    const { days } = await readDays(daysFile(this.#folder, suffix))
    if (known) known.names.replace(index, days)
    const names = known?.names ?? new TakenNames(index, days, { key: this.#keyOf(suffix), today: this.#today })
    this.#loaded.set(suffix, { names, indexMark, daysMark })
    if (!known) this.#onOpened?.(suffix, names)
  }

  async #open(suffix: string): Promise<TakenIndex> {
    const file = indexFile(this.#folder, suffix)
    const index = await openIndex(file)
    if (index.contents.suffix !== suffix)
      throw new IndexRejected(file, `this is the index of "${index.contents.suffix}"`)
    const { name } = this.#keyOf(suffix)
    if (index.contents.key !== name)
      throw new IndexRejected(
        file,
        `its keys are "${index.contents.key}", but "${name}" are looked up: build it anew from the zone`,
      )
    return index
  }

  async #marks(suffix: string): Promise<{ indexMark: string; daysMark: string }> {
    const [indexMark, daysMark] = await Promise.all(
      [indexFile, daysFile].map(async (place) => {
        const found = await stat(place(this.#folder, suffix), { bigint: true }).catch(() => undefined)
        return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : ''
      }),
    )
    return { indexMark: indexMark ?? '', daysMark: daysMark ?? '' }
  }
}
