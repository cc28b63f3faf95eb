import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkPaper } from './check-paper.ts'
import { asPhoto, madeUpCard } from './testing/made-up-card.ts'

const check = (bytes: Uint8Array) => checkPaper(bytes, { kind: 'id-front', day: '2026-11-24' })
const rulesOf = async (bytes: Uint8Array) => (await check(bytes)).findings.map(({ rule }) => rule)
const text = (content: string) => Buffer.from(content, 'latin1')
const photo = await asPhoto(await madeUpCard('id-front'))

/** A chunk with its checksum (W3C PNG, 5.3). */
function chunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const body = Buffer.concat([text(name), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

describe('a file that is not what it seems', () => {
  it.each([
    ['a renamed PDF', text(`%PDF-1.7\n${'x'.repeat(70_000)}`), 'PDF'],
    [
      'a drawing of vectors',
      text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(70_000)}</svg>`),
      'XML',
    ],
    ['an archive', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), Buffer.alloc(70_000, 1)]), 'ZIP'],
  ])('says what it is: %s', async (_, bytes, type) => {
    const { findings, measured, clean } = await check(bytes)
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['PAPER-TYPE-01', 'refuse']])
    expect(findings[0]?.message.zh).toContain(type)
    expect(measured.readable).toBeUndefined()
    expect(clean).toBeUndefined()
  })

  it('refuses types that no list takes, whatever their pixels', async () => {
    expect(await rulesOf(await sharp(photo).gif().toBuffer())).toContain('PAPER-TYPE-01')
    expect(await rulesOf(await sharp(photo).resize(800).avif({ effort: 0 }).toBuffer())).toContain('PAPER-TYPE-01')
    expect(await rulesOf(await sharp(photo).tiff().toBuffer())).toContain('PAPER-TYPE-01')
  })

  it('refuses what has no type at all, and nothing at all', async () => {
    expect(await rulesOf(Buffer.alloc(70_000))).toEqual(['PAPER-TYPE-01'])
    expect(await rulesOf(new Uint8Array())).toEqual(['PAPER-TYPE-01', 'PAPER-BYTES-01'])
  })

  it('finds another file in the picture, and makes none clean', async () => {
    const comment = (content: string) => {
      const body = text(content)
      return Buffer.concat([
        photo.subarray(0, 2),
        Buffer.from([0xff, 0xfe, 0, body.length + 2]),
        body,
        photo.subarray(2),
      ])
    }
    const zipEnd = Buffer.concat([text('PK\x05\x06'), Buffer.alloc(18)])
    for (const [bytes, hidden] of [
      [comment('%PDF-1.4 1 0 obj'), 'pdf'],
      [Buffer.concat([photo, text('PK\x03\x04 something'), zipEnd]), 'zip'],
      [Buffer.concat([photo, text('<!DOCTYPE html><body>')]), 'page'],
    ] as const) {
      const { findings, measured, clean } = await check(bytes)
      expect(measured.hidden).toEqual([hidden])
      expect(findings.map(({ rule }) => rule)).toEqual(['PAPER-HIDDEN-01'])
      expect(clean).toBeUndefined()
    }
  })

  it('takes code out of the metadata, with all other metadata', async () => {
    const told = await sharp(photo)
      .withExif({ IFD0: { ImageDescription: '<script>alert(1)</script>' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 92 })
      .toBuffer()
    const { findings, measured, clean } = await check(told)
    expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(['PAPER-HIDDEN-02', 'advise'])
    expect(measured).toMatchObject({ width: 1200, height: 1600, hidden: ['script'] })
    const meta = await sharp(clean?.bytes).metadata()
    expect(meta).toMatchObject({ format: 'jpeg', width: 1200, height: 1600 })
    expect([meta.exif, meta.icc, meta.xmp, meta.iptc, meta.orientation]).toEqual(Array(5).fill(undefined))
    expect(Buffer.from(clean?.bytes ?? []).includes('script')).toBe(false)
  })
})

describe('a picture that cannot be used', () => {
  it('refuses a bomb from its header, before a pixel is decoded', async () => {
    const bomb = pngOf(50_000, 50_000, deflateSync(Buffer.alloc(60_000_000), { level: 1 }))
    const { findings, measured } = await check(bomb)
    expect(findings.map(({ rule }) => rule)).toEqual(['PAPER-PIXELS-01'])
    expect(measured).toMatchObject({ width: 50_000, height: 50_000 })
    expect(measured.contrast).toBeUndefined()
  })

  it('refuses a picture whose pixels are not there', async () => {
    expect(await rulesOf(pngOf(4_000, 4_000, deflateSync(Buffer.alloc(1_000))))).toContain('PAPER-TYPE-02')
    expect(await rulesOf(photo.subarray(0, 80_000))).toEqual(['PAPER-TYPE-02'])
    expect(await rulesOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(70_000)]))).toEqual([
      'PAPER-TYPE-02',
    ])
  })

  it('refuses a picture of one pixel, and a thumbnail', async () => {
    const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#c33' } })
    expect(await rulesOf(await pixel.png().toBuffer())).toEqual(
      expect.arrayContaining(['PAPER-BYTES-01', 'PAPER-PIXELS-02', 'PAPER-BLANK-01']),
    )
    const thumbnail = await sharp(photo).resize(300).png({ compressionLevel: 0 }).toBuffer()
    expect(await rulesOf(thumbnail)).toContain('PAPER-PIXELS-02')
  })

  it('holds the file against both limits of the list', async () => {
    const small = await sharp(photo).jpeg({ quality: 20 }).toBuffer()
    expect(await rulesOf(small)).toEqual(['PAPER-BYTES-01'])
    const long = Buffer.concat([photo, Buffer.alloc(5 * 2 ** 20)])
    expect(await rulesOf(long)).toEqual(['PAPER-BYTES-02'])
    expect(await rulesOf(long.subarray(0, 5 * 2 ** 20))).toEqual([])
    const endless = Buffer.concat([photo, Buffer.alloc(20 * 2 ** 20)])
    expect((await check(endless)).measured).toEqual({ type: 'jpg', bytes: endless.length, hidden: [] })
  })

  it('looks at the first frame of a moving picture', async () => {
    const frames = [photo, await sharp(photo).flop().toBuffer()]
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ quality: 90, delay: [100, 100] })
      .toBuffer()
    const { findings, measured } = await check(moving)
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['PAPER-FRAMES-01', 'advise']])
    expect(measured).toMatchObject({ frames: 2, width: 1600, height: 1200 })
  })
})

describe('any bytes at all', () => {
  const beginnings = {
    jpg: [0xff, 0xd8, 0xff, 0xe0],
    png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    bmp: [0x42, 0x4d],
    heic: [0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63],
    none: [],
  }

  it('have findings and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(beginnings)),
        fc.uint8Array({ maxLength: 2_000 }),
        async (beginning, rest) => {
          const { findings, clean } = await check(Uint8Array.from([...beginning, ...rest]))
          expect(findings.length).toBeGreaterThan(0)
          expect(clean).toBeUndefined()
        },
      ),
      { numRuns: 150 },
    )
  })

  it('never throw when a good photo is damaged anywhere', async () => {
    const small = await sharp(photo).resize(500).toBuffer()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(small.length - 1), { minLength: 1, maxLength: 20 }),
        fc.nat(255),
        async (places, to) => {
          const damaged = Buffer.from(small)
          for (const place of places) damaged[place] = to
          expect((await check(damaged)).findings.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
