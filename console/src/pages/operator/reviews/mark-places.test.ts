import { describe, expect, it } from 'vitest'
import { moved, placesOn } from './mark-places.ts'

describe('marks on the photograph of a paper', () => {
  it('stand where the form prints what is compared', () => {
    const licence = placesOn('licence')
    expect([...licence.keys()]).toEqual(['kind', 'number', 'name', 'representative', 'dates', 'address'])
    // The licence of 2019 has the credit code at the left above the name, the address at the right.
    expect(licence.get('number')?.y).toBeLessThan(licence.get('name')?.y ?? 0)
    expect(licence.get('address')?.x).toBeGreaterThan(50)
    expect([...placesOn('id-back').keys()]).toEqual(['dates'])
  })
  it('wait beside each other at the edge where a paper has no form of its own', () => {
    const places = [...placesOn('trademark-certificate').values()]
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
