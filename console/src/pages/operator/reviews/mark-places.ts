import type { PaperKind } from '../../../api/types.ts'
import type { ComparedRow } from './holder-rows.ts'

/** Where something stands on a photograph that lies upright, in hundredths of its width and height. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

type Printed = Readonly<Partial<Record<ComparedRow, readonly [x: number, y: number, w: number, h: number] | null>>>

/**
 * Where each kind of paper prints what is compared: the identity card by GA 448, the business licence in its form of 2019, the
 * data page by ICAO Doc 9303 part 4. A photograph is never quite straight: a mark is where to look first, and can be moved.
 * null: it is somewhere on this paper, which has no form of its own.
 */
const printed: Readonly<Record<PaperKind, Printed>> = {
  'id-front': { name: [18, 9, 26, 12], number: [33, 80, 60, 12], address: [18, 48, 44, 28] },
  'id-back': { dates: [38, 79, 48, 12] },
  licence: {
    kind: [33, 12, 34, 14],
    number: [10, 26, 30, 7],
    name: [20, 38, 30, 7],
    representative: [20, 52, 20, 7],
    dates: [66, 44, 24, 7],
    address: [66, 52, 26, 12],
  },
  passport: { name: [33, 24, 40, 18], number: [68, 10, 26, 10], dates: [33, 62, 40, 14] },
  authorisation: { name: null, representative: null },
  other: { name: null, number: null },
  'trademark-certificate': {
    'declared.number': null,
    'declared.owner': null,
    'declared.mark': null,
    'declared.class': null,
    'declared.endsOn': null,
  },
  'organisation-proof': { 'declared.organisation': null, 'declared.document': null },
  'licence-proof': { 'declared.licensee': null, 'declared.document': null },
  'hand-held': { name: null, number: null },
  pledge: { name: null, number: null },
  'use-proof': { name: null },
  'application-form': { 'declared.organisation': null, 'declared.unit': null, 'declared.govClass': null },
}

/** Width to height of a paper, and the part of a photograph that it takes: all four edges have to be in the picture. */
const shapes: Readonly<Partial<Record<PaperKind, number>>> = {
  'id-front': 85.6 / 54,
  'id-back': 85.6 / 54,
  licence: 297 / 210,
  passport: 125 / 88,
}
const filled = 0.76

/**
 * Rows that a paper of this kind shows, and where; what has no printed place waits at the right edge, one below the other.
 * @param ratio width to height of the photograph
 */
export function placesOn(kind: PaperKind, ratio: number): ReadonlyMap<ComparedRow, Place> {
  const rows = Object.entries(printed[kind]) as [ComparedRow, Printed[ComparedRow]][]
  const shape = shapes[kind] ?? ratio
  const wide = filled * Math.min(1, shape / ratio)
  const high = (wide * ratio) / shape
  return new Map(
    rows.map(([row, at], index) => {
      if (!at) return [row, { x: 80, y: 6 + index * 11, w: 14, h: 8 }]
      const [x, y, w, h] = at
      return [row, { x: 50 + (x - 50) * wide, y: 50 + (y - 50) * high, w: w * wide, h: h * high }]
    }),
  )
}

/**
 * A place that was dragged over the screen by so many hundredths of what is seen of the photograph, which is turned.
 * @param turns quarter turns to the right
 */
export function moved(place: Place, { dx, dy }: { dx: number; dy: number }, turns: number): Place {
  const [x, y] = (
    [
      [dx, dy],
      [dy, -dx],
      [-dx, -dy],
      [-dy, dx],
    ] as const
  )[turns % 4] as readonly [number, number]
  const within = (at: number, size: number) => Math.min(Math.max(at, 0), 100 - size)
  return { ...place, x: within(place.x + x, place.w), y: within(place.y + y, place.h) }
}
