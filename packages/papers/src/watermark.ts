/** Longest side of what a reviewer sees: every word can be read, and it is no original any more. */
const shownSide = 1_600
/** How far the lines of text rise, in degrees. */
const slope = 24

/**
 * The photograph with a line of text across it many times: who looks at it, and when. JPEG.
 * @param text letters, digits and simple punctuation; anything else is left out, for the fonts of servers know little more
 */
export async function watermarked(photograph: Uint8Array, text: string): Promise<Buffer> {
  const { sharp } = await import('./picture/libvips.ts')
  const { data, info } = await sharp(photograph)
    .resize(shownSide, shownSide, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: info })
    .composite([{ input: Buffer.from(tileOf(text.replace(/[^\w .:/-]/g, '').slice(0, 60), info)), tile: true }])
    .jpeg({ quality: 82 })
    .toBuffer()
}

/** A piece that fits itself on every side: drawing one and laying it out is a tenth of the work of drawing them all. */
function tileOf(words: string, within: { width: number; height: number }): string {
  const size = Math.max(14, Math.round(Math.min(within.width, within.height) / 24))
  const length = size * Math.max(1, words.length) * 0.7
  const angle = (slope * Math.PI) / 180
  // Laid over a picture that is smaller than itself, a tile would be refused.
  const width = Math.min(within.width, Math.ceil(length * Math.cos(angle)))
  const height = Math.min(within.height, Math.round((size * 6) / Math.cos(angle)))
  const rows = Math.ceil((length * Math.sin(angle)) / height) + 1
  const columns = Math.ceil(length / width)
  const lines: string[] = []
  for (let row = 0; row <= rows; row++)
    for (let column = -columns; column <= 1; column++)
      lines.push(`<text transform="translate(${column * width} ${row * height}) rotate(-${slope})">${words}</text>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g font-family="sans-serif" font-size="${size}" fill="#000" fill-opacity="0.22" stroke="#fff" stroke-opacity="0.22" stroke-width="1">${lines.join('')}</g></svg>`
}
