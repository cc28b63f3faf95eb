import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { largestClean, smallestFile } from './limits.ts'
import type { Picture } from './picture/picture.ts'

/** The picture made anew from its pixels: a JPEG that holds nothing else, upright, at most 2000 pixels a side. */
export interface CleanPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

const usual = 85
const finer = [95, 100]
const coarser = [72, 55, 35]

/** As many bytes as both lists take, 55 KB to 1 MB, where the picture can be written so; else as near as it comes. */
export async function cleanPicture(picture: Picture): Promise<CleanPicture> {
  let bytes = await asJpeg(picture, usual)
  for (const quality of finer) if (bytes.length < smallestFile) bytes = await asJpeg(picture, quality)
  for (const quality of coarser) if (bytes.length > largestClean) bytes = await asJpeg(picture, quality)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, width: picture.width, height: picture.height, sha256 }
}

function asJpeg({ data, width, height }: Picture, quality: number): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: quality > usual ? '4:4:4' : '4:2:0' })
    .toBuffer()
}
