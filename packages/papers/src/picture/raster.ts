import type { Sharp, SharpOptions } from 'sharp'
import { mostPixels } from '../limits.ts'
import { colourProfileOf, withoutDisplayP3 } from './colour-profile.ts'
import { sharp } from './libvips.ts'
import type { Header, OpenPicture, Picture, Sized } from './picture.ts'

const decodeSeconds = 20
const mirrored = new Set([2, 4, 5, 7])

/**
 * JPEG, PNG or WebP by libvips: rows as they come, a JPEG at half, quarter or eighth size when that is enough.
 * Broken rows are refused; other warnings are not, as many a phone's photo has some.
 */
export async function openRaster(bytes: Uint8Array): Promise<OpenPicture> {
  const meta = await sharp(bytes, { limitInputPixels: false }).metadata()
  const header: Header = {
    width: meta.autoOrient.width,
    height: meta.autoOrient.height,
    frames: meta.pages ?? 1,
    mirrorFlag: mirrored.has(meta.orientation ?? 1),
  }
  const options: SharpOptions = {
    failOn: 'error',
    limitInputPixels: mostPixels,
    sequentialRead: true,
  }
  const profile = colourProfileOf(meta.icc)
  const open = (trueColours: boolean) => {
    const picture = sharp(bytes, { ...options, ignoreIcc: !trueColours || profile !== 'other' }).autoOrient()
    return trueColours && profile === 'display-p3' ? withoutDisplayP3(picture) : picture
  }
  return { header, decode: async () => sized(open) }
}

/** Pixels of four bytes (RGBA) or three, as other decoders give them. */
export function fromPixels(data: Uint8Array, width: number, height: number, channels: 3 | 4): Sized {
  return sized(() => sharp(data, { raw: { width, height, channels }, limitInputPixels: mostPixels }))
}

function sized(open: (trueColours: boolean) => Sharp): Sized {
  return (side, trueColours) =>
    open(trueColours)
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: decodeSeconds })
}

/** @throws when the pixels cannot be decoded */
export async function pixelsOf(source: Sharp): Promise<Picture> {
  const { data, info } = await source.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  if (info.channels === 3) return { data, width: info.width, height: info.height }
  if (info.channels !== 1) throw new Error(`${info.channels} channels`)
  const rgb = new Uint8Array(data.length * 3)
  for (let i = 0; i < data.length; i++) rgb.fill(data[i] ?? 0, i * 3, i * 3 + 3)
  return { data: rgb, width: info.width, height: info.height }
}
