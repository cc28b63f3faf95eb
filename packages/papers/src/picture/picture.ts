import type { Sharp } from 'sharp'

/** Decoded pixels, upright, three bytes (sRGB) each, row after row from the top left. */
export interface Picture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** What the header of a picture says; sizes in pixels, as it is looked at. */
export interface Header {
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly mirrorFlag: boolean
}

/**
 * The picture upright, in sRGB without transparency, no larger than `side`; nothing is decoded before it is read.
 * `trueColours` follows the colour profile of the file, which takes longer than all the rest.
 */
export type Sized = (side: number, trueColours: boolean) => Sharp

/** A picture whose header was read and whose pixels can be. */
export interface OpenPicture {
  readonly header: Header
  /** @throws when the pixels cannot be decoded, here or when the result is read */
  readonly decode: () => Promise<Sized>
}
