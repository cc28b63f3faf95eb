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

/** A picture whose header was read and whose pixels can be. */
export interface OpenPicture {
  readonly header: Header
  /** The picture, made no larger than `side` on its longer side. @throws when the pixels cannot be decoded */
  readonly decode: (side: number) => Promise<Picture>
}
