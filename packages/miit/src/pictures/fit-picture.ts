import type { Sharp } from 'sharp'

/** A JPEG that the interface takes. */
export interface FittedPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly quality: number
  /** Length of its base64 text, which is what the limit counts. */
  readonly base64Length: number
}

export class PictureRefused extends Error {
  readonly because: 'unreadable' | 'not-legible-when-small'
  readonly says: { readonly zh: string; readonly en: string }
  constructor(because: PictureRefused['because'], says: PictureRefused['says']) {
    super(says.en)
    this.name = 'PictureRefused'
    this.because = because
    this.says = says
  }
}

export interface FitOptions {
  /** 100,000 for most attachments, 150,000 for a verification sheet (核验单). */
  readonly largestBase64: number
  /** Pixels of the longer side below which small print cannot be read; a smaller picture keeps its size. */
  readonly legibleSide?: number
}

const sides = [2000, 1600, 1280, 1024, 800]

/** What is tried, in this order: small print suffers more from few pixels than from a coarse quality. */
const attempts: readonly { readonly from: number; readonly qualities: readonly number[] }[] = [
  { from: 1280, qualities: [85, 75, 65] },
  { from: 1024, qualities: [55, 45] },
  { from: 0, qualities: [85, 75, 65] },
  { from: 0, qualities: [55, 45] },
]
const mostPixels = 100_000_000
/** The careful encoder takes ten times as long and saves up to a third: it is asked only where that may be enough. */
const mostSaved = 1.5

/**
 * Makes a picture small enough for the interface, with as many pixels as go with a quality that can be read.
 * @throws PictureRefused when it is no picture, or its writing could not be read any more
 */
export async function fitPicture(
  picture: Uint8Array,
  { largestBase64, legibleSide = 800 }: FitOptions,
): Promise<FittedPicture> {
  const upright = await pixelsOf(picture)
  const fits = async (side: number, quality: number): Promise<FittedPicture | undefined> => {
    const quick = await asJpeg(upright, side, quality, false)
    if (quick.base64Length > largestBase64 * mostSaved) return undefined
    const fitted = await asJpeg(upright, side, quality, true)
    return fitted.base64Length <= largestBase64 ? fitted : undefined
  }
  const least = Math.min(legibleSide, upright.longSide)
  const allowed = [upright.longSide, ...sides, least].filter(
    (side) => side >= least && side <= Math.min(2000, upright.longSide),
  )
  const descending = [...new Set(allowed)].sort((a, b) => b - a)
  for (const { from, qualities } of attempts)
    for (const side of descending.filter((size) => size >= from)) {
      // The lowest of the group decides whether this size is worth more attempts.
      const lowest = await fits(side, qualities.at(-1) ?? 0)
      if (!lowest) continue
      for (const quality of qualities.slice(0, -1)) {
        const better = await fits(side, quality)
        if (better) return better
      }
      return lowest
    }
  throw new PictureRefused('not-legible-when-small', {
    zh: `图片压缩到接口上限（编码后 ${largestBase64} 字节）就看不清了，请换一张更清晰、背景更简单的图片`,
    en: `Small enough for the interface (${largestBase64} bytes in base64) it could not be read: use a picture with a plainer background`,
  })
}

interface Pixels {
  readonly open: () => Sharp
  readonly longSide: number
}

/** Decoded once, upright, on white: transparency would become black in a JPEG. */
async function pixelsOf(picture: Uint8Array): Promise<Pixels> {
  // Read when a first picture comes, as the checks of papers do.
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return {
      open: () => sharp(data, { raw: { width, height, channels } }),
      longSide: Math.max(width, height),
    }
  } catch (error) {
    throw new PictureRefused('unreadable', {
      zh: '无法读取这张图片，请重新拍摄或另存为 JPG 后上传',
      en: `The picture cannot be read: ${(error as Error).message.slice(0, 120)}`,
    })
  }
}

async function asJpeg({ open }: Pixels, side: number, quality: number, careful: boolean): Promise<FittedPicture> {
  const { data, info } = await open()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality, chromaSubsampling: '4:2:0', mozjpeg: careful })
    .toBuffer({ resolveWithObject: true })
  return {
    bytes: new Uint8Array(data),
    width: info.width,
    height: info.height,
    quality,
    base64Length: Math.ceil(data.length / 3) * 4,
  }
}
