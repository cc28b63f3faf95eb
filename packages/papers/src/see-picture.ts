import { type CleanPicture, cleanPicture } from './clean-picture.ts'
import { inTurn } from './in-turn.ts'
import { measuredSide } from './limits.ts'
import { measurePicture } from './measure/measure-picture.ts'
import type { PaperKind, PictureFacts } from './paper-facts.ts'
import type { OpenPicture, Sized } from './picture/picture.ts'
import { openRaster, pixelsOf } from './picture/raster.ts'

export { openPicture } from './picture/open-picture.ts'

export interface SeenPicture {
  readonly facts: PictureFacts
  readonly clean: CleanPicture
}

/** Decoding holds up to 250 MB for the worst picture of 50 million pixels, an interlaced PNG. */
const turn = inTurn(2)

/**
 * Up to so many pixels a picture is decoded twice at once, for measuring and for cleaning: a JPEG is at a quarter and
 * at half its size faster than at half and then made smaller. Beyond, the clean picture is measured.
 */
const twicePixels = 16_000_000

/** Decodes a picture, measures it and makes it clean. @throws when its pixels cannot be decoded */
export function seePicture(open: OpenPicture, kind: PaperKind): Promise<SeenPicture> {
  return turn(async () => {
    const { width, height } = open.header
    const picture = await open.decode()
    const measure = async (source: Sized) => measurePicture(kind, await pixelsOf(source(measuredSide, false)))
    if (width * height <= twicePixels) {
      const [clean, facts] = await Promise.all([cleanPicture(picture), measure(picture)])
      return { facts, clean }
    }
    const clean = await cleanPicture(picture)
    const again = await openRaster(clean.bytes)
    return { facts: await measure(await again.decode()), clean }
  })
}
