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
  const area = step * step
  let to = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let red = 0
      let green = 0
      let blue = 0
      for (let y = 0; y < step; y++) {
        let at = ((row * step + y) * width + column * step) * 3
        for (let x = 0; x < step; x++) {
          red += data[at++] ?? 0
          green += data[at++] ?? 0
          blue += data[at++] ?? 0
        }
      }
      means[to++] = red / area
      means[to++] = green / area
      means[to++] = blue / area
    }
  return { data: means, width: columns, height: rows }
}
