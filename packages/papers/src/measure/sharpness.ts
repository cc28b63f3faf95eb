import type { Plane } from './planes.ts'

/** Pixels in a row over which an edge is looked at; blur wider than this is all the same. */
const window = 24
/** Every third line is enough: an edge crosses many. */
const lineStep = 3
/** Share of the picture's whole contrast that an edge must have to count; the grain of a picture has less. */
const strongShare = 0.3
const leastLevels = 20
/** Of the edges, the sharpest quarter counts: what lies behind the paper may be out of focus. */
const counted = 0.75

/**
 * Share of its height that a strong edge rises from one pixel to the next: about 0.5 to 0.9 in focus, 0.4 divided by
 * the radius of a Gaussian blur (in pixels) out of focus. Rows and columns are measured apart and the worse one is
 * given, so a hand that moved one way shows too. Edges are compared with themselves: neither contrast nor the amount of
 * text matters.
 * @param contrast levels between the darkest and the brightest 0.2 %
 */
export function sharpnessOf(plane: Plane, contrast: number): number {
  const strong = Math.max(leastLevels, contrast * strongShare)
  const { width, height } = plane
  return Math.min(
    along(plane.data, { lines: height, line: width, length: width, step: 1 }, strong),
    along(plane.data, { lines: width, line: 1, length: height, step: width }, strong),
  )
}

interface Walk {
  readonly lines: number
  /** Distance between the beginnings of two lines. */
  readonly line: number
  readonly length: number
  /** Distance between two neighbours on a line. */
  readonly step: number
}

function along(data: Uint8Array, { lines, line, length, step }: Walk, strong: number): number {
  const bins = new Uint32Array(101)
  let edges = 0
  for (let l = 0; l < lines; l += lineStep) {
    for (let begin = 0; begin + window <= length; begin += window / 2) {
      let at = l * line + begin * step
      let before = data[at] ?? 0
      let low = before
      let high = before
      let steepest = 0
      for (let n = 1; n < window; n++) {
        at += step
        const level = data[at] ?? 0
        const rise = level > before ? level - before : before - level
        if (rise > steepest) steepest = rise
        if (level < low) low = level
        else if (level > high) high = level
        before = level
      }
      if (high - low < strong) continue
      const bin = Math.floor((steepest / (high - low)) * 100)
      bins[bin] = (bins[bin] ?? 0) + 1
      edges++
    }
  }
  let left = edges * counted
  for (let bin = 0; bin <= 100; bin++) {
    left -= bins[bin] ?? 0
    if (left < 0) return bin / 100
  }
  return 0
}
