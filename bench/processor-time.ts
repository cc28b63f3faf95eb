import { readdirSync, readFileSync } from 'node:fs'

/** Ticks a second of /proc's counters on every Linux we run on. */
const ticks = 100

interface Process {
  readonly name: string
  readonly parent: number
  readonly seconds: number
}

function processes(): Map<number, Process> {
  const found = new Map<number, Process>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      found.set(Number(entry), {
        name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
        parent: Number(fields[1]),
        seconds: (Number(fields[11]) + Number(fields[12])) / ticks,
      })
    } catch {
      // It ended while we looked.
    }
  }
  return found
}

/** The PostgreSQL processes that a process of ours started, its sessions among them. */
export function databaseProcesses(pid: number): number[] {
  return databaseUnder(pid, processes())
}

/** Processor seconds of a process, and of all PostgreSQL processes under it, since each began. */
export function processorSeconds(pid: number): { own: number; database: number } {
  const all = processes()
  const database = databaseUnder(pid, all).reduce((sum, id) => sum + (all.get(id)?.seconds ?? 0), 0)
  return { own: all.get(pid)?.seconds ?? 0, database }
}

function databaseUnder(pid: number, all: ReadonlyMap<number, Process>): number[] {
  const under = (id: number): boolean => {
    for (let at = all.get(id)?.parent; at !== undefined && at > 1; at = all.get(at)?.parent) if (at === pid) return true
    return false
  }
  return [...all].filter(([id, { name }]) => name.startsWith('postgres') && under(id)).map(([id]) => id)
}
