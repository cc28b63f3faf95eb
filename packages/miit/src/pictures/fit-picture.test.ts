import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fitPicture, PictureRefused } from './fit-picture.ts'

const width = 1400
const height = 1000

/** A sheet of paper with a lot of writing on it, as a phone takes it: some noise everywhere. */
async function sheet(noise: number): Promise<Buffer> {
  const lines = Array.from(
    { length: 22 },
    (_, i) => `<text x="60" y="${60 + i * 42}" font-size="30">第${i}行 ICP 备案核验单 0123456789 fictional</text>`,
  ).join('')
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f1e8"/>${lines}</svg>`
  const paper = sharp(Buffer.from(page))
  if (noise === 0) return paper.png().toBuffer()
  const grain = await sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .ensureAlpha(noise)
    .png({ compressionLevel: 1 })
    .toBuffer()
  return paper
    .composite([{ input: grain }])
    .png({ compressionLevel: 1 })
    .toBuffer()
}

describe('a picture for the interface', () => {
  it('becomes a JPEG whose base64 text is within the limit, and keeps what pixels it can', async () => {
    const plain = await fitPicture(await sheet(0), { largestBase64: 600_000 })
    const grainy = await fitPicture(await sheet(0.12), { largestBase64: 100_000 })
    for (const [picture, limit] of [
      [plain, 600_000],
      [grainy, 100_000],
    ] as const) {
      expect(Buffer.from(picture.bytes).toString('base64')).toHaveLength(picture.base64Length)
      expect(picture.base64Length).toBeLessThanOrEqual(limit)
      const seen = await sharp(picture.bytes).metadata()
      expect(seen).toMatchObject({ format: 'jpeg', width: picture.width, height: picture.height })
    }
    expect(plain.width).toBe(width)
    expect(grainy.width).toBeLessThan(plain.width)
    expect(grainy.width).toBeGreaterThanOrEqual(800)
  })

  it('is refused when nothing could be read in it any more', async () => {
    const noise = await sharp(randomBytes(900 * 900 * 3), { raw: { width: 900, height: 900, channels: 3 } })
      .png()
      .toBuffer()
    const fitting = fitPicture(noise, { largestBase64: 100_000 })
    await expect(fitting).rejects.toMatchObject({ name: 'PictureRefused', because: 'not-legible-when-small' })
    await expect(fitting).rejects.toThrow(/plainer background/)
  })

  it('is not made larger, and has no transparency, no metadata and no turned side', async () => {
    const small = await sharp({
      create: { width: 300, height: 200, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    })
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer()
    const fitted = await fitPicture(small, { largestBase64: 100_000 })
    expect([fitted.width, fitted.height]).toEqual([200, 300])
    const { data } = await sharp(fitted.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(250)
    expect(await sharp(fitted.bytes).metadata()).not.toHaveProperty('exif')
  })

  it.each([
    ['no picture', Buffer.from('%PDF-1.7 not a picture')],
    ['nothing', Buffer.alloc(0)],
    ['a cut picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('is refused when it is %s', async (_, bytes) => {
    await expect(fitPicture(bytes, { largestBase64: 100_000 })).rejects.toBeInstanceOf(PictureRefused)
  })
})
