/** Rounds a second of processor time: what else the machine does has no part in it. */
export function rate(seconds: number, round: () => unknown): number {
  for (let n = 0; n < 50; n++) round()
  const ended = performance.now() + seconds * 1_000
  const before = process.cpuUsage()
  let count = 0
  do {
    round()
    count++
  } while (performance.now() < ended)
  const { user, system } = process.cpuUsage(before)
  return count / ((user + system) / 1_000_000)
}
