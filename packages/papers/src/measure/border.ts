import type { PictureFacts, Side } from '../paper-facts.ts'
import type { Picture } from '../picture/picture.ts'

/** Largest difference in red, green or blue from the background that is still the background. */
const sameColour = 36
/** Share of the frame that must be background before anything is said. */
const plainShare = 0.45
/** Share of a side that the paper must run along without a break; a finger covers less. */
const cutShare = 0.3
/** Share of the picture that must not be background: else there is no paper to be cut. */
const paperShare = 0.15

export interface Box {
  readonly left: number
  readonly top: number
  /** First column and row beyond the box. */
  readonly right: number
  readonly bottom: number
}

/**
 * Whether the paper runs out of the picture: on a plain background (a table, a sheet) the frame of the picture shows
 * where. It cannot tell on a busy background, nor when the paper fills the whole picture, as scans do: then no side is
 * named. `box` is where the paper lies: its edges on the background, or the whole picture when it fills it.
 */
export function borderOf(picture: Picture): PictureFacts['border'] & { readonly box?: Box } {
  const { width, height } = picture
  if (width < 8 || height < 8) return { plain: false, cut: [] }
  const sides: Record<Side, number[]> = {
    top: Array.from({ length: width }, (_, x) => x + width),
    right: Array.from({ length: height }, (_, y) => y * width + width - 2),
    bottom: Array.from({ length: width }, (_, x) => (height - 2) * width + x),
    left: Array.from({ length: height }, (_, y) => y * width + 1),
  }
  const background = backgroundOf(picture, Object.values(sides).flat())
  const isPaper = (pixel: number) => !near(picture.data, pixel, background.colour)
  if (background.share < plainShare) return { plain: false, cut: [] }
  const box = boxOf(picture, isPaper)
  const all: Box = { left: 0, top: 0, right: width, bottom: height }
  if (box.count < paperShare * width * height) return { plain: true, cut: [], box: all }
  const cut = (Object.keys(sides) as Side[]).filter((side) => longestRun(sides[side], isPaper) >= cutShare)
  return { plain: true, cut, ...(cut.length === 0 ? { box: box.found ?? all } : {}) }
}

/** The most frequent colour of the frame, in steps of 32 levels, then its mean. */
function backgroundOf({ data }: Picture, frame: readonly number[]) {
  const groups = new Map<number, number[]>()
  for (const pixel of frame) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 3, pixel * 3 + 3)
    const key = (red >> 5) * 64 + (green >> 5) * 8 + (blue >> 5)
    const group = groups.get(key)
    if (group) group.push(pixel)
    else groups.set(key, [pixel])
  }
  const largest = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
  const mean = (part: number) =>
    largest.reduce((sum, pixel) => sum + (data[pixel * 3 + part] ?? 0), 0) / Math.max(1, largest.length)
  const colour = [mean(0), mean(1), mean(2)] as const
  return { colour, share: frame.filter((pixel) => near(data, pixel, colour)).length / frame.length }
}

function near(data: Uint8Array, pixel: number, [red, green, blue]: readonly [number, number, number]): boolean {
  const at = pixel * 3
  return (
    Math.abs((data[at] ?? 0) - red) <= sameColour &&
    Math.abs((data[at + 1] ?? 0) - green) <= sameColour &&
    Math.abs((data[at + 2] ?? 0) - blue) <= sameColour
  )
}

/** Longest stretch of paper along a side, as a share of the side; letters break it for a few pixels only. */
function longestRun(side: readonly number[], isPaper: (pixel: number) => boolean): number {
  const bridge = Math.max(2, Math.round(side.length * 0.02))
  let longest = 0
  let run = 0
  let gap = 0
  for (const pixel of side) {
    if (isPaper(pixel)) {
      run += gap + 1
      gap = 0
    } else if (run > 0 && gap < bridge) gap++
    else run = gap = 0
    longest = Math.max(longest, run)
  }
  return longest / side.length
}

/** The rows and columns of which a good part is paper. */
function boxOf({ width, height }: Picture, isPaper: (pixel: number) => boolean): { count: number; found?: Box } {
  const columns = new Uint32Array(width)
  const rows = new Uint32Array(height)
  let count = 0
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (!isPaper(pixel)) continue
    const x = pixel % width
    const y = (pixel - x) / width
    columns[x] = (columns[x] ?? 0) + 1
    rows[y] = (rows[y] ?? 0) + 1
    count++
  }
  const full = (least: number) => (paper: number) => paper >= least
  const left = columns.findIndex(full(height * 0.15))
  const top = rows.findIndex(full(width * 0.15))
  if (left < 0 || top < 0) return { count }
  const right = columns.findLastIndex(full(height * 0.15)) + 1
  const bottom = rows.findLastIndex(full(width * 0.15)) + 1
  return { count, found: { left, top, right, bottom } }
}
