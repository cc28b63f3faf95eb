import type { Picture } from '../picture/picture.ts'

/** One level (0–255) a pixel, row after row. */
export interface Plane {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Brightness of each pixel as people see it (ITU-R BT.601). */
export function lumaOf({ data, width, height }: Picture): Plane {
  const luma = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < luma.length; i++, at += 3)
    luma[i] = (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8
  return { data: luma, width, height }
}

const coarseSide = 250

/** The picture in blocks, about 250 on its longer side, each the mean of its pixels: noise and letters are gone. */
export function coarse({ data, width, height }: Picture): Picture {
  const step = Math.max(1, Math.round(Math.max(width, height) / coarseSide))
  const columns = Math.floor(width / step)
  const rows = Math.floor(height / step)
  const means = new Uint8Array(columns * rows * 3)
  const sums = new Uint32Array(columns * 3)
  for (let row = 0; row < rows; row++) {
    sums.fill(0)
    for (let y = row * step; y < (row + 1) * step; y++)
      for (let x = 0, at = y * width * 3; x < columns * step; x++, at += 3) {
        const to = Math.floor(x / step) * 3
        sums[to] = (sums[to] ?? 0) + (data[at] ?? 0)
        sums[to + 1] = (sums[to + 1] ?? 0) + (data[at + 1] ?? 0)
        sums[to + 2] = (sums[to + 2] ?? 0) + (data[at + 2] ?? 0)
      }
    const to = row * columns * 3
    for (let i = 0; i < sums.length; i++) means[to + i] = (sums[i] ?? 0) / (step * step)
  }
  return { data: means, width: columns, height: rows }
}
