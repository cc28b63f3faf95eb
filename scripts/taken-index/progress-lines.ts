import type { BuildProgress } from '@yuming/taken'

/** Tells the progress of a build in lines, one every two seconds. */
export function progressLines(
  linesRead: () => number,
  now: () => number,
  say: (line: string) => void,
): { tell(progress: BuildProgress): void; summary(): string } {
  const started = now()
  let last = started
  let since = started
  let phase: BuildProgress['phase'] = 'reading'
  const many = (value: number) => Math.round(value).toLocaleString('en')
  return {
    tell(progress) {
      if (progress.phase !== phase) {
        phase = progress.phase
        since = now()
      } else if (now() - last < 2_000) return
      last = now()
      const rate = progress.names / Math.max(0.001, (last - since) / 1_000)
      if (progress.phase === 'reading')
        say(`reading: ${many(progress.names)} names in ${many(linesRead())} lines, ${many(rate)} names/s`)
      else say(`building: ${Math.floor((progress.names / progress.of) * 100)} % of ${many(progress.of)} names`)
    },
    summary: () => `完成，用时 ${seconds()} 秒。 Done in ${seconds()} s.`,
  }

  function seconds(): string {
    return ((now() - started) / 1_000).toFixed(1)
  }
}
