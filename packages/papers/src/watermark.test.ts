import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { watermarked } from './watermark.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ddd' } })
    .jpeg()
    .toBuffer()
/** How much of the picture is not its background any more. */
async function marked(picture: Buffer): Promise<number> {
  const { data } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((value) => Math.abs(value - 221) > 12).length / data.length
}

describe('a watermark', () => {
  it('lies across the whole picture, in every quarter, and makes large pictures smaller', async () => {
    const shown = await watermarked(await plain(3_000, 2_000), 'reviewer 07 2026-11-24T02:32Z')
    const { width = 0, height = 0 } = await sharp(shown).metadata()
    expect([width, height]).toEqual([1_600, 1_067])
    for (const [left, top] of [
      [0, 0],
      [800, 0],
      [0, 533],
      [800, 533],
    ] as const) {
      const quarter = await sharp(shown).extract({ left, top, width: 800, height: 533 }).toBuffer()
      expect(await marked(quarter)).toBeGreaterThan(0.01)
    }
  })

  it('takes no markup from its text', async () => {
    const shown = await watermarked(await plain(400, 300), '</text><script>x</script>"\'&')
    expect((await sharp(shown).metadata()).format).toBe('jpeg')
    expect(await marked(shown)).toBeGreaterThan(0)
  })
})
