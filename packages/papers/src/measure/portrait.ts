import type { Portrait } from '../paper-facts.ts'
import type { Picture } from '../picture/picture.ts'

type Colour = 'white' | 'blue' | 'red' | 'other'

/** A window of the picture, as shares of its width and height. */
interface Window {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Behind the head: nobody's shoulders reach so high. */
const over: Window = { left: 0, right: 1, top: 0, bottom: 0.12 }
const atLeft: Window = { left: 0, right: 0.12, top: 0.12, bottom: 0.55 }
const atRight: Window = { left: 0.88, right: 1, top: 0.12, bottom: 0.55 }
const chest: Window = { left: 0.36, right: 0.64, top: 0.84, bottom: 1 }

/**
 * Shares of the windows by which something is said; between them nothing is, because walls have shadows and curtains
 * folds. Found with drawn people (testing/made-up-portrait.ts) in uneven light.
 */
const most = 0.7
const few = 0.3

/** What stands behind a person who was photographed for a filing, and what they wear; it finds no faces. */
export function portraitOf(picture: Picture): Portrait {
  const bands = [over, atLeft, atRight].map((window) => sharesIn(picture, window))
  const mean = (colour: Colour) => bands.reduce((sum, shares) => sum + shares[colour], 0) / bands.length
  const curtain = mean('blue')
  const background =
    curtain >= most
      ? 'curtain'
      : mean('white') >= most
        ? 'white'
        : curtain < few && mean('white') < few
          ? 'other'
          : undefined
  const edge = curtain < 0.5 ? undefined : bands.some(({ blue }) => blue < 0.5)
  const worn = sharesIn(picture, chest)
  const clothes =
    worn.red >= 0.6 ? 'red' : worn.blue >= 0.6 ? 'blue' : worn.red < few && worn.blue < few ? 'other' : undefined
  return {
    ...(background && { background }),
    ...(edge !== undefined && { curtainEdge: edge }),
    ...(clothes && { clothes }),
  }
}

function sharesIn({ data, width, height }: Picture, window: Window): Record<Colour, number> {
  const count: Record<Colour, number> = { white: 0, blue: 0, red: 0, other: 0 }
  const [fromX, toX] = [Math.floor(window.left * width), Math.ceil(window.right * width)]
  const [fromY, toY] = [Math.floor(window.top * height), Math.ceil(window.bottom * height)]
  for (let y = fromY; y < toY; y++)
    for (let x = fromX, at = (y * width + fromX) * 3; x < toX; x++, at += 3)
      count[colourOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)]++
  const all = Math.max(1, (toX - fromX) * (toY - fromY))
  return { white: count.white / all, blue: count.blue / all, red: count.red / all, other: count.other / all }
}

function colourOf(red: number, green: number, blue: number): Colour {
  const highest = Math.max(red, green, blue)
  const spread = highest - Math.min(red, green, blue)
  if (highest >= 140 && spread <= 45) return 'white'
  if (highest < 50 || spread / highest < 0.3) return 'other'
  // Hue in sixths of the circle: 0 is red, 2 green, 4 blue.
  const hue =
    highest === red
      ? (green - blue) / spread
      : highest === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread
  if (hue >= 3.25 && hue <= 4.25) return 'blue'
  return Math.abs(hue) <= 0.25 && spread / highest >= 0.45 ? 'red' : 'other'
}
