import type { PictureFacts } from '../paper-facts.ts'
import type { Picture } from '../picture/picture.ts'

/** Blocks darker than this say nothing certain about their hue; brighter ones may be burnt out. */
const darkestTold = 40
const brightestTold = 252
/** Difference between red, green and blue that the coding of a grey picture may leave. */
const coding = 6

/**
 * How much colour there is. `saturation`: the hues' spread (3rd to 997th thousandth of red to green or blue to green,
 * the wider of the two, in levels of a mid-grey), so that a black and white copy under yellow light still has next to
 * none. `coloured`: share of blocks whose red, green and blue differ at all.
 */
export function colourOf({ data, width, height }: Picture): Pick<PictureFacts, 'saturation' | 'coloured'> {
  const reds = new Uint32Array(bins)
  const blues = new Uint32Array(bins)
  let told = 0
  let coloured = 0
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    const highest = Math.max(red, green, blue)
    if (highest - Math.min(red, green, blue) > coding) coloured++
    if (green < darkestTold || highest > brightestTold) continue
    told++
    count(reds, red / green)
    count(blues, blue / green)
  }
  return {
    saturation: Math.min(255, Math.round(Math.max(spread(reds, told), spread(blues, told)) / fineness)),
    coloured: coloured / Math.max(1, width * height),
  }
}

const fineness = 4
const bins = 256 * 8 * fineness

function count(ratios: Uint32Array, ratio: number): void {
  const bin = Math.min(bins - 1, Math.round(ratio * 128 * fineness))
  ratios[bin] = (ratios[bin] ?? 0) + 1
}

function spread(ratios: Uint32Array, told: number): number {
  const at = (share: number) => {
    let left = told * share
    return ratios.findIndex((times) => {
      left -= times
      return left < 0
    })
  }
  return at(0.997) - at(0.003)
}
