import { mostPixels } from '../limits.ts'
import type { OpenPicture } from './picture.ts'
import { fromPixels } from './raster.ts'

const fileHeader = 14
/** Values of biCompression. */
const plain = 0
const bitFields = 3
const alphaBitFields = 6

interface Layout {
  readonly width: number
  readonly height: number
  readonly topDown: boolean
  readonly bits: number
  readonly stride: number
  readonly pixelsAt: number
  readonly palette: Uint8Array
  readonly masks: readonly [red: number, green: number, blue: number]
}

/**
 * BMP without compression (1, 4, 8, 16, 24 or 32 bits), as scanners and drawing programs write it.
 * Sizes are checked against the bytes that are there, so a header cannot ask for more memory than its file backs.
 * @throws when it is compressed, damaged or cut short
 */
export function openBitmap(bytes: Uint8Array): OpenPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const layout = layoutOf(view, bytes)
  const { width, height } = layout
  return {
    header: { width, height, frames: 1, mirrorFlag: false },
    async decode() {
      if (width * height > mostPixels) throw new Error('too many pixels')
      if (layout.pixelsAt + layout.stride * height > bytes.length) throw new Error('bitmap cut short')
      return fromPixels(pixelsOf(view, bytes, layout), width, height, 3)
    },
  }
}

function layoutOf(view: DataView, bytes: Uint8Array): Layout {
  const headerSize = view.getUint32(fileHeader, true)
  const core = headerSize === 12
  if (!core && headerSize < 40) throw new Error('unknown bitmap header')
  const width = core ? view.getUint16(18, true) : view.getInt32(18, true)
  const tall = core ? view.getUint16(20, true) : view.getInt32(22, true)
  const bits = view.getUint16(core ? 24 : 28, true)
  const compression = core ? plain : view.getUint32(30, true)
  const fields = compression === bitFields || compression === alphaBitFields
  if (width <= 0 || tall === 0) throw new Error('empty bitmap')
  if (![1, 4, 8, 16, 24, 32].includes(bits)) throw new Error('unknown depth')
  if (compression !== plain && !(fields && (bits === 16 || bits === 32))) throw new Error('compressed bitmap')
  const pixelsAt = view.getUint32(10, true)
  const paletteAt = fileHeader + headerSize
  return {
    width,
    height: Math.abs(tall),
    topDown: tall < 0,
    bits,
    stride: Math.ceil((width * bits) / 32) * 4,
    pixelsAt,
    palette:
      bits <= 8
        ? paletteOf(bytes, paletteAt, Math.min(2 ** bits, (pixelsAt - paletteAt) / (core ? 3 : 4)), core)
        : new Uint8Array(),
    masks: fields
      ? [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)]
      : bits === 16
        ? [0x7c00, 0x03e0, 0x001f]
        : [0xff0000, 0xff00, 0xff],
  }
}

/** Red, green and blue of each entry; entries that are not there are black. */
function paletteOf(bytes: Uint8Array, at: number, entries: number, core: boolean): Uint8Array {
  const size = core ? 3 : 4
  const palette = new Uint8Array(256 * 3)
  for (let i = 0; i < entries; i++)
    for (let part = 0; part < 3; part++) palette[i * 3 + part] = bytes[at + i * size + 2 - part] ?? 0
  return palette
}

function pixelsOf(view: DataView, bytes: Uint8Array, layout: Layout): Uint8Array {
  const { width, height, topDown, stride, pixelsAt } = layout
  const rgb = new Uint8Array(width * height * 3)
  const readRow = rowReader(view, bytes, layout)
  for (let y = 0; y < height; y++) readRow(pixelsAt + (topDown ? y : height - 1 - y) * stride, rgb, y * width * 3)
  return rgb
}

type RowReader = (from: number, rgb: Uint8Array, to: number) => void

function rowReader(view: DataView, bytes: Uint8Array, { width, bits, palette, masks }: Layout): RowReader {
  if (bits === 24)
    return (from, rgb, to) => {
      for (let x = 0; x < width * 3; x += 3) {
        rgb[to + x] = bytes[from + x + 2] ?? 0
        rgb[to + x + 1] = bytes[from + x + 1] ?? 0
        rgb[to + x + 2] = bytes[from + x] ?? 0
      }
    }
  if (bits > 8) {
    const scales = masks.map(maskScale)
    const size = bits / 8
    return (from, rgb, to) => {
      for (let x = 0; x < width; x++) {
        const value = bits === 16 ? view.getUint16(from + x * size, true) : view.getUint32(from + x * size, true)
        for (const [part, scale] of scales.entries()) rgb[to + x * 3 + part] = scale(value)
      }
    }
  }
  const perByte = 8 / bits
  const all = 2 ** bits - 1
  return (from, rgb, to) => {
    for (let x = 0; x < width; x++) {
      const byte = bytes[from + Math.floor(x / perByte)] ?? 0
      const entry = ((byte >> (8 - bits * ((x % perByte) + 1))) & all) * 3
      for (let part = 0; part < 3; part++) rgb[to + x * 3 + part] = palette[entry + part] ?? 0
    }
  }
}

/** The part of a pixel under a mask, spread to 0–255. */
function maskScale(mask: number): (value: number) => number {
  if (mask === 0) return () => 0
  const shift = 31 - Math.clz32(mask & -mask)
  const most = mask >>> shift
  return (value) => (((value & mask) >>> shift) / most) * 255
}
