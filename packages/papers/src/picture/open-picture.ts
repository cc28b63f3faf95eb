import type { PictureType } from '../type-of.ts'
import { openBitmap } from './bitmap.ts'
import { openHeic } from './heic.ts'
import type { OpenPicture } from './picture.ts'
import { openRaster } from './raster.ts'

/** Reads the header of a picture; no pixel is decoded yet. @throws when the header cannot be read */
export async function openPicture(type: PictureType, bytes: Uint8Array): Promise<OpenPicture> {
  if (type === 'bmp') return openBitmap(bytes)
  if (type === 'heic') return openHeic(bytes)
  return openRaster(bytes)
}
