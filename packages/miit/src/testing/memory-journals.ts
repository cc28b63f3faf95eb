import type { DownloadEntry, DownloadJournal } from '../line/download-journal.ts'
import type { UploadEntry, UploadJournal } from '../line/upload-journal.ts'

export interface MemoryUploadJournal extends UploadJournal {
  readonly entries: Map<string, UploadEntry>
}

export function memoryUploadJournal(): MemoryUploadJournal {
  const entries = new Map<string, UploadEntry>()
  let tail: Promise<unknown> = Promise.resolve()
  const all = () => [...entries.values()]
  return {
    entries,
    exclusively(work) {
      const turn = tail.then(work, work)
      tail = turn.catch(() => undefined)
      return turn
    },
    byKey: async (key) => entries.get(key),
    accepted: async (sequence) => all().find((entry) => entry.sequence === sequence && entry.state === 'accepted'),
    open: async () => all().find(({ state }) => state !== 'accepted' && state !== 'withdrawn'),
    lastAccepted: async () => {
      const accepted = all().filter(({ state }) => state === 'accepted')
      return accepted.length > 0 ? Math.max(...accepted.map(({ sequence }) => sequence)) : undefined
    },
    add: async (entry) => void entries.set(entry.key, entry),
    update: async (key, change) => {
      const entry = entries.get(key)
      if (!entry) throw new Error(`no entry ${key}`)
      entries.set(key, { ...entry, ...change })
    },
  }
}

export interface MemoryDownloadJournal extends DownloadJournal {
  readonly entries: DownloadEntry[]
  readonly acknowledgedFiles: string[]
}

export function memoryDownloadJournal(): MemoryDownloadJournal {
  const entries: DownloadEntry[] = []
  const acknowledgedFiles: string[] = []
  const broken = new Map<string, number>()
  return {
    entries,
    acknowledgedFiles,
    exclusively: (work) => work(),
    store: async (entry) => {
      if (entries.some(({ fileName, hash }) => fileName === entry.fileName && hash === entry.hash)) return false
      entries.push(entry)
      return true
    },
    acknowledged: async (fileName) => void acknowledgedFiles.push(fileName),
    broken: async (fileName) => {
      const times = (broken.get(fileName) ?? 0) + 1
      broken.set(fileName, times)
      return times
    },
  }
}
