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

/** Share of a side that counts as all of it. */
const wholeSide = 0.97
/** Pixels within which an edge shows. */
const jumpWithin = 3
/** Share of a row or column that is paper where the paper lies. */
const lineShare = 0.15
/** Share of its box that a paper fills, even when turned a little; text and portrait alone fill less. */
const filledShare = 0.6

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
 * named; where the table covers less of the frame than the paper, the two may be mistaken for each other and other
 * sides be named. `box` is where the paper lies, when that is known; the whole picture when only text stands out.
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
  const { box, share } = boxOf(picture, isPaper)
  const whole: Box = { left: 0, top: 0, right: width, bottom: height }
  if (share < paperShare) return { plain: true, cut: [], box: box ?? whole }
  const runs = (Object.keys(sides) as Side[])
    .map((side) => ({ side, ...longestRun(picture, sides[side], isPaper) }))
    .filter((run) => run.share >= cutShare)
  const cut = runs.some(({ sudden }) => sudden)
    ? runs.filter(({ sudden, share }) => sudden || share > wholeSide).map(({ side }) => side)
    : []
  return { plain: true, cut, ...(cut.length === 0 && box ? { box } : {}) }
}

/** The most frequent colour of the frame, in steps of 32 levels, then its mean. */
function backgroundOf({ data }: Picture, frame: readonly number[]) {
  const groups = new Map<number, number[]>()
  for (const pixel of frame) {
    const [red, green, blue] = colourAt(data, pixel)
    const key = (red >> 5) * 64 + (green >> 5) * 8 + (blue >> 5)
    const group = groups.get(key)
    if (group) group.push(pixel)
    else groups.set(key, [pixel])
  }
  const largest = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
  const mean = (part: number) =>
    largest.reduce((sum, pixel) => sum + (data[pixel * 3 + part] ?? 0), 0) / Math.max(1, largest.length)
  const colour: Colour = [mean(0), mean(1), mean(2)]
  return { colour, share: frame.filter((pixel) => near(data, pixel, colour)).length / frame.length }
}

type Colour = readonly [red: number, green: number, blue: number]

function colourAt(data: Uint8Array, pixel: number): Colour {
  return [data[pixel * 3] ?? 0, data[pixel * 3 + 1] ?? 0, data[pixel * 3 + 2] ?? 0]
}

function near(data: Uint8Array, pixel: number, [red, green, blue]: Colour): boolean {
  const at = pixel * 3
  return (
    Math.abs((data[at] ?? 0) - red) <= sameColour &&
    Math.abs((data[at + 1] ?? 0) - green) <= sameColour &&
    Math.abs((data[at + 2] ?? 0) - blue) <= sameColour
  )
}

/**
 * Longest stretch of paper along a side, as a share of the side; letters break it for a few pixels only. `sudden` when
 * it begins or ends with an edge; a table that lies half in the shadow changes slowly.
 */
function longestRun({ data }: Picture, side: readonly number[], isPaper: (pixel: number) => boolean) {
  const bridge = Math.max(2, Math.round(side.length * 0.02))
  let longest = { from: 0, to: 0 }
  let from: number | undefined
  for (const [at, pixel] of side.entries()) {
    if (!isPaper(pixel)) {
      if (from !== undefined && side.slice(Math.max(from, at - bridge), at).every((each) => !isPaper(each)))
        from = undefined
      continue
    }
    from ??= at
    if (at + 1 - from > longest.to - longest.from) longest = { from, to: at + 1 }
  }
  const jumpAt = (at: number) => {
    const [outer, inner] = [side[at - jumpWithin], side[at + jumpWithin]]
    return outer !== undefined && inner !== undefined && !near(data, outer, colourAt(data, inner))
  }
  return {
    share: (longest.to - longest.from) / side.length,
    sudden: jumpAt(longest.from) || jumpAt(longest.to - 1),
  }
}

/** Where the paper lies, by the rows and columns of which a good part is paper; absent when it fills no such box. */
function boxOf({ width, height }: Picture, isPaper: (pixel: number) => boolean): { share: number; box?: Box } {
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
  const share = count / (width * height)
  const inColumn = (paper: number) => paper >= height * lineShare
  const inRow = (paper: number) => paper >= width * lineShare
  const box: Box = {
    left: columns.findIndex(inColumn),
    top: rows.findIndex(inRow),
    right: columns.findLastIndex(inColumn) + 1,
    bottom: rows.findLastIndex(inRow) + 1,
  }
  const area = (box.right - box.left) * (box.bottom - box.top)
  return { share, ...(area > 0 && count >= area * filledShare ? { box } : {}) }
}
