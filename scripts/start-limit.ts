import { availableParallelism, loadavg } from 'node:os'

const idleMs = 60_000
const mostMs = 300_000

/** How long a world may take to start before its tests give up: two minutes on a quiet machine, more by what else it does. */
export function startLimitMs(): number {
  const [lastMinute = 0] = loadavg()
  const load = Math.max(1, lastMinute / availableParallelism())
  return Math.min(mostMs, Math.round(idleMs * (1 + load)))
}
