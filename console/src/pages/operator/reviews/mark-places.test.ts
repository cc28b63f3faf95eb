import { describe, expect, it } from 'vitest'
import { moved, placesOn } from './mark-places.ts'

describe('marks on the photograph of a paper', () => {
  it('stand where the form prints what is compared', () => {
    const licence = placesOn('licence', 4 / 3)
    expect([...licence.keys()]).toEqual(['kind', 'number', 'name', 'representative', 'dates', 'address'])
    // The licence of 2019 has the credit code at the left above the name, the address at the right.
    expect(licence.get('number')?.y).toBeLessThan(licence.get('name')?.y ?? 0)
    expect(licence.get('address')?.x).toBeGreaterThan(50)
    expect([...placesOn('id-back', 4 / 3).keys()]).toEqual(['dates'])
  })
  it('stay on the paper, whose four edges are in the picture, however wide the photograph is', () => {
    for (const ratio of [4 / 3, 3 / 4, 16 / 9])
      for (const { x, y, w, h } of placesOn('id-front', ratio).values()) {
        expect(Math.min(x, y)).toBeGreaterThan(12)
        expect(Math.max(x + w, y + h)).toBeLessThan(88)
      }
    // A card is as wide as the photograph lets it, and then less than two thirds as high.
    const number = (ratio: number) => placesOn('id-front', ratio).get('number')
    expect(number(4 / 3)?.y).toBeCloseTo(50 + 30 * 0.76 * (4 / 3 / (85.6 / 54)), 5)
    expect(number(16 / 9)?.h).toBeCloseTo(12 * 0.76, 5)
  })
  it('wait beside each other at the edge where a paper has no form of its own', () => {
    const places = [...placesOn('trademark-certificate', 1).values()]
    expect(places).toHaveLength(5)
    for (const [index, { x, y, h }] of places.entries()) {
      expect(x).toBeGreaterThanOrEqual(80)
      expect(y).toBeGreaterThanOrEqual((places[index - 1]?.y ?? 0) + (index > 0 ? h : 0))
    }
  })
  it('follow the pointer however the photograph is turned, and stay on it', () => {
    const place = { x: 40, y: 40, w: 20, h: 10 }
    const right = { dx: 10, dy: 0 }
    expect(moved(place, right, 0)).toEqual({ ...place, x: 50 })
    // Turned once, what lies at the right of the screen is the upper edge of the photograph.
    expect(moved(place, right, 1)).toEqual({ ...place, y: 30 })
    expect(moved(place, right, 2)).toEqual({ ...place, x: 30 })
    expect(moved(place, right, 3)).toEqual({ ...place, y: 50 })
    expect(moved(place, { dx: 90, dy: -90 }, 4)).toEqual({ ...place, x: 80, y: 0 })
  })
})
