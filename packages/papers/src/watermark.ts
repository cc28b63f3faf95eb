/** Longest side of what a reviewer sees: every word can be read, and it is no original any more. */
const shownSide = 1_600

/**
 * The photograph with a line of text across it many times: who looks at it, and when. JPEG.
 * @param text letters, digits and simple punctuation; anything else is left out, for the fonts of servers know little more
 */
export async function watermarked(photograph: Uint8Array, text: string): Promise<Buffer> {
  const { sharp } = await import('./picture/libvips.ts')
  const shown = await sharp(photograph)
    .resize(shownSide, shownSide, { fit: 'inside', withoutEnlargement: true })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = shown.info
  const words = text.replace(/[^\w .:/-]/g, '').slice(0, 60)
  const size = Math.max(14, Math.round(Math.min(width, height) / 24))
  const tile = `<text x="0" y="${size * 3}" font-family="sans-serif" font-size="${size}" fill="#000" fill-opacity="0.22" stroke="#fff" stroke-opacity="0.22" stroke-width="1">${words}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><pattern id="w" width="${size * words.length * 0.7}" height="${size * 6}" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">${tile}</pattern></defs><rect width="100%" height="100%" fill="url(#w)"/></svg>`
  return sharp(shown.data)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 82 })
    .toBuffer()
}
