import type { PaperKind, PictureFacts } from '../paper-facts.ts'
import type { Picture } from '../picture/picture.ts'
import { borderOf } from './border.ts'
import { colourOf } from './colour.ts'
import { exposureOf } from './exposure.ts'
import { layoutOf } from './layout.ts'
import { coarse, lumaOf } from './planes.ts'
import { portraitOf } from './portrait.ts'
import { sharpnessOf } from './sharpness.ts'

/** Measures a picture of at most 1000 pixels a side. */
export function measurePicture(kind: PaperKind, picture: Picture): PictureFacts {
  const luma = lumaOf(picture)
  const blocks = coarse(picture)
  const exposure = exposureOf(luma)
  const { box, ...border } = borderOf(blocks)
  return {
    ...exposure,
    ...colourOf(blocks),
    sharpness: sharpnessOf(luma, exposure.contrast),
    border,
    layout: layoutOf(kind, blocks, box),
    ...(kind === 'portrait' && { portrait: portraitOf(blocks) }),
  }
}
