import type { PictureFacts } from '../paper-facts.ts'
import type { Plane } from './planes.ts'

/** Share of pixels that text covers at least, even where a card lies on a large white sheet. */
const fewest = 0.002

/** How light lies in a picture; all levels 0 to 255. */
export function exposureOf({ data }: Plane): Pick<PictureFacts, 'brightness' | 'darkest' | 'brightest' | 'contrast'> {
  const counts = new Uint32Array(256)
  for (let i = 0; i < data.length; i++) {
    const level = data[i] ?? 0
    counts[level] = (counts[level] ?? 0) + 1
  }
  const sum = counts.reduce((all, count, level) => all + count * level, 0)
  const levelAt = (share: number) => {
    let left = share * data.length
    for (let level = 0; level < 256; level++) {
      left -= counts[level] ?? 0
      if (left < 0) return level
    }
    return 255
  }
  const darkest = levelAt(fewest)
  return {
    brightness: Math.round(sum / Math.max(1, data.length)),
    darkest,
    brightest: levelAt(0.95),
    contrast: levelAt(1 - fewest) - darkest,
  }
}
