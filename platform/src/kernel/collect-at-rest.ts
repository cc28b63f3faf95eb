import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const everyMs = 5_000
/** A process that computes for more of the time than this is not at rest, and collects by itself. */
const restingShare = 0.2
/** What may have been left behind before it is worth a pause of a tenth of a second. */
const grownBytes = 24_000_000

/**
 * Gives back what starting and each busy time leave behind: sources that were read and trees that were made of them,
 * some 40 MB. V8 itself collects only when it needs the room, and a process at rest needs none.
 */
export function collectAtRest(): void {
  const collect = collector()
  let before = performance.eventLoopUtilization()
  let smallest = 0
  setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    if (utilization > restingShare || process.memoryUsage.rss() < smallest + grownBytes) return
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    smallest = process.memoryUsage.rss()
  }, everyMs).unref()
}

function collector(): (options: object) => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  setFlagsFromString('--no-expose-gc')
  return collect
}
