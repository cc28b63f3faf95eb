import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkPaper } from '../check-paper.ts'
import { asPhoto, madeUpCard } from '../testing/made-up-card.ts'
import { openBitmap } from './bitmap.ts'
import { openHeic } from './heic.ts'
import { heicSize } from './heic-size.ts'
import { openRaster, pixelsOf } from './raster.ts'

const check = (bytes: Uint8Array) => checkPaper(bytes, { kind: 'id-front', day: '2026-11-24' })
const photo = await asPhoto(await madeUpCard('id-front', { width: 1200 }))
/** A drawn card of testing/made-up-card.ts, written with x265 and turned by a quarter, as a phone held upright does. */
const heic = readFileSync(new URL('./turned-card.fixture.heic', import.meta.url))

interface Bitmap {
  readonly bits: number
  readonly width: number
  readonly height: number
  /** Rows as they are stored, without padding. */
  readonly rows: readonly (readonly number[])[]
  readonly palette?: readonly number[]
  readonly masks?: readonly [number, number, number]
  readonly topDown?: boolean
}

/** Writes a BITMAPINFOHEADER and its pixels. */
function bitmap({ bits, width, height, rows, palette = [], masks, topDown = false }: Bitmap): Buffer {
  const stride = Math.ceil((width * bits) / 32) * 4
  const pixelsAt = 54 + (masks ? 12 : 0) + palette.length
  const bytes = Buffer.alloc(pixelsAt + stride * height)
  bytes.write('BM')
  bytes.writeUInt32LE(pixelsAt, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(topDown ? -height : height, 22)
  bytes.writeUInt16LE(bits, 28)
  bytes.writeUInt32LE(masks ? 3 : 0, 30)
  for (const [i, mask] of (masks ?? []).entries()) bytes.writeUInt32LE(mask, 54 + i * 4)
  bytes.set(palette, 54)
  for (const [i, row] of rows.entries()) bytes.set(row, pixelsAt + i * stride)
  return bytes
}

const pixels = async (bytes: Uint8Array) => [...(await pixelsOf((await openBitmap(bytes).decode())(100, false))).data]

describe('one photo in every type of the list (S4-27)', () => {
  it.each([
    ['jpg', () => sharp(photo).jpeg({ quality: 92, progressive: true }).toBuffer()],
    ['jpg', () => sharp(photo).withIccProfile('p3').jpeg({ quality: 92 }).toBuffer()],
    ['jpg', () => sharp(photo).toColourspace('cmyk').jpeg({ quality: 92 }).toBuffer()],
    ['png', () => sharp(photo).ensureAlpha().png({ compressionLevel: 1 }).toBuffer()],
    ['png', () => sharp(photo).toColourspace('rgb16').resize(1000).png({ compressionLevel: 9 }).toBuffer()],
    ['webp', () => sharp(photo).webp({ quality: 95, effort: 0 }).toBuffer()],
    ['heic', async () => heic],
    [
      'bmp',
      async () => {
        const { data, info } = await sharp(photo)
          .resize(1000)
          .recomb([
            [0, 0, 1],
            [0, 1, 0],
            [1, 0, 0],
          ])
          .raw()
          .toBuffer({ resolveWithObject: true })
        const rows = Array.from({ length: info.height }, (_, y) => [...data.subarray(y * 3000, (y + 1) * 3000)])
        return bitmap({ bits: 24, width: 1000, height: info.height, rows, topDown: true })
      },
    ],
  ] as const)('reads %s', async (type, write) => {
    const { findings, measured, clean } = await check(await write())
    expect(findings).toEqual([])
    expect(measured).toMatchObject({ type, readable: true, frames: 1, mirrorFlag: false, layout: 'as-expected' })
    const meta = await sharp(clean?.bytes).metadata()
    expect(meta).toMatchObject({ format: 'jpeg', width: measured.width, height: measured.height, space: 'srgb' })
    expect([meta.exif, meta.icc, meta.xmp]).toEqual([undefined, undefined, undefined])
  })

  it('makes a large picture smaller, and keeps it within both lists', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const large = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#000', noise } })
      .jpeg({ quality: 50 })
      .toBuffer()
    const { measured, clean } = await check(large.subarray())
    expect(measured).toMatchObject({ width: 4000, height: 3000 })
    if (clean) expect(clean).toMatchObject({ width: 2000, height: 1500 })
    expect(measured.cleanBytes).toBeLessThanOrEqual(2 ** 20)
    expect(measured.cleanBytes).toBeGreaterThanOrEqual(55 * 1024)
  })
})

