/** A sentence and when it is on the screen, in seconds. */
export interface Cue {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** WebVTT (W3C, 4.1). */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ from, to, text }, n) => `${n + 1}\n${stamp(from)} --> ${stamp(to)}\n${text}\n`)
  return `WEBVTT\n\n${blocks.join('\n')}`
}

/** Reads what `webVtt` wrote. */
export function cuesOf(vtt: string): Cue[] {
  return vtt
    .split('\n\n')
    .slice(1)
    .map((block) => {
      const [, times = '', ...text] = block.trim().split('\n')
      const [from = 0, to = 0] = times.split(' --> ').map(secondsOf)
      return { from, to, text: text.join('\n') }
    })
}

function stamp(seconds: number): string {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${parts.join(':')}.${String(Math.round((seconds - whole) * 1_000)).padStart(3, '0')}`
}

function secondsOf(stamp: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = stamp.split(':').map(Number)
  return hours * 3_600 + minutes * 60 + seconds
}
