import type { PaperKind, PictureFacts } from '../paper-facts.ts'
import type { Picture } from '../picture/picture.ts'
import type { Box } from './border.ts'

/** Where a paper has what, as shares of its width and height; the same window mirrored is where it must not be. */
interface Landmark {
  readonly mass: (red: number, green: number, blue: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Mean mass (0–255) by which the two windows must differ before anything is said. */
  readonly least: number
  readonly landscape: boolean
}

const dark = (red: number, green: number, blue: number) => 255 - (red + green + blue) / 3
const reddish = (red: number, green: number, blue: number) => Math.max(0, red - Math.max(green, blue) - 24)

/** The portrait at the right of a card's face, the emblem at the upper left of its back, the seal at the lower right of a licence. */
const landmarks: Partial<Readonly<Record<PaperKind, Landmark>>> = {
  'id-front': { mass: dark, left: 0.64, right: 0.94, top: 0.12, bottom: 0.72, least: 25, landscape: true },
  'id-back': { mass: reddish, left: 0.04, right: 0.3, top: 0.08, bottom: 0.5, least: 8, landscape: true },
  licence: { mass: reddish, left: 0.55, right: 0.97, top: 0.55, bottom: 0.95, least: 3, landscape: false },
}

/**
 * Whether the paper's one-sided feature stands on its side. `reversed` is mirrored or not upright: the two look alike
 * to this measure. It reads no text, so a mirrored passport or other paper is not found, nor one that shows two faces, is cut, or lies on a busy table, where its place is not known.
 */
export function layoutOf(kind: PaperKind, picture: Picture, box: Box | undefined): PictureFacts['layout'] {
  const landmark = landmarks[kind]
  if (!landmark || !box) return 'unclear'
  const { left, top, right, bottom } = box
  const width = right - left
  const height = bottom - top
  if (width < 40 || height < 40 || (landmark.landscape && width < height * 1.2)) return 'unclear'
  const mass = (from: number, to: number) =>
    meanMass(picture, landmark.mass, {
      left: Math.round(left + from * width),
      right: Math.round(left + to * width),
      top: Math.round(top + landmark.top * height),
      bottom: Math.round(top + landmark.bottom * height),
    })
  const expected = mass(landmark.left, landmark.right)
  const opposite = mass(1 - landmark.right, 1 - landmark.left)
  if (Math.abs(expected - opposite) < landmark.least) return 'unclear'
  return expected > opposite ? 'as-expected' : 'reversed'
}

function meanMass({ data, width }: Picture, mass: Landmark['mass'], { left, top, right, bottom }: Box): number {
  let sum = 0
  for (let y = top; y < bottom; y++)
    for (let x = left, at = (y * width + left) * 3; x < right; x++, at += 3)
      sum += mass(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
  return sum / Math.max(1, (right - left) * (bottom - top))
}