describe('colours', () => {
  const colours = Buffer.from([200, 60, 50, 60, 120, 200, 128, 128, 128, 217, 169, 135, 223, 232, 238, 38, 40, 44])
  const written = (profile: string) =>
    sharp(colours, { raw: { width: 6, height: 1, channels: 3 } })
      .withIccProfile(profile)
      .png()
      .toBuffer()
  const read = async (bytes: Uint8Array) => {
    const picture = await (await openRaster(bytes)).decode()
    return (await pixelsOf(picture(100, true))).data
  }

  it('of a phone that photographs in Display P3 are sRGB afterwards, to a few levels', async () => {
    const found = await read(await written('p3'))
    for (const [i, level] of colours.entries()) expect(Math.abs((found[i] ?? 0) - level)).toBeLessThanOrEqual(12)
    expect([...found.subarray(6, 9)]).toEqual([128, 128, 128])
  })

  it('in sRGB stay as they are', async () => {
    expect([...(await read(await written('srgb')))]).toEqual([...colours])
  })
})

describe('HEIC', () => {
  it('tells its upright size without being decoded', () => {
    expect(heicSize(heic)).toEqual({ width: 1200, height: 900, mirrored: false })
  })

  it('has findings when it is damaged or asks for too much', async () => {
    const cut = await check(heic.subarray(0, 60_000))
    expect(cut.findings.map(({ rule }) => rule)).toEqual(['PAPER-TYPE-02'])
    const huge = Buffer.from(heic)
    const ispe = huge.indexOf('ispe')
    huge.writeUInt32BE(60_000, ispe + 8)
    huge.writeUInt32BE(60_000, ispe + 12)
    expect((await check(huge)).findings.map(({ rule }) => rule)).toEqual(['PAPER-PIXELS-01'])
  })

  it('is given up when its decoder wants more memory than allowed', async () => {
    const plain = readFileSync(new URL('./large-plain.fixture.heic', import.meta.url))
    await expect(openHeic(plain, 32 * 2 ** 20).decode()).rejects.toThrow('cannot be decoded')
    await expect(openHeic(plain).decode()).resolves.toBeTypeOf('function')
  })

  it('has findings wherever it is damaged', async () => {
    const head = heic.indexOf('mdat')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(head), { minLength: 1, maxLength: 6 }), fc.nat(255), async (places, to) => {
        const damaged = Buffer.from(heic)
        for (const place of places) damaged[place] = to
        const { measured } = await check(damaged)
        expect(measured.bytes).toBe(heic.length)
      }),
      { numRuns: 10 },
    )
  })
})

describe('BMP', () => {
  it('is read from the bottom row up, or from the top where its height is negative', async () => {
    const rows = [
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12],
    ]
    expect(await pixels(bitmap({ bits: 24, width: 2, height: 2, rows }))).toEqual([
      9, 8, 7, 12, 11, 10, 3, 2, 1, 6, 5, 4,
    ])
    expect(await pixels(bitmap({ bits: 24, width: 2, height: 2, rows, topDown: true }))).toEqual([
      3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10,
    ])
  })

  it.each([
    [1, [0b10000000]],
    [4, [0x10]],
    [8, [1, 0]],
  ])('is read by its palette at %s bits', async (bits, row) => {
    const palette = [30, 20, 10, 0, 60, 50, 40, 0, ...Array(4 * (2 ** bits - 2)).fill(0)]
    expect(await pixels(bitmap({ bits, width: 2, height: 1, rows: [row], palette }))).toEqual([40, 50, 60, 10, 20, 30])
  })

  it('is read by its masks at 16 and 32 bits', async () => {
    const masks = [0xf800, 0x07e0, 0x001f] as const
    expect(await pixels(bitmap({ bits: 16, width: 2, height: 1, rows: [[0x00, 0xf8, 0x1f, 0x00]], masks }))).toEqual([
      255, 0, 0, 0, 0, 255,
    ])
    expect(await pixels(bitmap({ bits: 16, width: 1, height: 1, rows: [[0xe0, 0x03]] }))).toEqual([0, 255, 0])
    expect(await pixels(bitmap({ bits: 32, width: 1, height: 1, rows: [[3, 2, 1, 0]] }))).toEqual([1, 2, 3])
  })

  it('is refused when its header asks for more pixels than there are', async () => {
    const short = bitmap({ bits: 24, width: 2, height: 2, rows: [] })
    short.writeInt32LE(3_000, 18)
    short.writeInt32LE(3_000, 22)
    await expect(pixels(short)).rejects.toThrow('cut short')
    const compressed = bitmap({ bits: 8, width: 2, height: 1, rows: [[1, 0]] })
    compressed.writeUInt32LE(1, 30)
    expect(() => openBitmap(compressed)).toThrow('compressed')
  })
})
