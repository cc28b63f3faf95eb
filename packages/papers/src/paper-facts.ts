/**
 * What the picture shows: the two faces of a resident identity card, a business licence, the data page of a passport, or
 * a person who answers for a filing.
 */
export type PaperKind = 'id-front' | 'id-back' | 'licence' | 'passport' | 'portrait' | 'other'

/** Something else that travels inside a picture: another file, or text that a browser or server might run. */
export type HiddenContent = 'pdf' | 'zip' | 'page' | 'script'

export type Side = 'top' | 'right' | 'bottom' | 'left'

/** What is known of a file before any pixel is decoded. */
export interface FileFacts {
  /** By content, never by name: `jpg`, `png`, `bmp`, `heic`, `webp`, or what else it is; undefined when nobody can tell. */
  readonly type: string | undefined
  readonly bytes: number
  readonly hidden: readonly HiddenContent[]
  /** Pixels of the original as it is looked at, upright; absent when its header cannot be read. */
  readonly width?: number
  readonly height?: number
  readonly frames?: number
  /** The file itself says that it is to be shown mirrored (EXIF orientation 2, 4, 5 or 7). */
  readonly mirrorFlag?: boolean
  /** Whether the pixels could be decoded; absent when nobody tried. */
  readonly readable?: boolean
  /** Day (YYYY-MM-DD) on which the camera says that it took the picture. */
  readonly takenOn?: string
}

/** What of a person's photograph is certain; see measure/portrait.ts. */
export interface Portrait {
  readonly background?: 'white' | 'curtain' | 'other'
  /** Whether something else than the curtain shows beside it. */
  readonly curtainEdge?: boolean
  readonly clothes?: 'red' | 'blue' | 'other'
}

/** What is seen in the decoded picture. Levels are 0 (black) to 255 (white). */
export interface PictureFacts {
  /** Share of its height that a strong edge rises in one pixel, 0 to 1, at 1000 pixels a side; see measure/sharpness.ts. */
  readonly sharpness: number
  /** Mean level. */
  readonly brightness: number
  /** Level below which the darkest 0.2 % lie. */
  readonly darkest: number
  /** Level above which the brightest twentieth lies. */
  readonly brightest: number
  /** Distance between the darkest and the brightest 0.2 %. */
  readonly contrast: number
  /** Spread of hues, 0 to 255, whatever the tint of the light; see measure/colour.ts. */
  readonly saturation: number
  /** Share of pixels that have any colour at all, 0 to 1. */
  readonly coloured: number
  readonly border: {
    /** Whether most of the frame is one plain background; else nothing is said about cut sides. */
    readonly plain: boolean
    readonly cut: readonly Side[]
  }
  /** Whether portrait, emblem or seal stand where they belong; see measure/layout.ts. */
  readonly layout: 'as-expected' | 'reversed' | 'unclear'
  /** Of a person only. */
  readonly portrait?: Portrait
}

export interface Measured extends FileFacts, Partial<PictureFacts> {
  /** Size of the clean picture, when there is one. */
  readonly cleanBytes?: number
}

/** What the rules look at. */
export interface PaperFacts {
  readonly kind: PaperKind
  readonly measured: Measured
}
