import sharp, { type Sharp } from 'sharp'

/** A drawn person before a wall or a curtain: nobody. */
export interface MadeUpPortrait {
  readonly background?: string
  readonly clothes?: string
  /** Share of the width that the wall shows beside the curtain, at the left. */
  readonly edge?: number
  readonly width?: number
}

/** As the camera of a phone would take it, with a little grain and light from one side. */
export async function madeUpPortrait({
  background = '#e9e8e4',
  clothes = '#3d4a3a',
  edge = 0,
  width = 960,
}: MadeUpPortrait = {}): Promise<Sharp> {
  const height = Math.round((width * 4) / 3)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="${width}" height="${height}">
    <defs><linearGradient id="light"><stop offset="0" stop-color="#000" stop-opacity="0"/>
      <stop offset="1" stop-color="#000" stop-opacity=".14"/></linearGradient></defs>
    <rect width="600" height="800" fill="${background}"/>
    <rect width="${600 * edge}" height="800" fill="#7d6f5a"/>
    <path d="M90 800 Q100 560 230 530 L370 530 Q500 560 510 800 Z" fill="${clothes}"/>
    <rect x="250" y="440" width="100" height="120" fill="#c99b78"/>
    <ellipse cx="300" cy="330" rx="118" ry="152" fill="#d9ab88"/>
    <path d="M180 320 Q170 150 300 150 Q430 150 420 320 Q400 220 300 215 Q200 220 180 320" fill="#191411"/>
    <g fill="#241c17"><ellipse cx="255" cy="330" rx="13" ry="8"/><ellipse cx="345" cy="330" rx="13" ry="8"/>
      <path d="M262 420 Q300 440 338 420 Q300 432 262 420"/></g>
    <rect width="600" height="800" fill="url(#light)"/></svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let state = 0x2545f491
  for (let at = 0; at < data.length; at++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    data[at] = Math.min(255, Math.max(0, (data[at] ?? 0) + (state % 7)))
  }
  return sharp(data, { raw: info })
}
