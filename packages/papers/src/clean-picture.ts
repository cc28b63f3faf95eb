import { createHash } from 'node:crypto'
import type { OutputInfo } from 'sharp'
import { cleanSide, largestClean, smallestFile } from './limits.ts'
import type { Sized } from './picture/picture.ts'

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
export async function cleanPicture(picture: Sized): Promise<CleanPicture> {
  let jpeg = await asJpeg(picture, usual)
  for (const quality of finer) if (jpeg.data.length < smallestFile) jpeg = await asJpeg(picture, quality)
  for (const quality of coarser) if (jpeg.data.length > largestClean) jpeg = await asJpeg(picture, quality)
  const { data, info } = jpeg
  const sha256 = createHash('sha256').update(data).digest('hex')
  return { bytes: data, width: info.width, height: info.height, sha256 }
}

function asJpeg(picture: Sized, quality: number): Promise<{ data: Buffer; info: OutputInfo }> {
  return (
    picture(cleanSide, true)
      // Coding made to measure would keep the whole picture in memory to save some hundredths of the file.
      .jpeg({ quality, chromaSubsampling: quality > usual ? '4:4:4' : '4:2:0', optimiseCoding: false })
      .toBuffer({ resolveWithObject: true })
  )
}
