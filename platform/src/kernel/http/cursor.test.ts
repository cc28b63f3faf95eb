import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor, type PlaceOf } from './cursor.ts'

const id = '0b54cbd5-4ac1-4b8a-9a0e-0f6a2d0e3c11'

describe('the place where a page ends', () => {
  it.each<[readonly [PlaceOf, PlaceOf], readonly [string, string]]>([
    [
      ['day', 'uuid'],
      ['2028-02-29', id],
    ],
    [
      ['instant', 'uuid'],
      ['2026-11-24T02:00:00.000Z', id],
    ],
    [
      ['instant', 'text'],
      ['2026-11-24T02:00:00.000Z', 'BA-000001'],
    ],
    [
      ['text', 'text'],
      ['山月.网址', ''],
    ],
  ])('of %s comes back as it was', (of, place) => {
    expect(decodeCursor(encodeCursor(place), of)).toEqual(place)
  })

  it.each<[readonly [PlaceOf, PlaceOf], readonly [string, string]]>([
    [
      ['day', 'uuid'],
      ['x', 'y'],
    ],
    [
      ['day', 'uuid'],
      ['2026-11-24', 'y'],
    ],
    [
      ['day', 'uuid'],
      ['2027-02-29', id],
    ],
    [
      ['day', 'uuid'],
      ['0000-01-01', id],
    ],
    [
      ['day', 'uuid'],
      ['infinity', id],
    ],
    [
      ['instant', 'uuid'],
      ['2026-11-24', id],
    ],
    [
      ['instant', 'uuid'],
      ['2026-11-31T02:00:00.000Z', id],
    ],
    [
      ['instant', 'text'],
      ['2026-11-24T02:00:00.000Z', 'BA\0'],
    ],
    [
      ['text', 'text'],
      ['\0', ''],
    ],
  ])('of %s that somebody made up is none: %s', (of, place) => {
    expect(decodeCursor(encodeCursor(place), of)).toBeUndefined()
  })

  it.each([
    '',
    'bm90aGluZw',
    '!!',
    Buffer.from('["x"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
  ])('that is no place at all is none: %s', (text) => {
    expect(decodeCursor(text)).toBeUndefined()
  })
})
